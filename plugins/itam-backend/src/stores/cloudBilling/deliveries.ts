import type { Knex } from 'knex';
import { bigintFromRow, integerFromRow } from '../../database/bigints';

/** Which bill it is: of one provider, account and period. */
export interface BillScope {
  provider: string;
  billingAccount: string;
  /** First day of the billing period, an ISO calendar date. */
  billingPeriod: string;
}

/** A bill as it is to be stored. */
export interface NewDelivery extends BillScope {
  billingAccountName: string | null;
  /** ISO 4217 code. */
  currency: string;
  /** Fingerprint of everything that is kept of it. */
  digest: string;
  fileName: string | null;
  rows: number;
  rowsWithoutCost: number;
  records: number;
  unmappedRows: number;
  /** Sums with all their digits, as decimal text. */
  billed: string;
  effective: string;
  unmappedBilled: string;
  unmappedEffective: string;
  /** The sums in minor units. */
  billedMinor: bigint;
  effectiveMinor: bigint;
}

/** A bill that was delivered. */
export interface StoredDelivery extends NewDelivery {
  id: number;
  /** ISO instant. */
  deliveredAt: string;
  deliveredBy: string;
}

interface DeliveryRow {
  id: unknown;
  provider: string;
  billing_account: string;
  billing_account_name: string | null;
  billing_period: string;
  currency: string;
  digest: string;
  file_name: string | null;
  row_count: unknown;
  rows_without_cost: unknown;
  record_count: unknown;
  unmapped_rows: unknown;
  billed: string;
  effective: string;
  unmapped_billed: string;
  unmapped_effective: string;
  billed_minor: unknown;
  effective_minor: unknown;
  delivered_at: string;
  delivered_by: string;
}

const columns = [
  'id',
  'provider',
  'billing_account',
  'billing_account_name',
  'billing_period',
  'currency',
  'digest',
  'file_name',
  'row_count',
  'rows_without_cost',
  'record_count',
  'unmapped_rows',
  'billed',
  'effective',
  'unmapped_billed',
  'unmapped_effective',
  'delivered_at',
  'delivered_by',
];

/** Bills in force of an account and period, of whatever provider. */
export async function readDeliveriesOf(
  knex: Knex,
  { billingAccount, billingPeriod }: Omit<BillScope, 'provider'>,
): Promise<StoredDelivery[]> {
  return await readDeliveries(knex, query =>
    query
      .where('billing_account', billingAccount)
      .where('billing_period', billingPeriod),
  );
}

/** Bills in force, the newest first. */
export async function listStoredDeliveries(
  knex: Knex,
  page: { billingAccount?: string; beforeId?: number; limit: number },
): Promise<StoredDelivery[]> {
  const { billingAccount, beforeId, limit } = page;
  return await readDeliveries(knex, query => {
    if (billingAccount !== undefined) {
      query.where('billing_account', billingAccount);
    }
    if (beforeId !== undefined) {
      query.where('id', '<', beforeId);
    }
    return query.limit(limit);
  });
}

/** A bill in force; undefined when there is none. */
export async function readDelivery(
  knex: Knex,
  id: number,
): Promise<StoredDelivery | undefined> {
  const [found] = await readDeliveries(knex, query => query.where({ id }));
  return found;
}

async function readDeliveries(
  knex: Knex,
  narrow: (query: Knex.QueryBuilder) => Knex.QueryBuilder,
): Promise<StoredDelivery[]> {
  const rows: DeliveryRow[] = await narrow(
    knex('cloud_deliveries').whereNull('ended_at').orderBy('id', 'desc'),
  ).select(
    ...columns,
    // SQLite's driver would round large amounts.
    knex.raw('CAST(billed_minor AS TEXT) AS billed_minor'),
    knex.raw('CAST(effective_minor AS TEXT) AS effective_minor'),
  );
  return rows.map(row => ({
    id: integerFromRow(row.id),
    provider: row.provider,
    billingAccount: row.billing_account,
    billingAccountName: row.billing_account_name,
    billingPeriod: row.billing_period,
    currency: row.currency,
    digest: row.digest,
    fileName: row.file_name,
    rows: integerFromRow(row.row_count),
    rowsWithoutCost: integerFromRow(row.rows_without_cost),
    records: integerFromRow(row.record_count),
    unmappedRows: integerFromRow(row.unmapped_rows),
    billed: row.billed,
    effective: row.effective,
    unmappedBilled: row.unmapped_billed,
    unmappedEffective: row.unmapped_effective,
    billedMinor: bigintFromRow(row.billed_minor),
    effectiveMinor: bigintFromRow(row.effective_minor),
    deliveredAt: row.delivered_at,
    deliveredBy: row.delivered_by,
  }));
}

/** Stores a bill; returns its id. */
export async function insertDelivery(
  trx: Knex.Transaction,
  delivery: NewDelivery,
  by: { actor: string; at: Date },
): Promise<number> {
  const [row]: { id: unknown }[] = await trx('cloud_deliveries')
    .insert({
      provider: delivery.provider,
      billing_account: delivery.billingAccount,
      billing_account_name: delivery.billingAccountName,
      billing_period: delivery.billingPeriod,
      currency: delivery.currency,
      digest: delivery.digest,
      file_name: delivery.fileName,
      row_count: delivery.rows,
      rows_without_cost: delivery.rowsWithoutCost,
      record_count: delivery.records,
      unmapped_rows: delivery.unmappedRows,
      billed: delivery.billed,
      effective: delivery.effective,
      unmapped_billed: delivery.unmappedBilled,
      unmapped_effective: delivery.unmappedEffective,
      billed_minor: String(delivery.billedMinor),
      effective_minor: String(delivery.effectiveMinor),
      delivered_at: by.at.toISOString(),
      delivered_by: by.actor,
    })
    .returning('id');
  return integerFromRow(row.id);
}

/**
 * Puts a bill out of force with all its amounts; it stays in the log. Returns
 * the ids of the records that had some.
 */
export async function endDelivery(
  trx: Knex.Transaction,
  id: number,
  at: Date,
): Promise<number[]> {
  const rows: { record_id: unknown }[] = await trx('cloud_amounts')
    .where('delivery_id', id)
    .distinct('record_id');
  await trx('cloud_amounts').where('delivery_id', id).delete();
  await trx('cloud_deliveries')
    .where({ id })
    .update({ ended_at: at.toISOString() });
  return rows.map(row => integerFromRow(row.record_id));
}
