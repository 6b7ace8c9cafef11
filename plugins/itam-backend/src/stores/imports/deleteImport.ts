import type { Knex } from 'knex';

/** Rows deleted in one statement, so that others get their turn. */
const ROWS_AT_A_TIME = 5_000;

/** Forgets an import and its rows, in small transactions. */
export async function deleteImport(
  database: Knex,
  importId: string,
): Promise<void> {
  for (const table of ['import_keys', 'import_rows']) {
    for (let deleted = 1; deleted > 0; ) {
      const upTo: { row_no: unknown }[] = await database(table)
        .where('import_id', importId)
        .orderBy('row_no')
        .offset(ROWS_AT_A_TIME)
        .limit(1)
        .select('row_no');
      const query = database(table).where('import_id', importId);
      if (upTo.length > 0) {
        query.where('row_no', '<', Number(upTo[0].row_no));
      }
      deleted = await query.delete();
    }
  }
  await database('imports').where('id', importId).delete();
}
