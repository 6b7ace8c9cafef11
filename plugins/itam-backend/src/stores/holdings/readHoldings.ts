import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import {
  holdingColumns,
  holdingFromRow,
  type Holding,
  type HoldingRow,
} from './holdingRow';

/** The holdings of a record that have not ended, oldest first. */
export async function readOpenHoldings(
  knex: Knex,
  recordId: number,
): Promise<Holding[]> {
  const rows: HoldingRow[] = await knex('holdings')
    .where('record_id', recordId)
    .whereNull('until_date')
    .orderBy(['from_date', 'id'])
    .select(holdingColumns);
  return rows.map(holdingFromRow);
}

/**
 * One page of the holdings of a record, newest first.
 *
 * @param page.after - First day and id of the last one of the page before
 */
export async function readHoldingPage(
  knex: Knex,
  recordId: number,
  page: {
    open: boolean;
    after?: { from: string; id: number };
    limit: number;
  },
): Promise<Holding[]> {
  const { open, after, limit } = page;
  const rows: HoldingRow[] = await knex('holdings')
    .where('record_id', recordId)
    .modify(query => {
      if (open) {
        query.whereNull('until_date');
      }
      if (after) {
        query.where(later =>
          later
            .where('from_date', '<', after.from)
            .orWhere(same =>
              same.where('from_date', after.from).where('id', '<', after.id),
            ),
        );
      }
    })
    .orderBy('from_date', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .select(holdingColumns);
  return rows.map(holdingFromRow);
}

/** How many holdings a record has, and how many have not ended. */
export async function countHoldings(
  knex: Knex,
  recordId: number,
): Promise<{ total: number; open: number }> {
  const row: { total: unknown; ended: unknown } | undefined = await knex(
    'holdings',
  )
    .where('record_id', recordId)
    .first(
      knex.raw('count(*) as total'),
      knex.raw('count(until_date) as ended'),
    );
  const total = integerFromRow(row?.total ?? 0);
  return { total, open: total - integerFromRow(row?.ended ?? 0) };
}

/** How many pieces of a record are out. */
export async function countPiecesOut(
  knex: Knex,
  recordId: number,
): Promise<number> {
  const row: { pieces: unknown } | undefined = await knex('holdings')
    .where('record_id', recordId)
    .whereNull('until_date')
    .first(knex.raw('coalesce(sum(quantity), 0) as pieces'));
  return integerFromRow(row?.pieces ?? 0);
}

/**
 * The day from which somebody else can have a single asset: the last day of
 * its last holder, or the first of the present one; null when nobody ever had
 * it.
 */
export async function readLastHeldOn(
  knex: Knex,
  recordId: number,
): Promise<string | null> {
  const row: { day: string | null } | undefined = await knex('holdings')
    .where('record_id', recordId)
    .first(knex.raw('max(coalesce(until_date, from_date)) as day'));
  return row?.day ?? null;
}
