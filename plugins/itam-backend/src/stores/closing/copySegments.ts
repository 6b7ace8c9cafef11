import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { integerFromRow } from '../../database/bigints';
import { idPairs } from '../../database/idPairs';
import {
  SEGMENTS_PER_RECORD,
  segmentColumnTypes,
} from '../costSegments/segmentRow';

const PAIRS_PER_STATEMENT = 10_000;

/** A stored segment to copy. */
export interface SegmentToCopy {
  id: number;
  recordId: number;
}

/**
 * Copies segments with their slices, under ids of their records that are still
 * free.
 *
 * @param replaced - SQL for what the copies have other than the original
 */
export async function copySegments(
  trx: Knex.Transaction,
  segments: readonly SegmentToCopy[],
  replaced: Readonly<Record<string, string>>,
): Promise<void> {
  const columns = Object.keys(segmentColumnTypes).filter(name => name !== 'id');
  const values = columns.map(name => replaced[name] ?? `original.${name}`);
  const free = await firstFreeIds(trx);
  const pairs = segments.map(({ id, recordId }): [number, number] => {
    const copyId = free.get(recordId) ?? recordId * SEGMENTS_PER_RECORD;
    if (copyId >= (recordId + 1) * SEGMENTS_PER_RECORD) {
      throw new Error('A record has too many cost segments');
    }
    free.set(recordId, copyId + 1);
    return [id, copyId];
  });
  for (const batch of batchesOf(pairs, PAIRS_PER_STATEMENT)) {
    // A cross join has SQLite begin with the pairs.
    await trx.raw(
      `INSERT INTO cost_segments (id, ${columns.join(', ')})
       SELECT pair.b, ${values.join(', ')}
       FROM ? AS pair CROSS JOIN cost_segments AS original
       WHERE original.id = pair.a`,
      [idPairs(trx, batch)],
    );
    await trx.raw(
      `INSERT INTO cost_slices (segment_id, service_ref, lo, hi)
       SELECT pair.b, slice.service_ref, slice.lo, slice.hi
       FROM ? AS pair CROSS JOIN cost_slices AS slice
       WHERE slice.segment_id = pair.a`,
      [idPairs(trx, batch)],
    );
  }
}

/** The id after the last one, of every record that has segments. */
async function firstFreeIds(
  trx: Knex.Transaction,
): Promise<Map<number, number>> {
  const rows: { record_id: unknown; last: unknown }[] = await trx(
    'cost_segments',
  )
    .groupBy('record_id')
    .select('record_id')
    .max({ last: 'id' });
  return new Map(
    rows.map(row => [
      integerFromRow(row.record_id),
      integerFromRow(row.last) + 1,
    ]),
  );
}
