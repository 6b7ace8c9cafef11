import type { CostView } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { bigintFromRow, integerFromRow } from '../../database/bigints';
import { bulkInsert } from '../../database/bulkInsert';
import { costViewOf } from '../records/billedAmounts';

/** Newest amounts of a record that are shown: ten years in both views. */
const AMOUNTS_AT_MOST = 1_000;

/** What a bill says a record cost in a month, in one view. */
export interface DeliveredAmount {
  recordId: number;
  view: CostView;
  /** Month index. */
  month: number;
  /** ISO 4217 code. */
  currency: string;
  minor: bigint;
  /** Before rounding, as decimal text. */
  exact: string;
  /** Rows of the file behind it. */
  rows: number;
}

/** Stores what a bill says. */
export async function insertAmounts(
  trx: Knex.Transaction,
  deliveryId: number,
  amounts: readonly DeliveredAmount[],
): Promise<void> {
  await bulkInsert(
    trx,
    'cloud_amounts',
    {
      delivery_id: 'integer',
      record_id: 'integer',
      view: 'text',
      month: 'integer',
      currency: 'text',
      minor: 'bigint',
      exact: 'text',
      row_count: 'integer',
    },
    amounts.map(one => [
      deliveryId,
      one.recordId,
      one.view,
      one.month,
      one.currency,
      String(one.minor),
      one.exact,
      one.rows,
    ]),
  );
}

/** An amount with the bill it comes from. */
export interface BilledOf extends DeliveredAmount {
  deliveryId: number;
}

/** What bills in force say a record cost, the newest month first. */
export async function readAmountsOf(
  knex: Knex,
  recordId: number,
): Promise<BilledOf[]> {
  const rows: {
    delivery_id: unknown;
    record_id: unknown;
    view: string;
    month: unknown;
    currency: string;
    minor: unknown;
    exact: string;
    row_count: unknown;
  }[] = await knex('cloud_amounts')
    .where('record_id', recordId)
    .orderBy([
      { column: 'month', order: 'desc' },
      { column: 'delivery_id', order: 'desc' },
      { column: 'view' },
    ])
    .limit(AMOUNTS_AT_MOST)
    .select(
      'delivery_id',
      'record_id',
      'view',
      'month',
      'currency',
      'exact',
      'row_count',
      // SQLite's driver would round large amounts.
      knex.raw('CAST(minor AS TEXT) AS minor'),
    );
  return rows.map(row => ({
    deliveryId: integerFromRow(row.delivery_id),
    recordId: integerFromRow(row.record_id),
    view: costViewOf(row.view),
    month: integerFromRow(row.month),
    currency: row.currency,
    minor: bigintFromRow(row.minor),
    exact: row.exact,
    rows: integerFromRow(row.row_count),
  }));
}
