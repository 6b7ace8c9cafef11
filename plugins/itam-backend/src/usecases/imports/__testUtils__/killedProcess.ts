// A process that works on imports, to be killed by tests: claims what waits,
// checks and commits it, and says when it begins and when nothing is left.
import { ConfigReader } from '@backstage/config';
import knexFactory from 'knex';
import { readRegisterConfig } from '../../../config';
import { claimImport } from '../../../stores/imports/importLease';
import { workOnImport } from '../importWorker';

const { connection, at, attempt, rowsAtATime } = JSON.parse(process.argv[2]);
const LEASE_MS = 1_000;
const HOUR_MS = 3_600_000;

async function main(): Promise<void> {
  const knex = knexFactory(connection);
  // Later than the lease of whoever was killed before.
  const now = () => new Date(Date.parse(at) + attempt * HOUR_MS);
  const deps = {
    knex,
    config: readRegisterConfig(
      new ConfigReader({ itam: { imports: { atomicRows: 0 } } }),
    ),
    permissionsRegistry: {
      addResourceType: () => undefined,
      addPermissions: () => undefined,
      addPermissionRules: () => undefined,
      getPermissionRuleset: () => ({
        getRuleByName: () => {
          throw new Error('The mandate of this test has no rules');
        },
      }),
    },
    now: () => new Date(at),
    rowsAtATime,
  };
  await knex.raw('select 1');
  process.stdout.write('begun\n');
  for (;;) {
    const claimed = await claimImport(knex, { leaseMs: LEASE_MS, now });
    if (!claimed) {
      // What was checked is committed at once.
      const next: number = await knex('imports')
        .where('state', 'checked')
        .update({ state: 'committing', rows_done: 0, lease_until: null });
      if (next === 0) {
        break;
      }
      continue;
    }
    await workOnImport(
      deps,
      claimed.stored,
      claimed.lease,
      new AbortController().signal,
    );
  }
  process.stdout.write('done\n');
  await knex.destroy();
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exit(1);
});
