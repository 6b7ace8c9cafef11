import type { Knex } from 'knex';
import { isPostgres } from '../../database/engine';
import { withExclusiveLock } from '../../database/locks';
import { integerFromRow } from '../../database/bigints';
import { settingKeys } from '../../database/settingKeys';
import { readSegments } from '../../stores/costSegments/readSegments';
import { addTotals } from '../../stores/readModel/addTotals';
import { contribute } from '../../stores/readModel/contribute';
import { keyText, MonthlyTotals } from '../../stores/readModel/monthlyTotals';
import { readTotals } from '../../stores/readModel/readTotals';
import { loadTopology } from '../../stores/readModel/topology';
import {
  READ_MODEL_LAYOUT,
  readWindowStart,
  windowStartAt,
} from '../../stores/readModel/window';
import { readSetting } from '../../stores/settings/readSetting';
import { writeSetting } from '../../stores/settings/writeSetting';

const RECORDS_PER_BATCH = 400;

/**
 * Computes the whole read model anew from the cost segments, for the window
 * around a time.
 */
export async function rebuildReadModel(
  deps: { database: Knex },
  asOf: Date,
): Promise<void> {
  await withExclusiveLock(deps.database, async trx => {
    const windowStart = windowStartAt(asOf);
    const totals = await totalsFromSegments(trx, windowStart);
    await trx('cost_vec').delete();
    await addTotals(trx, totals.nonZero());
    await writeSetting(trx, settingKeys.windowStartMonth, String(windowStart));
    await writeSetting(trx, settingKeys.readModelLayout, READ_MODEL_LAYOUT);
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
 * Rows of zeros and missing rows are the same.
 */
export async function checkReadModel(deps: {
  database: Knex;
}): Promise<{ equal: boolean; differingKeys: string[] }> {
  const { database } = deps;
  return await database.transaction(
    async trx => {
      const windowStart = await readWindowStart(trx);
      const expected = await totalsFromSegments(trx, windowStart);
      const stored = await readTotals(trx);
      const differingKeys: string[] = [];
      for (const total of expected.nonZero()) {
        const key = keyText(total);
        if (stored.get(key)?.join() !== total.months.join()) {
          differingKeys.push(key);
        }
        stored.delete(key);
      }
      differingKeys.push(...stored.keys());
      return { equal: differingKeys.length === 0, differingKeys };
    },
    // One snapshot, while changes go on.
    isPostgres(database) ? { isolationLevel: 'repeatable read' } : {},
  );
}

async function totalsFromSegments(
  trx: Knex.Transaction,
  windowStart: number,
): Promise<MonthlyTotals> {
  const totals = new MonthlyTotals();
  let lastId = 0;
  for (;;) {
    const rows: { id: unknown }[] = await trx('records')
      .where('id', '>', lastId)
      .orderBy('id')
      .limit(RECORDS_PER_BATCH)
      .select('id');
    if (rows.length === 0) {
      return totals;
    }
    const ids = rows.map(row => integerFromRow(row.id));
    lastId = ids[ids.length - 1];
    const segments = [...(await readSegments(trx, ids)).values()].flat();
    const topology = await loadTopology(
      trx,
      segments.flatMap(segment => segment.ownerRef ?? []),
      segments.flatMap(segment =>
        segment.slices.flatMap(slice => slice.serviceRef ?? []),
      ),
    );
    for (const segment of segments) {
      contribute(totals, segment, topology, windowStart, 1n);
    }
  }
}
