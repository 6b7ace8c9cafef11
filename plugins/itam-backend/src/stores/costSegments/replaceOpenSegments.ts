import type { CostSegment } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { bulkInsert, type ColumnValue } from '../../database/bulkInsert';
import { idList } from '../../database/idList';
import {
  SEGMENTS_PER_RECORD,
  segmentColumnTypes,
  segmentValues,
} from './segmentRow';

/** The open segments a record gets. */
export interface OpenSegments {
  recordId: number;
  segments: readonly CostSegment[];
}

const sliceColumnTypes = {
  segment_id: 'bigint',
  service_ref: 'text',
  lo: 'integer',
  hi: 'integer',
} as const;

/**
 * Puts the open segments of records in place of those they had; what a closing
 * froze stays as it is.
 *
 * Throws when there are more than a record may have.
 */
export async function replaceOpenSegments(
  trx: Knex.Transaction,
  records: readonly OpenSegments[],
): Promise<void> {
  if (records.length === 0) {
    return;
  }
  const ids = () =>
    idList(
      trx,
      records.map(({ recordId }) => recordId),
    );
  await trx('cost_slices')
    .whereIn(
      'segment_id',
      trx('cost_segments')
        .whereIn('record_id', ids())
        .where('closed', false)
        .select('id'),
    )
    .delete();
  await trx('cost_segments')
    .whereIn('record_id', ids())
    .where('closed', false)
    .delete();

  const kept: { id: unknown }[] = await trx('cost_segments')
    .whereIn('record_id', ids())
    .select('id');
  await insertSegments(
    trx,
    records,
    new Set(kept.map(row => integerFromRow(row.id))),
  );
}

/**
 * Writes the segments of records that have none yet.
 *
 * Throws when there are more than a record may have.
 */
export async function insertSegments(
  trx: Knex.Transaction,
  records: readonly OpenSegments[],
  /** Ids that segments have by now. */
  taken: ReadonlySet<number> = new Set(),
): Promise<void> {
  const segmentRows: ColumnValue[][] = [];
  const sliceRows: ColumnValue[][] = [];
  for (const { recordId, segments } of records) {
    let id = recordId * SEGMENTS_PER_RECORD;
    for (const segment of segments) {
      while (taken.has(id)) {
        id++;
      }
      if (id >= (recordId + 1) * SEGMENTS_PER_RECORD) {
        throw new Error('A record has too many cost segments');
      }
      segmentRows.push(segmentValues(id, recordId, segment));
      for (const { serviceRef, lo, hi } of segment.slices) {
        sliceRows.push([id, serviceRef, lo, hi]);
      }
      id++;
    }
  }
  await bulkInsert(trx, 'cost_segments', segmentColumnTypes, segmentRows);
  await bulkInsert(trx, 'cost_slices', sliceColumnTypes, sliceRows);
}
