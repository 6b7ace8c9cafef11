import type { Knex } from 'knex';
import { rowsOf } from './rowsOf';

/** A rate as the rates file has it. */
export interface RateRow {
  currency: string;
  /** ISO calendar date. */
  date: string;
  /** Units of the currency for one euro, as decimal text. */
  perEuro: string;
}

/**
 * For each currency the last rate of every calendar month up to a date, in
 * order of date. No other rate is ever used.
 *
 * @param from - ISO calendar date, inclusive
 * @param until - ISO calendar date, inclusive
 */
export async function readLastRatesOfMonths(
  knex: Knex,
  currencies: readonly string[],
  from: string,
  until: string,
): Promise<RateRow[]> {
  if (currencies.length === 0) {
    return [];
  }
  const wanted = currencies.map(() => '?').join(', ');
  const rows = rowsOf(
    await knex.raw(
      `select rates.currency as currency, rates.date as date,
        rates.per_euro as per_euro
      from rates join (
        select currency, max(date) as date from rates
        where currency in (${wanted}) and date >= ? and date <= ?
        group by currency, substr(date, 1, 7)
      ) last on last.currency = rates.currency and last.date = rates.date
      order by rates.currency, rates.date`,
      [...currencies, from, until],
    ),
  );
  return rows.map(rateFromRow);
}

/** The newest rate of each currency up to a date. */
export async function readLatestRates(
  knex: Knex,
  currencies: readonly string[],
  until: string,
): Promise<RateRow[]> {
  const rates = await Promise.all(
    currencies.map(async currency => {
      const row: unknown = await knex('rates')
        .where('currency', currency)
        .where('date', '<=', until)
        .orderBy('date', 'desc')
        .first('currency', 'date', 'per_euro');
      return row === undefined ? [] : [rateFromRow(row)];
    }),
  );
  return rates.flat();
}

function rateFromRow(row: unknown): RateRow {
  if (
    typeof row !== 'object' ||
    row === null ||
    !('currency' in row && 'date' in row && 'per_euro' in row)
  ) {
    throw new TypeError('The database answered a rate in an unknown form');
  }
  return {
    currency: String(row.currency),
    date: String(row.date),
    perEuro: String(row.per_euro),
  };
}
