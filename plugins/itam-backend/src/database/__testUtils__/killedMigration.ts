// A process that migrates a database and kills itself before one of its
// statements, as a host that loses power would.
import knexFactory from 'knex';
import { migrateDatabase } from '../migrateDatabase';

const { connection, killBefore } = JSON.parse(process.argv[2]);

async function main(): Promise<void> {
  const knex = knexFactory(connection);
  let statements = 0;
  knex.on('query', () => {
    statements += 1;
    if (statements === killBefore) {
      process.kill(process.pid, 'SIGKILL');
    }
  });
  await migrateDatabase(knex);
  process.stdout.write(String(statements));
  await knex.destroy();
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
