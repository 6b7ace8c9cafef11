import { checkReadModel } from '../plugins/itam-backend/src/usecases/costs/recomputeReadModel';
import type { EstateServer } from './estateServer';
import {
  quantile,
  timingOf,
  verdict,
  type Report,
  type Timing,
} from './measure';

/** How changes are measured. */
export interface ChangeBench {
  server: EstateServer;
  runs: number;
  report: Report;
}

const WRITERS = 8;
/** Commits before those that are timed. */
const WARM_UP = 10;
/** Changes of which it is looked whether the roll-ups show them. */
const LOOKED_AT = 5;
const MOST_COMMITS = 10;
const MOST_MS = 50;

/**
 * What a change is answered with: nothing, as programs prefer it that write one
 * record after the other (`Prefer: return=minimal`), or all that the page of the
 * record shows, which is a question of its own.
 */
type AnswerOfChange = 'minimal' | 'page';

interface Changed {
  took: number;
  ok: boolean;
}

/**
 * Changes what records cost through HTTP, one after the other and from eight
 * writers at a time. A change is in every roll-up when it is answered, which is
 * looked at; afterwards all of the read model is compared with the segments.
 */
export async function measureChanges(bench: ChangeBench): Promise<void> {
  const { server, runs, report } = bench;
  const { items }: { items: { ref: string }[] } = JSON.parse(
    await server.ask(
      '/api/itam/records?class=cloud&stage=maintenance&limit=500',
    ),
  );
  const refs = items.map(({ ref }) => ref);
  for (const ref of refs.slice(0, LOOKED_AT)) {
    await expectVisible(server, ref);
  }
  const commit = await singleRowCommits(server, runs);
  report({
    row: 'single-row commit in the same database, p50 / p95 ms',
    text: textOf(commit),
  });
  const one = await oneWriter(bench, refs, 'minimal');
  const ratio = one.p95 / commit.p95;
  report({
    row: 'change: visible in every roll-up, one writer, p50 / p95 ms',
    text: textOf(one),
    target: verdict(
      ratio <= MOST_COMMITS,
      `${ratio.toFixed(1)} × commit at p95 (≤ ${MOST_COMMITS})`,
    ),
  });
  report({
    row: 'change, and the page of the record as the answer, p50 / p95 ms',
    text: textOf(await oneWriter(bench, refs, 'page')),
  });
  await manyWriters(bench, refs);
  const model = await checkReadModel({ database: server.knex });
  report({
    row: 'change: rows of the read model that differ from the segments after all changes',
    text: `${model.differingKeys.length} of ${model.rows}`,
    target: verdict(model.equal, 'none'),
  });
}

async function oneWriter(
  { server, runs }: ChangeBench,
  refs: readonly string[],
  answer: AnswerOfChange,
): Promise<Timing> {
  const times: number[] = [];
  for (let turn = 0; turn < runs; turn++) {
    const { took, ok } = await change(server, refs[turn % refs.length], answer);
    if (!ok) {
      throw new Error('A change was refused');
    }
    times.push(took);
  }
  return timingOf(times);
}

async function manyWriters(
  { server, runs, report }: ChangeBench,
  refs: readonly string[],
): Promise<void> {
  const deadlocks = await deadlocksOf(server);
  const begun = performance.now();
  const perWriter = await Promise.all(
    Array.from({ length: WRITERS }, async (_, writer) => {
      // Records of its own: two changes of one version would be refused.
      const own = refs.filter((__, at) => at % WRITERS === writer);
      const changes: Changed[] = [];
      for (let turn = 0; turn < runs; turn++) {
        changes.push(await change(server, own[turn % own.length], 'minimal'));
      }
      return changes;
    }),
  );
  const seconds = (performance.now() - begun) / 1_000;
  const changes = perWriter.flat();
  const failed = changes.filter(({ ok }) => !ok).length;
  const met = (await deadlocksOf(server)) - deadlocks;
  const many = timingOf(changes.map(({ took }) => took));
  report({
    row: `change: visible in every roll-up, ${WRITERS} writers, p50 / p95 / p99 ms`,
    text: `${textOf(many)} / ${quantile(
      changes.map(({ took }) => took),
      0.99,
    ).toFixed(0)}; ${(changes.length / seconds).toFixed(
      0,
    )} changes/s with what is read before each`,
    target: [
      verdict(many.p95 <= MOST_MS, `p95 ≤ ${MOST_MS} ms`),
      verdict(failed === 0, `${failed} refused or failed (0)`),
      verdict(met === 0, `${met} deadlocks (0)`),
    ].join('; '),
  });
}

function textOf({ p50, p95 }: Timing): string {
  return `${p50.toFixed(2)} / ${p95.toFixed(2)}`;
}

/** Raises what an account costs by one a month; only the change is timed. */
async function change(
  server: EstateServer,
  ref: string,
  answer: AnswerOfChange,
): Promise<Changed> {
  const path = `/records/${ref.replace(':', '/')}`;
  const { text, etag } = await server.send('GET', path);
  const { record, spec } = JSON.parse(text);
  const [charge] = spec.financials.charges;
  charge.amount = (Number(charge.amount) + 1).toFixed(2);
  const body = { title: record.title, spec };
  const begun = performance.now();
  const { status } = await server.send('PUT', path, body, {
    'If-Match': etag ?? '',
    ...(answer === 'minimal' ? { Prefer: 'return=minimal' } : {}),
  });
  const took = performance.now() - begun;
  return { took, ok: status === (answer === 'minimal' ? 204 : 200) };
}

/** Throws unless all nodes above a record show a change once it is answered. */
async function expectVisible(server: EstateServer, ref: string): Promise<void> {
  const { spec } = JSON.parse(
    await server.ask(`/api/itam/records/${ref.replace(':', '/')}`),
  );
  const owners = await server
    .knex('node_closure')
    .where({ dimension: 'group', descendant_ref: spec.owner })
    .pluck('ancestor_ref');
  const nodes: string[] = [
    'all',
    ref,
    spec.services[0].ref,
    `supplier:${spec.vendor}`,
    ...owners,
  ];
  const totals = async () =>
    await Promise.all(
      nodes.map(async node => {
        const answer = JSON.parse(
          await server.ask(`/api/itam/costs?of=${node}&by=category`),
        );
        return JSON.stringify(answer.total);
      }),
    );
  const before = await totals();
  const { ok } = await change(server, ref, 'minimal');
  const after = await totals();
  const unseen = nodes.filter((_, at) => before[at] === after[at]);
  if (!ok || unseen.length > 0) {
    throw new Error(`${ref} was changed (${ok}); not shown by ${unseen}`);
  }
}

async function singleRowCommits(
  { knex }: EstateServer,
  runs: number,
): Promise<Timing> {
  const ids: number[] = await knex('records').limit(runs).pluck('id');
  const times: number[] = [];
  const warmUp = Array.from(
    { length: WARM_UP },
    (_, at) => ids[at % ids.length],
  );
  for (const id of [...warmUp, ...ids]) {
    const begun = performance.now();
    await knex('records')
      .where({ id })
      .update({ location: knex.raw('location') });
    times.push(performance.now() - begun);
  }
  return timingOf(times.slice(WARM_UP));
}

async function deadlocksOf({ knex }: EstateServer): Promise<number> {
  if (knex.client.config.client !== 'pg') {
    return 0;
  }
  const { rows } = await knex.raw(
    'select deadlocks from pg_stat_database where datname = current_database()',
  );
  return Number(rows[0].deadlocks);
}
