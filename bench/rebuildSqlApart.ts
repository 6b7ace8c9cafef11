// The rebuild in SQL, in a process of its own: a statement of SQLite cannot be
// given up, a process can.
import knexFactory, { type Knex } from 'knex';
import { fork } from 'node:child_process';
import { rebuildInSql, type SqlRebuild } from './rebuildSql';

/** As `rebuildInSql`, with a database of SQLite. */
export async function rebuildInSqlApart(
  knex: Knex,
  asOf: Date,
  limitSeconds: number,
): Promise<SqlRebuild> {
  const [{ rows }] = await knex('cost_vec').count({ rows: '*' });
  const { filename } = knex.client.config.connection;
  const begun = performance.now();
  const child = fork(__filename, [filename, asOf.toISOString()]);
  const timer = setTimeout(() => child.kill('SIGKILL'), limitSeconds * 1_000);
  try {
    return await new Promise<SqlRebuild>((resolve, reject) => {
      // What compiles the child sends messages of its own.
      child.on('message', message => {
        if (isAnswer(message)) {
          resolve(message);
        }
      });
      child.once('exit', (code, signal) =>
        signal === 'SIGKILL'
          ? resolve({
              seconds: (performance.now() - begun) / 1_000,
              rows: undefined,
              expectedRows: Number(rows),
            })
          : reject(new Error(`The rebuild in SQL ended with ${code}`)),
      );
    });
  } finally {
    clearTimeout(timer);
  }
}

function isAnswer(message: unknown): message is SqlRebuild {
  return (
    typeof message === 'object' && message !== null && 'seconds' in message
  );
}

async function answerParent(): Promise<void> {
  const [filename, asOf] = process.argv.slice(2);
  const knex = knexFactory({
    client: 'better-sqlite3',
    connection: { filename },
    useNullAsDefault: true,
  });
  const answer = await rebuildInSql(knex, new Date(asOf), Infinity);
  await knex.destroy();
  process.send?.(answer);
}

if (require.main === module) {
  answerParent().then(
    () => process.disconnect?.(),
    error => {
      process.stderr.write(`${String(error.stack)}\n`);
      process.exit(1);
    },
  );
}
