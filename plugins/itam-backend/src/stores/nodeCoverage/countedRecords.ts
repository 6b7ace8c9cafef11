import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { bulkInsert } from '../../database/bulkInsert';
import { idList } from '../../database/idList';
import {
  countedFromText,
  countedText,
  type CountedRecord,
} from './CountedRecord';

const columnTypes = {
  record_id: 'integer',
  facts: 'text',
  owner_ref: 'text',
  contract_ref: 'text',
} as const;

/**
 * What records are counted as in the stored coverage, by id.
 */
export async function readStoredCounts(
  database: Knex,
  ids: readonly number[],
): Promise<Map<number, CountedRecord>> {
  const rows: { record_id: unknown; facts: string }[] = await database(
    'counted_records',
  )
    .whereIn('record_id', idList(database, ids))
    .select('record_id', 'facts');
  return new Map(
    rows.map(row => [
      integerFromRow(row.record_id),
      countedFromText(row.facts),
    ]),
  );
}

/**
 * Writes what records are counted as, in place of what was stored of them;
 * undefined for those that do not count any more.
 */
export async function writeStoredCounts(
  trx: Knex.Transaction,
  records: ReadonlyMap<number, CountedRecord | undefined>,
): Promise<void> {
  if (records.size === 0) {
    return;
  }
  await trx('counted_records')
    .whereIn('record_id', idList(trx, [...records.keys()]))
    .delete();
  await insertStoredCounts(trx, records);
}

/** Writes what records are counted as that are not stored yet. */
export async function insertStoredCounts(
  trx: Knex.Transaction,
  records: ReadonlyMap<number, CountedRecord | undefined>,
): Promise<void> {
  await bulkInsert(
    trx,
    'counted_records',
    columnTypes,
    [...records].flatMap(([id, record]) =>
      record
        ? [[id, countedText(record), record.ownerRef, record.contractRef]]
        : [],
    ),
  );
}
