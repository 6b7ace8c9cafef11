import { rebuildReadModel } from '../plugins/itam-backend/src/usecases/costs/recomputeReadModel';
import type { EstateServer } from './estateServer';
import { verdict, type Report } from './measure';
import { rebuildInSql } from './rebuildSql';
import { rebuildInSqlApart } from './rebuildSqlApart';

const MOST_OF_SQL = 0.3;
/** Then the target is met, however long SQL would take. */
const TIMES_LONGER = 4;

/**
 * Measures, in this process and with the register's own operation, the rebuild
 * of the read model beside the same one in SQL.
 */
export async function measureRebuild({
  server,
  report,
}: {
  server: EstateServer;
  report: Report;
}): Promise<void> {
  const { knex, asOf } = server;
  const begun = performance.now();
  await rebuildReadModel({ database: knex }, asOf);
  const ours = (performance.now() - begun) / 1_000;
  const inSql =
    knex.client.config.client === 'pg' ? rebuildInSql : rebuildInSqlApart;
  const sql = await inSql(knex, asOf, ours * TIMES_LONGER);
  const share = (ours / sql.seconds).toFixed(2);
  report({
    row: 'rebuild of the read model and of what it counts, s',
    text: `${ours.toFixed(1)}; monthly totals alone in SQL ${
      sql.rows === undefined
        ? `not done after ${sql.seconds.toFixed(0)}`
        : `${sql.seconds.toFixed(1)}, ${sql.rows} rows (the read model has ${
            sql.expectedRows
          })`
    }`,
    target: verdict(
      ours <= MOST_OF_SQL * sql.seconds,
      `${
        sql.rows === undefined ? `< ${share}` : share
      } × SQL (≤ ${MOST_OF_SQL})`,
    ),
  });
}
