import type { ServicingInvoice } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { bigintFromRow, integerFromRow } from '../../database/bigints';
import { idList } from '../../database/idList';

/**
 * SQL that tells whether keeping a record working cost something.
 *
 * @param records - The table of records, as the statement calls it
 */
export function hasServicingInvoices(records: string): string {
  return `EXISTS (
    SELECT 1 FROM servicings
    WHERE servicings.record_id = ${records}.id
      AND servicings.voided_at IS NULL AND servicings.amount_minor IS NOT NULL
  )`;
}

/**
 * What keeping records working cost, by record id, in the order of dates;
 * voided servicings and those without a cost are left out.
 */
export async function readServicingInvoices(
  database: Knex,
  recordIds: readonly number[],
): Promise<Map<number, ServicingInvoice[]>> {
  const invoices = new Map<number, ServicingInvoice[]>();
  if (recordIds.length === 0) {
    return invoices;
  }
  const rows: {
    record_id: unknown;
    date: string;
    minor: unknown;
    currency: string;
  }[] = await database('servicings')
    .whereIn('record_id', idList(database, recordIds))
    .whereNull('voided_at')
    .whereNotNull('amount_minor')
    .orderBy(['record_id', 'date', 'id'])
    .select(
      'record_id',
      'date',
      'currency',
      // SQLite's driver would round large amounts.
      database.raw('CAST(amount_minor AS TEXT) AS minor'),
    );
  for (const { record_id, date, minor, currency } of rows) {
    const id = integerFromRow(record_id);
    const invoice = { date, minor: bigintFromRow(minor), currency };
    const list = invoices.get(id);
    if (list) {
      list.push(invoice);
    } else {
      invoices.set(id, [invoice]);
    }
  }
  return invoices;
}
