import {
  firstDayOfMonth,
  lastDayOfMonth,
  ratioFromDecimal,
  type RateTable,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  readUsableRates,
  type UsableRates,
} from '../../stores/queries/monthlyRates';

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
    /** As `readFigureState` tells it; a table of another one is read anew. */
    ratesRevision?: string;
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
  const wanted = {
    currencies: needed.sort(),
    monthly:
      lastClosed >= options.fromMonth
        ? {
            from: firstDayOfMonth(options.fromMonth),
            until: lastDayOfMonth(lastClosed),
          }
        : null,
    latestUntil:
      options.toMonthExclusive > options.currentMonth ? options.today : null,
  };
  return options.ratesRevision
    ? await keptTable(knex, wanted, options.ratesRevision)
    : await readTable(knex, wanted);
}

/** Tables per register kept at most: those of the ranges pages ask for. */
const KEPT_AT_MOST = 50;

interface KeptTables {
  revision: string;
  tables: Map<string, Promise<RateTable>>;
}

const kept = new WeakMap<Knex, KeptTables>();

/** A table read before, as long as no rate was changed since. */
async function keptTable(
  knex: Knex,
  wanted: UsableRates,
  revision: string,
): Promise<RateTable> {
  let current = kept.get(knex);
  if (current?.revision !== revision) {
    current = { revision, tables: new Map() };
    kept.set(knex, current);
  }
  const { tables } = current;
  const key = JSON.stringify(wanted);
  let table = tables.get(key);
  if (!table) {
    if (tables.size >= KEPT_AT_MOST) {
      tables.clear();
    }
    table = readTable(knex, wanted);
    tables.set(key, table);
    // A failure is not kept.
    table.catch(() => tables.delete(key));
  }
  return await table;
}

async function readTable(knex: Knex, wanted: UsableRates): Promise<RateTable> {
  const found = await readUsableRates(knex, wanted);
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
