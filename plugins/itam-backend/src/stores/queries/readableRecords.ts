import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import type { Access } from '../../permissions/access';
import { whereReadable } from '../../permissions/recordFilterToKnex';
import { recordColumns, type RecordRow } from './recordRow';

/** Refs per statement; below the parameter limits of both engines. */
const REFS_PER_STATEMENT = 400;

/** Of these refs, the records the caller may read, retired ones included. */
export async function readReadableRecords(
  knex: Knex,
  refs: readonly string[],
  access: Access,
  asOf: string,
): Promise<Map<string, RecordRow>> {
  const records = new Map<string, RecordRow>();
  for (const batch of batchesOf([...new Set(refs)], REFS_PER_STATEMENT)) {
    const query = knex('records').whereIn('records.ref', batch);
    whereReadable(query, access, asOf);
    const rows: RecordRow[] = await query.select(recordColumns);
    rows.forEach(row => records.set(row.ref, row));
  }
  return records;
}
