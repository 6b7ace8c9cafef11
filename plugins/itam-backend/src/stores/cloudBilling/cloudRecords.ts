import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { bulkInsert } from '../../database/bulkInsert';
import { idList, textList } from '../../database/idList';

/** A record that stands for part of the bills. */
export interface CloudRecord {
  id: number;
  ref: string;
}

/** The records of parts of the bills, by the hash of the part. */
export async function readCloudRecords(
  knex: Knex,
  hashes: readonly string[],
): Promise<Map<string, CloudRecord>> {
  const rows: { key_hash: string; id: unknown; ref: string }[] = await knex(
    'cloud_records',
  )
    .join('records', 'records.id', 'cloud_records.record_id')
    .whereIn('cloud_records.key_hash', textList(knex, hashes))
    .select('cloud_records.key_hash', 'records.id', 'records.ref');
  return new Map(
    rows.map(({ key_hash, id, ref }) => [
      key_hash,
      { id: integerFromRow(id), ref },
    ]),
  );
}

/** Notes which records stand for parts of the bills. */
export async function insertCloudRecords(
  trx: Knex.Transaction,
  records: readonly { hash: string; ref: string }[],
): Promise<void> {
  const ids = await readRecordIds(
    trx,
    records.map(({ ref }) => ref),
  );
  await bulkInsert(
    trx,
    'cloud_records',
    { key_hash: 'text', record_id: 'integer' },
    records.map(({ hash, ref }) => [hash, ids.get(ref) ?? null]),
  );
}

/** Ids of records by ref. */
export async function readRecordIds(
  knex: Knex,
  refs: readonly string[],
): Promise<Map<string, number>> {
  const rows: { id: unknown; ref: string }[] = await knex('records')
    .whereIn('ref', textList(knex, refs))
    .select('id', 'ref');
  return new Map(rows.map(({ id, ref }) => [ref, integerFromRow(id)]));
}

/** Refs of records, in order. */
export async function readRecordRefs(
  knex: Knex,
  ids: readonly number[],
): Promise<string[]> {
  const rows: { ref: string }[] = await knex('records')
    .whereIn('id', idList(knex, ids))
    .orderBy('ref')
    .select('ref');
  return rows.map(({ ref }) => ref);
}
