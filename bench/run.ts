// Measures one engine: seeds an estate, starts the register, asks every
// question through HTTP and in SQL, and prints one JSON line per row.
import type { Knex } from 'knex';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measureBilling } from './cloudBilling';
import { measureChanges } from './changes';
import { explain } from './explain';
import {
  openEstate,
  progress,
  type EstateOptions,
  type EstateServer,
} from './estateServer';
import { measureGrowth } from './growth';
import { measureImport } from './imports';
import { measure, type Timing } from './measure';
import { profileOf } from './profileOf';
import { questions, type Question } from './questions';
import { measureMoves } from './moves';
import { measureRebuild } from './rebuild';

/** What is measured. */
export interface RunOptions {
  /** The estate, and for growth the larger one. */
  estates: EstateOptions[];
  runs: number;
  only: string | undefined;
  /** Rows of the import that is measured. */
  rows: number;
  /** A billing file to deliver, besides a generated one. */
  billing: string | undefined;
  /** Whether the estate is measured again later. */
  keeps: boolean;
}

/** What makes an estate larger; one that is kept stays as it is. */
const GROWING = ['import', 'billing'];

/** What is measured besides questions, by the word `--only` asks for it with. */
const PARTS: Record<
  string,
  (server: EstateServer, options: RunOptions) => Promise<void>
> = {
  change: async (server, { runs }) =>
    await measureChanges({ server, runs, report: print }),
  import: async (server, { rows }) =>
    await measureImport({
      ...server,
      rows,
      report: (row, text, target) => print({ row, text, target }),
    }),
  billing: async (server, { rows, billing }) =>
    await measureBilling({
      ...server,
      rows,
      file: billing,
      report: (row, text) => print({ row, text }),
    }),
  moves: async server => {
    // They work on the database alone, which SQLite gives to one process.
    await server.stopServer();
    await measureMoves({ server, report: print });
  },
  rebuild: async server => {
    await server.stopServer();
    await measureRebuild({ server, report: print });
  },
};

async function measureQuestion(
  server: EstateServer,
  question: Question,
  asked: number,
): Promise<Record<string, Timing | undefined>> {
  // A question that takes long needs fewer turns for the same certainty.
  const begun = Date.now();
  await server.ask(`/api/itam${question.path(0)}`);
  const slow = Date.now() - begun > 500;
  const runs = slow ? Math.max(5, Math.round(asked / 20)) : asked;
  const plan = { runs, warmUp: Math.ceil(runs / 10) };
  const sqlOf =
    (
      statement: (turn: number) => {
        sql: string;
        values: readonly Knex.Value[];
      },
    ) =>
    async (turn: number) => {
      const { sql, values } = statement(turn);
      await server.knex.raw(sql, [...values]);
    };
  return {
    http: await measure(
      turn => server.ask(`/api/itam${question.path(turn)}`),
      plan,
    ),
    raw:
      question.rawSql &&
      (await measure(sqlOf(question.rawSql), {
        runs: Math.min(plan.runs, 20),
        warmUp: 2,
      })),
    readModel:
      question.readModelSql &&
      (await measure(sqlOf(question.readModelSql), plan)),
  };
}

async function measureQuestions(
  server: EstateServer,
  options: RunOptions,
): Promise<void> {
  const { runs, only } = options;
  const ping = await measure(() => server.ask('/api/catalog/ping'), {
    runs: runs * 2,
    warmUp: 50,
  });
  print({ row: 'authenticated ping', http: ping });
  const plans: string[] = [];
  for (const question of questions(server.knex, server.size, server.asOf)) {
    if (only && !question.name.includes(only)) {
      continue;
    }
    try {
      await question.prepare?.(server.ask);
      const timings = await measureQuestion(server, question, runs);
      print({
        row: question.name,
        targets: question.targets,
        ...timings,
        profile: await profileOf(server, question),
      });
      for (const sql of [question.rawSql, question.readModelSql]) {
        if (sql) {
          plans.push(question.name, await explain(server.knex, sql(0)), '');
        }
      }
    } catch (error) {
      print({
        row: question.name,
        error: error instanceof Error ? error.message : String(error),
      });
    }
  }
  writeFileSync(join(options.estates[0].folder, 'plans.txt'), plans.join('\n'));
}

async function main(): Promise<void> {
  const options: RunOptions = JSON.parse(process.argv[2]);
  if (options.estates.length > 1) {
    await measureGrowth(options.estates, options, print);
    return;
  }
  const server = await openEstate(options.estates[0]);
  try {
    await measureQuestions(server, options);
    for (const [name, part] of Object.entries(PARTS)) {
      const { only, keeps } = options;
      const wanted =
        only === undefined
          ? !(keeps && GROWING.includes(name))
          : name.includes(only);
      if (wanted) {
        progress(name);
        await part(server, options);
      }
    }
  } finally {
    await server.stop();
  }
}

function print(row: object): void {
  process.stdout.write(`${JSON.stringify(row)}\n`);
}

main().then(
  () => process.exit(0),
  error => {
    const text = String(error.stack);
    process.stderr.write(`${text.slice(0, 1_000)}\n…\n${text.slice(-1_000)}\n`);
    process.exit(1);
  },
);
