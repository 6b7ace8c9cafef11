import type { Knex } from 'knex';
import { rowsOf } from './rowsOf';

/** A rate that counts: of the rates file, or set by hand. */
export interface RateRow {
  currency: string;
  /** ISO calendar date. */
  date: string;
  /** Units of the currency for one euro, as decimal text. */
  perEuro: string;
}

/** Of two rates for one day, that of the later table counts. */
const RATE_TABLES = ['rates', 'rate_overrides'] as const;

type RateTableName = (typeof RATE_TABLES)[number];

/** Which rates of a range of dates are meant; dates are ISO and inclusive. */
export interface UsableRates {
  currencies: readonly string[];
  /** The last rate of each calendar month in these dates; null: none. */
  monthly: { from: string; until: string } | null;
  /** The newest rate up to this date; null: none. */
  latestUntil: string | null;
}

/**
 * For each currency the last rate of every calendar month of a range, and its
 * newest up to a date, in order of date, in one statement. No other rate is
 * ever used.
 */
export async function readUsableRates(
  knex: Knex,
  { currencies, monthly, latestUntil }: UsableRates,
): Promise<RateRow[]> {
  if (currencies.length === 0 || (!monthly && latestUntil === null)) {
    return [];
  }
  const wanted = currencies.map(() => '?').join(', ');
  const parts: string[] = [];
  const values: string[] = [];
  for (const [priority, table] of RATE_TABLES.entries()) {
    const columns = `${priority} as priority, rate.currency as currency,
      rate.date as date, rate.per_euro as per_euro`;
    if (monthly) {
      parts.push(
        `select 'month' as what, ${columns} from ${table} rate join (
          select currency, max(date) as date from ${table}
          where currency in (${wanted}) and date >= ? and date <= ?
          group by currency, substr(date, 1, 7)
        ) last on last.currency = rate.currency and last.date = rate.date`,
      );
      values.push(...currencies, monthly.from, monthly.until);
    }
    if (latestUntil !== null) {
      for (const currency of currencies) {
        parts.push(
          `select 'latest' as what, ${columns} from ${table} rate
          where rate.currency = ? and rate.date = (
            select max(date) from ${table} where currency = ? and date <= ?)`,
        );
        values.push(currency, currency, latestUntil);
      }
    }
  }
  const rows = rowsOf(await knex.raw(parts.join(' union all '), values)).map(
    row => ({ ...readPriority(row), rate: rateFromRow(row) }),
  );
  const last = (what: string, keyOf: (rate: RateRow) => string) =>
    lastOf(
      RATE_TABLES.map((_, priority) =>
        rows
          .filter(row => row.what === what && row.priority === priority)
          .map(row => row.rate),
      ),
      keyOf,
    );
  return [
    ...last('month', rate => `${rate.currency} ${rate.date.slice(0, 7)}`),
    ...last('latest', rate => rate.currency),
  ];
}

function readPriority(row: unknown): { what: string; priority: number } {
  if (
    typeof row !== 'object' ||
    row === null ||
    !('what' in row && 'priority' in row)
  ) {
    throw new TypeError('The database answered a rate in an unknown form');
  }
  return { what: String(row.what), priority: Number(row.priority) };
}

/** The newest rate of every currency there are rates for, in their order. */
export async function readNewestRates(knex: Knex): Promise<RateRow[]> {
  const read = async (table: RateTableName) =>
    rowsOf(
      await knex.raw(
        `select rate.currency as currency, rate.date as date,
          rate.per_euro as per_euro
        from ${table} rate join (
          select currency, max(date) as date from ${table} group by currency
        ) last on last.currency = rate.currency and last.date = rate.date`,
      ),
    );
  const tables: RateRow[][] = [];
  for (const table of RATE_TABLES) {
    tables.push((await read(table)).map(rateFromRow));
  }
  return lastOf(tables, rate => rate.currency);
}

/** The last rate per key over both tables; a rate set by hand wins a tie. */
function lastOf(
  tables: readonly RateRow[][],
  keyOf: (rate: RateRow) => string,
): RateRow[] {
  const last = new Map<string, RateRow>();
  for (const rates of tables) {
    for (const rate of rates) {
      const known = last.get(keyOf(rate));
      if (!known || rate.date >= known.date) {
        last.set(keyOf(rate), rate);
      }
    }
  }
  return [...last.values()].sort((a, b) =>
    a.currency === b.currency
      ? compare(a.date, b.date)
      : compare(a.currency, b.currency),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
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
