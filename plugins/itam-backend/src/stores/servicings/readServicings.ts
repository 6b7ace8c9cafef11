import type { Knex } from 'knex';
import {
  servicingColumns,
  servicingFromRow,
  type Servicing,
  type ServicingRow,
} from './servicingRow';

/** The newest servicings that are shown. */
const SERVICINGS_AT_MOST = 1_000;

/** The servicings of a record that count, the newest first. */
export async function readServicings(
  knex: Knex,
  recordId: number,
): Promise<Servicing[]> {
  const rows: ServicingRow[] = await knex('servicings')
    .where('record_id', recordId)
    .whereNull('voided_at')
    .orderBy([
      { column: 'date', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(SERVICINGS_AT_MOST)
    .select(servicingColumns(knex));
  return rows.map(servicingFromRow);
}
