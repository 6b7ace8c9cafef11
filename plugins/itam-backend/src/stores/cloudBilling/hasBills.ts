/**
 * SQL that tells whether a bill in force names a record: it has a price then.
 *
 * @param records - The table of records, as the statement calls it
 */
export function hasBills(records: string): string {
  return `EXISTS (
    SELECT 1 FROM cloud_amounts WHERE cloud_amounts.record_id = ${records}.id
  )`;
}
