import type { Knex } from 'knex';
import {
  importFromRow,
  type ImportRow,
  type StoredImport,
} from './storedImport';

/** The imports of somebody, the newest first; without those still arriving. */
export async function listStoredImports(
  database: Knex,
  createdBy: string,
  page: { before?: { createdAt: string; id: string }; limit: number },
): Promise<StoredImport[]> {
  const query = database<ImportRow>('imports')
    .where('created_by', createdBy)
    .whereNot('state', 'receiving');
  if (page.before) {
    query.whereRaw('(created_at, id) < (?, ?)', [
      page.before.createdAt,
      page.before.id,
    ]);
  }
  const rows = await query
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit)
    .select('*');
  return rows.map(importFromRow);
}
