import { fiscalYearStart, type MonthIndex } from '../values';

const MONTHS_PER_YEAR = 12;

/**
 * The twelve months of a fiscal year, as month indices.
 * @public
 */
export interface FiscalYearMonths {
  /** First month. */
  from: MonthIndex;
  /** First month of the next fiscal year. */
  toExclusive: MonthIndex;
}

/**
 * The months of a fiscal year, which is named after the calendar year of its
 * last month; `startMonth` is 1 (January) to 12. With July, 2026 is 2025-07 to
 * 2026-06.
 * @public
 */
export function fiscalYearMonths(
  fiscalYear: number,
  startMonth: number,
): FiscalYearMonths {
  const from = fiscalYearStart(fiscalYear, startMonth);
  return { from, toExclusive: from + MONTHS_PER_YEAR };
}
