import {
  addDays,
  isCurrency,
  isPlainDate,
  lastDayOfMonth,
  monthOf,
  type MonthIndex,
  type PlainDate,
  type Ratio,
  ratio,
  ratioFromDecimal,
} from '../values';

/**
 * Rates by currency: units per 1 EUR, oldest first. EUR itself is not listed.
 * @public
 */
export type RateTable = ReadonlyMap<
  string,
  readonly { date: PlainDate; rate: Ratio }[]
>;

/**
 * `final`: of the month's end; `provisional`: the month is not over yet;
 * `forecast`: the month has not begun; `missing`: there is none.
 * @public
 */
export type RateStatus = 'final' | 'provisional' | 'forecast' | 'missing';

/**
 * The rate of a currency for a month.
 * @public
 */
export type Rate =
  | {
      status: 'final' | 'provisional' | 'forecast';
      rate: Ratio;
      /** The day it was published for; null for EUR itself. */
      date: PlainDate | null;
    }
  | { status: 'missing' };

/**
 * A file of rates that cannot be read.
 *
 * `row` counts from 1, the header being row 1.
 * @public
 */
export class InvalidRatesError extends Error {
  /** Where the file is wrong, and the rule it breaks. */
  readonly facts: {
    row: number;
    column: string;
    rule: 'header' | 'date' | 'rate' | 'twice';
  };

  constructor(facts: InvalidRatesError['facts']) {
    super(
      `Rates cannot be read at row ${facts.row}, column '${facts.column}': ${facts.rule}`,
    );
    this.name = 'InvalidRatesError';
    this.facts = facts;
  }
}

/**
 * Reads rows of the European Central Bank's reference rate file: a header
 * `Date,USD,JPY,…`, then one row a day in any order; `N/A` and empty cells
 * mean not quoted, and the header may end in an empty column.
 *
 * Columns that are no currency of ISO 4217 any more are left out. Throws
 * {@link InvalidRatesError}.
 * @public
 */
export function parseEcbRates(rows: readonly (readonly string[])[]): RateTable {
  const [header = [], ...days] = rows;
  if (header[0]?.trim().replace(/^\uFEFF/, '') !== 'Date') {
    throw new InvalidRatesError({
      row: 1,
      column: header[0] ?? '',
      rule: 'header',
    });
  }
  const table = new Map<string, { date: PlainDate; rate: Ratio }[]>();
  const seen = new Set<string>();
  days.forEach((cells, index) => {
    const row = index + 2;
    const date = cells[0]?.trim() ?? '';
    if (date === '' && cells.every(cell => cell.trim() === '')) {
      return;
    }
    if (!isPlainDate(date)) {
      throw new InvalidRatesError({ row, column: 'Date', rule: 'date' });
    }
    if (seen.has(date)) {
      throw new InvalidRatesError({ row, column: 'Date', rule: 'twice' });
    }
    seen.add(date);
    header.slice(1).forEach((name, at) => {
      const currency = name.trim();
      const text = cells[at + 1]?.trim() ?? '';
      if (!isCurrency(currency) || text === '' || text === 'N/A') {
        return;
      }
      const rate = ratioFromDecimal(text);
      if (!rate || rate.numerator <= 0n) {
        throw new InvalidRatesError({ row, column: currency, rule: 'rate' });
      }
      const entries = table.get(currency) ?? [];
      entries.push({ date, rate });
      table.set(currency, entries);
    });
  });
  for (const entries of table.values()) {
    entries.sort((a, b) => (a.date < b.date ? -1 : 1));
  }
  return table;
}

/** How far before a month's end its rate may be from. */
const MONTH_END_DAYS = 7;

/**
 * The rate of a currency for a month, as seen on a date.
 *
 * Past months: that of the last day, else the last earlier one within 7 days.
 * The current month: the latest, `provisional`. Future months: the latest,
 * `forecast`. Rates after `asOf` are not known yet.
 * @public
 */
export function rateFor(
  month: MonthIndex,
  asOf: PlainDate,
  currency: string,
  table: RateTable,
): Rate {
  const currentMonth = monthOf(asOf);
  const status = statusOf(month, currentMonth);
  if (currency === 'EUR') {
    return { status, rate: ratio(1n), date: null };
  }
  const monthEnd = lastDayOfMonth(month);
  const last = month < currentMonth ? monthEnd : asOf;
  const found = lastUntil(table.get(currency) ?? [], last);
  if (!found) {
    return { status: 'missing' };
  }
  const tooOld =
    status === 'final' && found.date < addDays(monthEnd, -MONTH_END_DAYS);
  return tooOld
    ? { status: 'missing' }
    : { status, rate: found.rate, date: found.date };
}

function statusOf(
  month: MonthIndex,
  currentMonth: MonthIndex,
): 'final' | 'provisional' | 'forecast' {
  if (month < currentMonth) {
    return 'final';
  }
  return month === currentMonth ? 'provisional' : 'forecast';
}

function lastUntil<T extends { date: PlainDate }>(
  entries: readonly T[],
  date: PlainDate,
): T | undefined {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle].date <= date) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return entries[low - 1];
}
