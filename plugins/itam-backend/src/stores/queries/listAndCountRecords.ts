import type { Knex } from 'knex';
import { isPostgres } from '../../database/engine';
import {
  countRecords,
  listRecords,
  type RecordListQuery,
  type RecordPosition,
} from './listRecords';
import type { RecordRow } from './recordRow';

/** The rows after a position, at most `limit`, and how many there are at all. */
export async function listAndCountRecords(
  knex: Knex,
  query: RecordListQuery,
  page: { after?: RecordPosition; limit: number },
): Promise<{ rows: RecordRow[]; totalItems: number }> {
  if (isPostgres(knex)) {
    const [rows, totalItems] = await Promise.all([
      listRecords(knex, query, page),
      countRecords(knex, query),
    ]);
    return { rows, totalItems };
  }
  // SQLite reads one after the other, and another way when there are many.
  const matches = await countRecords(knex, query);
  return {
    rows: await listRecords(knex, query, { ...page, matches }),
    totalItems: matches,
  };
}
