import type { CostSegment } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { SEGMENTS_PER_RECORD, segmentToRow } from './segmentRow';

/** Rows per statement; times their columns below SQLite's parameter limit. */
const ROWS_PER_STATEMENT = 60;

/**
 * Puts a record's segments in place of those it had.
 *
 * Throws when there are more than a record may have.
 */
export async function replaceSegments(
  trx: Knex.Transaction,
  recordId: number,
  segments: readonly CostSegment[],
): Promise<void> {
  if (segments.length > SEGMENTS_PER_RECORD) {
    throw new Error('A record has too many cost segments');
  }
  await trx('cost_slices')
    .whereIn(
      'segment_id',
      trx('cost_segments').where('record_id', recordId).select('id'),
    )
    .delete();
  await trx('cost_segments').where('record_id', recordId).delete();

  const numbered = segments.map((segment, ordinal) => ({
    id: recordId * SEGMENTS_PER_RECORD + ordinal,
    segment,
  }));
  for (const batch of batchesOf(numbered, ROWS_PER_STATEMENT)) {
    await trx('cost_segments').insert(
      batch.map(({ id, segment }) => segmentToRow(id, recordId, segment)),
    );
  }
  const slices = numbered.flatMap(({ id, segment }) =>
    segment.slices.map(slice => ({
      segment_id: id,
      service_ref: slice.serviceRef,
      lo: slice.lo,
      hi: slice.hi,
    })),
  );
  for (const batch of batchesOf(slices, ROWS_PER_STATEMENT)) {
    await trx('cost_slices').insert(batch);
  }
}
