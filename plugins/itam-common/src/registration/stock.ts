import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import { readRef } from '../entities/references/readRef';
import {
  problem,
  problemWithValue,
  type ValidationProblem,
} from '../entities/validation/ValidationProblem';
import { isPlainDate, type PlainDate } from '../values';
import type { ChangeAnswer } from './changeAnswer';

/**
 * Pieces of a stock that somebody has.
 * @public
 */
export interface StockHolding {
  /** Full ref of the holder. */
  to: string;
  /** How many pieces, a whole number of at least 1. */
  quantity: number;
  /** First day, inclusive. */
  from: PlainDate;
  /** Last day, inclusive; absent while the pieces are out. */
  until?: PlainDate;
}

/**
 * How many pieces of a stock there are, are out and are left.
 * @public
 */
export interface StockLevel {
  /** All pieces the record stands for. */
  total: number;
  /** Pieces that are out. */
  out: number;
  /** Pieces in the store; 0 when more are out than there are. */
  left: number;
  /** Pieces that are out beyond those there are: a stock to be recounted. */
  missing: number;
}

/**
 * The level of a stock. `quantity` is that of the record; holdings that have
 * ended are not counted. Throws RangeError for numbers that are negative or
 * no whole numbers.
 * @public
 */
export function stockLevel(
  quantity: number,
  holdings: readonly StockHolding[],
): StockLevel {
  const out = holdings
    .filter(isOut)
    .reduce((sum, holding) => sum + counted(holding.quantity), 0);
  const total = counted(quantity);
  return {
    total,
    out,
    left: Math.max(0, total - out),
    missing: Math.max(0, out - total),
  };
}

/**
 * Checks pieces out to somebody: the new holding, or why not: only 3 of 40
 * are left.
 * @public
 */
export function checkOutStock(
  stock: { quantity: number; holdings: readonly StockHolding[] },
  order: { to: string; count: number; from: PlainDate },
): ChangeAnswer<{ holding: StockHolding; level: StockLevel }> {
  const { to, count, from } = order;
  const before = stockLevel(stock.quantity, stock.holdings);
  const problems = [
    ...countProblems(count),
    ...holderProblems(to),
    ...dayProblems('from', from),
  ];
  if (isCount(count) && count > before.left) {
    problems.push(
      problem({
        path: 'count',
        rule: 'not-enough',
        found: `${count}`,
        allowed:
          before.left === 0
            ? `none, as all ${before.total} are out`
            : `only ${before.left} of ${before.total} left`,
      }),
    );
  }
  if (problems.length > 0) {
    return { ok: false, problems };
  }
  const holding = { to, quantity: count, from };
  return {
    ok: true,
    holding,
    level: stockLevel(stock.quantity, [...stock.holdings, holding]),
  };
}

/**
 * Checks pieces in again: all holdings as they are afterwards, in their order.
 *
 * What somebody has had longest comes back first. A holding of which only a
 * part comes back becomes two: the part that ended on the day, and the rest,
 * out since the same day as before. Refused when the holder has fewer pieces
 * out, or only got them later.
 * @public
 */
export function checkInStock(
  holdings: readonly StockHolding[],
  order: { to: string; count: number; date: PlainDate },
): ChangeAnswer<{ holdings: StockHolding[] }> {
  const { to, count, date } = order;
  const open = holdings
    .filter(holding => isOut(holding) && holding.to === to)
    .filter(holding => holding.from <= date)
    .sort((a, b) => (a.from < b.from ? -1 : Number(a.from > b.from)));
  const held = open.reduce((sum, holding) => sum + holding.quantity, 0);
  const problems = [...countProblems(count), ...dayProblems('date', date)];
  if (problems.length === 0 && count > held) {
    problems.push(
      problem({
        path: 'count',
        rule: 'not-held',
        found: `${count}`,
        allowed:
          held === 0
            ? `none, as ${to} had none on ${date}`
            : `at most the ${held} that ${to} has`,
      }),
    );
  }
  if (problems.length > 0) {
    return { ok: false, problems };
  }
  const returned = new Map<StockHolding, number>();
  let toReturn = count;
  for (const holding of open) {
    const part = Math.min(toReturn, holding.quantity);
    returned.set(holding, part);
    toReturn -= part;
  }
  return {
    ok: true,
    holdings: holdings.flatMap(holding =>
      afterReturn(holding, returned.get(holding) ?? 0, date),
    ),
  };
}

function afterReturn(
  holding: StockHolding,
  count: number,
  until: PlainDate,
): StockHolding[] {
  if (count === 0) {
    return [{ ...holding }];
  }
  const ended = { ...holding, quantity: count, until };
  return count === holding.quantity
    ? [ended]
    : [ended, { ...holding, quantity: holding.quantity - count }];
}

function isOut(holding: StockHolding): boolean {
  return holding.until === undefined;
}

function counted(count: number): number {
  if (!Number.isSafeInteger(count) || count < 0) {
    throw new RangeError('Pieces are counted in whole numbers from 0');
  }
  return count;
}

function isCount(count: number): boolean {
  return Number.isSafeInteger(count) && count >= 1;
}

function countProblems(count: number): ValidationProblem[] {
  return isCount(count)
    ? []
    : [
        problem({
          path: 'count',
          rule: 'whole-number',
          found: `${count}`,
          allowed: 'a whole number of at least 1',
        }),
      ];
}

function holderProblems(to: string): ValidationProblem[] {
  const read = readRef(to, 'assignee', DEFAULT_NAMESPACE);
  return read.ok
    ? []
    : [
        problemWithValue({
          path: 'to',
          rule: read.rule,
          value: to,
          allowed: read.allowed,
        }),
      ];
}

function dayProblems(path: string, day: string): ValidationProblem[] {
  return isPlainDate(day)
    ? []
    : [
        problemWithValue({
          path,
          rule: 'date',
          value: day,
          allowed: 'a date that exists, written YYYY-MM-DD',
        }),
      ];
}
