import type { MonthIndex } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { integerFromRow } from '../../database/bigints';
import { idList } from '../../database/idList';
import { idPairs } from '../../database/idPairs';
import { rowsOf } from '../queries/rowsOf';
import { copySegments } from './copySegments';

const PAIRS_PER_STATEMENT = 10_000;

/** What two parts of one segment have in common, besides their slices. */
const SAME_COLUMNS = [
  'record_id',
  'view',
  'category',
  'certainty',
  'estimated',
  'currency',
  'total_minor',
  'units',
  'start_month',
  'weight_total',
];
/**
 * The same for columns that may be null; never compared so that SQLite would
 * look for them in their own index.
 */
const SAME_OR_NULL = ['owner_ref', 'cost_center', 'vendor', 'asset_class'];

/** Slices tile their segment, so that one half of the comparison is enough. */
const SAME_SLICES = `NOT EXISTS (
  SELECT 1 FROM cost_slices AS slice
  WHERE slice.segment_id = rest.id AND NOT EXISTS (
    SELECT 1 FROM cost_slices AS other
    WHERE other.segment_id = frozen.id
      AND other.lo = slice.lo AND other.hi = slice.hi
      AND other.service_ref IS NOT DISTINCT FROM slice.service_ref
  )
)`;

/**
 * Freezes all actual costs up to and including a month, as `splitAtClosing`
 * does for the segments of one record: what lies before is marked closed, what
 * goes on is split, and a part that continues a closed one extends it. No
 * figure changes, so that the read model stays as it is.
 *
 * The caller holds the exclusive lock, and no later month is closed.
 */
export async function freezeMonths(
  trx: Knex.Transaction,
  through: MonthIndex,
): Promise<void> {
  const firstOpen = through + 1;
  await extendFrozen(trx, firstOpen);
  await actualOf(trx)
    .whereRaw('start_month + window_to <= ?', [firstOpen])
    .update({ closed: true });
  const straddling: { id: unknown; record_id: unknown }[] = await actualOf(trx)
    .whereRaw('start_month + window_from < ?', [firstOpen])
    .orderBy('id')
    .select('id', 'record_id');
  await copySegments(
    trx,
    straddling.map(row => ({
      id: integerFromRow(row.id),
      recordId: integerFromRow(row.record_id),
    })),
    { closed: 'true', window_to: `${firstOpen} - original.start_month` },
  );
  await actualOf(trx)
    .whereRaw('start_month + window_from < ?', [firstOpen])
    .update({ window_from: trx.raw('? - start_month', [firstOpen]) });
}

function actualOf(trx: Knex.Transaction) {
  return trx('cost_segments').where({ closed: false, certainty: 'actual' });
}

/** Moves the end of closed parts to the boundary, and the open rest behind. */
async function extendFrozen(
  trx: Knex.Transaction,
  firstOpen: MonthIndex,
): Promise<void> {
  const pairs = await continuedParts(trx, firstOpen);
  const end = `CASE WHEN start_month + window_to < ${firstOpen}
    THEN window_to ELSE ${firstOpen} - start_month END`;
  for (const batch of batchesOf(pairs, PAIRS_PER_STATEMENT)) {
    await trx.raw(
      `UPDATE cost_segments SET window_to = part.ends
       FROM (
         SELECT pair.b AS id, ${end} AS ends
         FROM ? AS pair CROSS JOIN cost_segments
         WHERE cost_segments.id = pair.a
       ) AS part
       WHERE cost_segments.id = part.id`,
      [idPairs(trx, batch)],
    );
    const rest = () =>
      idList(
        trx,
        batch.map(([id]) => id),
      );
    await trx('cost_segments')
      .whereIn('id', rest())
      .update({ window_from: trx.raw(end) });
    const emptied = () =>
      trx('cost_segments')
        .whereIn('id', rest())
        .whereRaw('window_from >= window_to')
        .select('id');
    await trx('cost_slices').whereIn('segment_id', emptied()).delete();
    await trx('cost_segments').whereIn('id', emptied()).delete();
  }
}

/** Open segments, each with a closed one it continues; twins in order. */
async function continuedParts(
  trx: Knex.Transaction,
  firstOpen: MonthIndex,
): Promise<[open: number, closed: number][]> {
  const rows = rowsOf(
    await trx.raw(
      `SELECT rest.id AS rest_id, frozen.id AS frozen_id
       FROM cost_segments AS rest
       JOIN cost_segments AS frozen
         ON frozen.closed AND frozen.window_to = rest.window_from
         ${SAME_COLUMNS.map(name => `AND frozen.${name} = rest.${name}`).join(
           '\n',
         )}
         ${SAME_OR_NULL.map(
           name =>
             `AND COALESCE(frozen.${name}, '') = COALESCE(rest.${name}, '')`,
         ).join('\n')}
       WHERE NOT rest.closed AND rest.certainty = 'actual'
         AND rest.start_month + rest.window_from < ?
         AND ${SAME_SLICES}
       ORDER BY rest.id, frozen.id`,
      [firstOpen],
    ),
  );
  const taken = new Set<number>();
  const pairs: [number, number][] = [];
  for (const row of rows) {
    const [open, closed] = idsOf(row);
    if (!taken.has(open) && !taken.has(closed)) {
      taken.add(open).add(closed);
      pairs.push([open, closed]);
    }
  }
  return pairs;
}

function idsOf(row: unknown): [open: number, closed: number] {
  if (
    typeof row !== 'object' ||
    row === null ||
    !('rest_id' in row) ||
    !('frozen_id' in row)
  ) {
    throw new TypeError('The database answered in an unknown form');
  }
  return [integerFromRow(row.rest_id), integerFromRow(row.frozen_id)];
}
