import {
  evaluatedAs,
  openEstate,
  type EstateOptions,
  type EstateServer,
} from './estateServer';
import { timingOf, verdict } from './measure';
import { questions } from './questions';

const WARM_UP = 10;
const MOST_TIMES = 1.5;

/** What must not grow with the estate, by the beginning of its question. */
const QUESTIONS = [
  'cost of one service',
  'cost of a leaf group',
  'cost of a top-level group',
  'renewals in 90 days',
  'find by part',
  'register: everything by last change, page of 20',
  'register: everything by title, page 200',
];
/** Those the target of growth is set for. */
const BOUND = /^(cost of|renewals)/;

/**
 * Asks the same questions of an estate and of one ten times as large, each in
 * turn of both, so that whatever else the machine does slows both down. None is
 * about findings: the policies of the larger one need not be evaluated.
 */
export async function measureGrowth(
  estates: readonly EstateOptions[],
  { runs }: { runs: number },
  print: (row: object) => void,
): Promise<void> {
  const servers: EstateServer[] = [];
  try {
    for (const estate of estates) {
      const [smaller] = servers;
      servers.push(
        await openEstate({
          ...estate,
          evaluatedAs: smaller && (await evaluatedAs(smaller)),
        }),
      );
    }
    const [small, large] = servers.map(server => ({
      server,
      questions: questions(server.knex, server.size, server.asOf),
    }));
    for (const [at, question] of small.questions.entries()) {
      if (!QUESTIONS.some(name => question.name.startsWith(name))) {
        continue;
      }
      const times: [number[], number[]] = [[], []];
      const pair = [small, large];
      for (const { server, questions: asked } of pair) {
        await asked[at].prepare?.(server.ask);
      }
      for (let turn = 0; turn < runs + WARM_UP; turn++) {
        for (const [which, { server, questions: asked }] of pair.entries()) {
          const begun = performance.now();
          await server.ask(`/api/itam${asked[at].path(turn)}`);
          if (turn >= WARM_UP) {
            times[which].push(performance.now() - begun);
          }
        }
      }
      const [before, after] = times.map(timingOf);
      const ratio = after.p50 / before.p50;
      print({
        row: question.name,
        text: `${before.p50.toFixed(2)} → ${after.p50.toFixed(2)} ms`,
        target: BOUND.test(question.name)
          ? verdict(
              ratio <= MOST_TIMES,
              `${ratio.toFixed(2)} × (≤ ${MOST_TIMES})`,
            )
          : `${ratio.toFixed(2)} ×`,
      });
    }
  } finally {
    for (const server of servers) {
      await server.stop();
    }
  }
}
