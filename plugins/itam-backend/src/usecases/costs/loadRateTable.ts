import {
  firstDayOfMonth,
  lastDayOfMonth,
  ratioFromDecimal,
  type RateTable,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { readUsableRates } from '../../stores/queries/monthlyRates';

const EURO = 'EUR';

/**
 * The rates that may be used in a range of months: the last of every month
 * that is over and, for later months, the latest. Rates older than a month's
 * end by more days than allowed are refused where they are used.
 */
export async function loadRateTable(
  knex: Knex,
  options: {
    currencies: readonly string[];
    reportingCurrency: string;
    fromMonth: number;
    toMonthExclusive: number;
    currentMonth: number;
    /** ISO calendar date. */
    today: string;
  },
): Promise<RateTable> {
  const foreign = options.currencies.filter(
    currency => currency !== options.reportingCurrency,
  );
  const needed = [
    ...new Set(
      foreign.length > 0 ? [...foreign, options.reportingCurrency] : [],
    ),
  ].filter(currency => currency !== EURO);
  const lastClosed =
    Math.min(options.toMonthExclusive, options.currentMonth) - 1;
  const found = await readUsableRates(knex, {
    currencies: needed,
    monthly:
      lastClosed >= options.fromMonth
        ? {
            from: firstDayOfMonth(options.fromMonth),
            until: lastDayOfMonth(lastClosed),
          }
        : null,
    latestUntil:
      options.toMonthExclusive > options.currentMonth ? options.today : null,
  });
  const rows = found.sort((a, b) => (a.date < b.date ? -1 : 1));

  const table = new Map<string, { date: string; rate: Rational }[]>();
  for (const row of rows) {
    const rate = ratioFromDecimal(row.perEuro);
    if (rate && rate.numerator > 0n) {
      const entries = table.get(row.currency) ?? [];
      entries.push({ date: row.date, rate });
      table.set(row.currency, entries);
    }
  }
  return table;
}

type Rational = NonNullable<ReturnType<typeof ratioFromDecimal>>;
