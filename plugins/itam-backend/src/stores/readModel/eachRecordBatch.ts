import { setImmediate } from 'node:timers/promises';
import type { CostSegment } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { readSegments } from '../costSegments/readSegments';

/** Few enough that other work of the process does not wait for long. */
const RECORDS_PER_BATCH = 100;

/** Some records and all segments they have. */
export interface RecordBatch {
  refs: string[];
  segments: CostSegment[];
}

/**
 * All records with their segments, batch by batch. Other work of the process
 * gets its turn in between, also on SQLite, whose driver never waits.
 */
export async function* eachRecordBatch(
  database: Knex,
): AsyncGenerator<RecordBatch> {
  let lastId = 0;
  for (;;) {
    const rows: { id: unknown; ref: string }[] = await database('records')
      .where('id', '>', lastId)
      .orderBy('id')
      .limit(RECORDS_PER_BATCH)
      .select('id', 'ref');
    if (rows.length === 0) {
      return;
    }
    const ids = rows.map(row => integerFromRow(row.id));
    lastId = ids[ids.length - 1];
    const segments = await readSegments(database, ids);
    yield {
      refs: rows.map(row => row.ref),
      segments: [...segments.values()].flat(),
    };
    await setImmediate();
  }
}
