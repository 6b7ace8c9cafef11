import type { Knex } from 'knex';
import { isPostgres } from '../../database/engine';
import { withExclusiveLock } from '../../database/locks';
import { settingKeys } from '../../database/settingKeys';
import { insertTotals } from '../../stores/readModel/addTotals';
import { eachRecordBatch } from '../../stores/readModel/eachRecordBatch';
import {
  keyText,
  type MonthlyTotal,
} from '../../stores/readModel/monthlyTotals';
import {
  readTotalsOf,
  readTotalsOfNodes,
} from '../../stores/readModel/readTotals';
import { RebuiltTotals } from '../../stores/readModel/rebuiltTotals';
import { loadTopology } from '../../stores/readModel/topology';
import { unallocatedKey } from '../../stores/readModel/unallocatedKey';
import {
  READ_MODEL_LAYOUT,
  readWindowStart,
  windowStartAt,
} from '../../stores/readModel/window';
import { readSetting } from '../../stores/settings/readSetting';
import { writeSetting } from '../../stores/settings/writeSetting';
import { checkCoverage, rebuildCoverage } from './rebuildCoverage';

/**
 * Computes the whole read model anew, for the window around a time: totals
 * from the cost segments, coverage from the records.
 */
export async function rebuildReadModel(
  deps: { database: Knex },
  asOf: Date,
): Promise<{ rows: number }> {
  return await withExclusiveLock(deps.database, async trx => {
    const windowStart = windowStartAt(asOf);
    await trx('cost_vec').delete();
    let rows = await rebuildCoverage(trx);
    await eachExpected(trx, windowStart, async ({ totals }) => {
      rows += await insertTotals(trx, totals);
    });
    await writeSetting(trx, settingKeys.windowStartMonth, String(windowStart));
    await writeSetting(trx, settingKeys.readModelLayout, READ_MODEL_LAYOUT);
    return { rows };
  });
}

/**
 * Moves the read model's window when the month has changed, and builds rows
 * that an older version of the register did not keep. Does nothing otherwise.
 */
export async function slideReadModel(
  deps: { database: Knex },
  asOf: Date,
): Promise<{ moved: boolean }> {
  const stored = await readWindowStart(deps.database);
  const layout = await readSetting(deps.database, settingKeys.readModelLayout);
  if (stored === windowStartAt(asOf) && layout === READ_MODEL_LAYOUT) {
    return { moved: false };
  }
  await rebuildReadModel(deps, asOf);
  return { moved: true };
}

/**
 * Whether the stored read model is what a rebuild for its window would give.
 * Rows of zeros and missing rows are the same; what is closed is taken as it
 * is stored.
 */
export async function checkReadModel(deps: {
  database: Knex;
}): Promise<{ equal: boolean; differingKeys: string[]; rows: number }> {
  const { database } = deps;
  return await database.transaction(
    async trx => {
      const differingKeys: string[] = [];
      let rows = 0;
      await eachExpected(
        trx,
        await readWindowStart(trx),
        async ({ totals, refs }) => {
          const stored = refs
            ? await readTotalsOf(trx, [...refs, ...refs.map(unallocatedKey)])
            : await readTotalsOfNodes(trx);
          for (const total of totals) {
            const key = keyText(total);
            if (stored.get(key)?.join() !== total.months.join()) {
              differingKeys.push(key);
            }
            stored.delete(key);
            rows += 1;
          }
          differingKeys.push(...stored.keys());
          rows += stored.size;
        },
      );
      const coverage = await checkCoverage(trx);
      rows += coverage.rows;
      differingKeys.push(...coverage.differingKeys);
      return { equal: differingKeys.length === 0, differingKeys, rows };
    },
    // One snapshot, while changes go on.
    isPostgres(database) ? { isolationLevel: 'repeatable read' } : {},
  );
}

/** Rows the segments give. */
interface Expected {
  totals: Iterable<MonthlyTotal>;
  /** The records they are all rows of; none: those of all other nodes. */
  refs?: string[];
}

/**
 * Hands over the rows the segments give: those of records batch by batch, so
 * that they are never all in memory, and those of everything else at the end.
 */
async function eachExpected(
  trx: Knex.Transaction,
  windowStart: number,
  take: (expected: Expected) => Promise<void>,
): Promise<void> {
  const rebuilt = new RebuiltTotals(windowStart);
  for await (const { refs, segments } of eachRecordBatch(trx)) {
    await take({ totals: rebuilt.add(segments), refs });
  }
  const { owners, services } = rebuilt.refs();
  const topology = await loadTopology(trx, owners, services);
  await take({ totals: await rebuilt.rolledUp(topology) });
}
