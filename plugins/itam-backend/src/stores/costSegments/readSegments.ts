import type {
  CostSegment,
  CostSlice,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { integerFromRow } from '../../database/bigints';
import { segmentColumns, segmentFromRow, type SegmentRow } from './segmentRow';

const IDS_PER_STATEMENT = 400;

/**
 * The stored segments of records, by record id; each record's in the order
 * they were written.
 */
export async function readSegments(
  database: Knex,
  recordIds: readonly number[],
): Promise<Map<number, CostSegment[]>> {
  const segments = new Map<number, CostSegment[]>();
  for (const batch of batchesOf(recordIds, IDS_PER_STATEMENT)) {
    const rows: SegmentRow[] = await database('cost_segments')
      .join('records', 'records.id', 'cost_segments.record_id')
      .whereIn('cost_segments.record_id', batch)
      .orderBy('cost_segments.id')
      .select(segmentColumns(database));
    const slices = await slicesOfRecords(database, batch);
    for (const row of rows) {
      const recordId = integerFromRow(row.record_id);
      const segment = segmentFromRow(
        row,
        slices.get(integerFromRow(row.id)) ?? [],
      );
      const list = segments.get(recordId);
      if (list) {
        list.push(segment);
      } else {
        segments.set(recordId, [segment]);
      }
    }
  }
  return segments;
}

async function slicesOfRecords(
  database: Knex,
  recordIds: number[],
): Promise<Map<number, CostSlice[]>> {
  const rows: {
    segment_id: unknown;
    service_ref: string | null;
    lo: unknown;
    hi: unknown;
  }[] = await database('cost_slices')
    .join('cost_segments', 'cost_segments.id', 'cost_slices.segment_id')
    .whereIn('cost_segments.record_id', recordIds)
    .orderBy(['cost_slices.segment_id', 'cost_slices.lo'])
    .select('segment_id', 'service_ref', 'lo', 'hi');
  const slices = new Map<number, CostSlice[]>();
  for (const row of rows) {
    const id = integerFromRow(row.segment_id);
    const slice = {
      serviceRef: row.service_ref,
      lo: integerFromRow(row.lo),
      hi: integerFromRow(row.hi),
    };
    const list = slices.get(id);
    if (list) {
      list.push(slice);
    } else {
      slices.set(id, [slice]);
    }
  }
  return slices;
}
