import type { Knex } from 'knex';
import { bulkInsert } from '../../database/bulkInsert';
import { integerFromRow } from '../../database/bigints';
import { idList, textList } from '../../database/idList';

const columnTypes = {
  import_id: 'text',
  key: 'text',
  row_no: 'integer',
} as const;

/** Adds what identifies the records of rows. */
export async function insertImportKeys(
  trx: Knex.Transaction,
  importId: string,
  rows: readonly { rowNo: number; keys: readonly string[] }[],
): Promise<void> {
  await bulkInsert(
    trx,
    'import_keys',
    columnTypes,
    rows.flatMap(({ rowNo, keys }) => keys.map(key => [importId, key, rowNo])),
  );
}

/** Rows of an import that have a key which others of it have too. */
export interface SharedKey {
  key: string;
  rowNo: number;
  /** First row that has the key. */
  firstRowNo: number;
}

/**
 * The rows after one that share a key with another row of the import, in
 * order of key and row.
 */
export async function readSharedKeys(
  database: Knex,
  importId: string,
  after: { key: string; rowNo: number } | undefined,
  limit: number,
): Promise<SharedKey[]> {
  const query = sharedKeys(database, importId).limit(limit);
  if (after) {
    query.whereRaw('(own.key, own.row_no) > (?, ?)', [after.key, after.rowNo]);
  }
  return (await query).map(fromRow);
}

/** The keys these rows share with others of the import. */
export async function readSharedKeysOf(
  database: Knex,
  importId: string,
  rowNos: readonly number[],
): Promise<SharedKey[]> {
  const query = sharedKeys(database, importId);
  query.whereIn('own.row_no', idList(database, rowNos));
  return (await query).map(fromRow);
}

interface SharedRow {
  key: string;
  row_no: unknown;
  first_row_no: unknown;
}

function sharedKeys(
  database: Knex,
  importId: string,
): Knex.QueryBuilder<SharedRow, SharedRow[]> {
  return database('import_keys as own')
    .join(
      database('import_keys')
        .where('import_id', importId)
        .groupBy('key')
        .havingRaw('count(*) > 1')
        .select('key', database.raw('min(row_no) as first_row_no'))
        .as('shared'),
      'shared.key',
      'own.key',
    )
    .where('own.import_id', importId)
    .orderBy([{ column: 'own.key' }, { column: 'own.row_no' }])
    .select('own.key as key', 'own.row_no as row_no', 'first_row_no');
}

function fromRow(row: SharedRow): SharedKey {
  return {
    key: row.key,
    rowNo: integerFromRow(row.row_no),
    firstRowNo: integerFromRow(row.first_row_no),
  };
}

/**
 * Of these keys, those whose rows have different cells, with the first row
 * that differs from the first one.
 */
export async function readConflictingKeys(
  database: Knex,
  importId: string,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const rows: { key: string; row_no: unknown }[] = await database(
    'import_keys as own',
  )
    .join(
      database('import_keys')
        .where('import_id', importId)
        .whereIn('key', textList(database, keys))
        .groupBy('key')
        .select('key', database.raw('min(row_no) as first_row_no'))
        .as('shared'),
      'shared.key',
      'own.key',
    )
    .join('import_rows as row', join =>
      join
        .on('row.import_id', 'own.import_id')
        .andOn('row.row_no', 'own.row_no'),
    )
    .join('import_rows as first', join =>
      join
        .on('first.import_id', 'own.import_id')
        .andOn('first.row_no', 'shared.first_row_no'),
    )
    .where('own.import_id', importId)
    .whereRaw('row.cells <> first.cells')
    .groupBy('own.key')
    .select('own.key as key', database.raw('min(own.row_no) as row_no'));
  return new Map(rows.map(row => [row.key, integerFromRow(row.row_no)]));
}

/** Forgets what identifies rows; of all rows when none are named. */
export async function deleteImportKeys(
  trx: Knex.Transaction,
  importId: string,
  rowNos?: readonly number[],
): Promise<void> {
  const query = trx('import_keys').where('import_id', importId);
  if (rowNos) {
    query.whereIn('row_no', idList(trx, rowNos));
  }
  await query.delete();
}

/** The rows that have one of these keys. */
export async function readRowsWithKeys(
  database: Knex,
  importId: string,
  keys: readonly string[],
  limit: number,
): Promise<number[]> {
  const rows: { row_no: unknown }[] = await database('import_keys')
    .where('import_id', importId)
    .whereIn('key', textList(database, keys))
    .orderBy('row_no')
    .limit(limit)
    .distinct('row_no');
  return rows.map(row => integerFromRow(row.row_no));
}

/** What identifies these rows. */
export async function readKeysOf(
  database: Knex,
  importId: string,
  rowNos: readonly number[],
): Promise<string[]> {
  const rows: { key: string }[] = await database('import_keys')
    .where('import_id', importId)
    .whereIn('row_no', idList(database, rowNos))
    .distinct('key');
  return rows.map(({ key }) => key);
}
