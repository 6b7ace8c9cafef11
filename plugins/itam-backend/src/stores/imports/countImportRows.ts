import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';

/** How many rows of an import have each outcome and each result. */
export interface ImportRowCounts {
  outcomes: Map<string, number>;
  results: Map<string, number>;
}

/** How many rows of an import have each outcome and each result. */
export async function countImportRows(
  database: Knex,
  importId: string,
): Promise<ImportRowCounts> {
  const counted = await countRowsOfImports(database, [importId]);
  return counted.get(importId) ?? { outcomes: new Map(), results: new Map() };
}

/** As {@link countImportRows}, of several imports, by their ids. */
export async function countRowsOfImports(
  database: Knex,
  importIds: readonly string[],
): Promise<Map<string, ImportRowCounts>> {
  const counts = new Map<string, ImportRowCounts>(
    importIds.map(id => [id, { outcomes: new Map(), results: new Map() }]),
  );
  // Each reads its own index only.
  for (const [column, name] of [
    ['outcome', 'outcomes'],
    ['result', 'results'],
  ] as const) {
    const rows: { id: string; value: string; n: unknown }[] = await database(
      'import_rows',
    )
      .whereIn('import_id', [...importIds])
      .whereNotNull(column)
      .groupBy('import_id', column)
      .select(
        { id: 'import_id', value: column },
        database.raw('count(*) as n'),
      );
    for (const { id, value, n } of rows) {
      counts.get(id)?.[name].set(value, integerFromRow(n));
    }
  }
  return counts;
}
