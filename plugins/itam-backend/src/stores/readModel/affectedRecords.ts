import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { integerFromRow } from '../../database/bigints';

const REFS_PER_STATEMENT = 400;

/**
 * Ids of the records whose costs are owned by one of the owners or used by
 * one of the services, in order.
 */
export async function recordsRollingUpOver(
  database: Knex,
  owners: readonly string[],
  services: readonly string[],
): Promise<number[]> {
  const ids = new Set<number>();
  const collect = (rows: { record_id: unknown }[]) =>
    rows.forEach(row => ids.add(integerFromRow(row.record_id)));
  for (const batch of batchesOf(owners, REFS_PER_STATEMENT)) {
    collect(
      await database('cost_segments')
        .whereIn('owner_ref', batch)
        .distinct('record_id'),
    );
  }
  for (const batch of batchesOf(services, REFS_PER_STATEMENT)) {
    collect(
      await database('cost_slices')
        .join('cost_segments', 'cost_segments.id', 'cost_slices.segment_id')
        .whereIn('cost_slices.service_ref', batch)
        .distinct('cost_segments.record_id as record_id'),
    );
  }
  return [...ids].sort((a, b) => a - b);
}
