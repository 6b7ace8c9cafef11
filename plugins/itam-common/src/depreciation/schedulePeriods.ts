import {
  fiscalYearLabel,
  fiscalYearOf,
  fiscalYearStart,
  type MonthIndex,
  monthText,
} from '../values';
import type { DepreciationSchedule } from './schedule';

/**
 * A month or fiscal year of a schedule; amounts in minor units of its currency.
 *
 * openingBook + improvement − impairment − depreciation = closingBook.
 * @public
 */
export interface SchedulePeriod {
  /** `2026-10`, or `FY26`. */
  label: string;
  /** First month of the period. */
  fromMonth: MonthIndex;
  /** First month after the period. */
  toMonthExclusive: MonthIndex;
  /** Book value before the period; that of the first period is the cost. */
  openingBookMinor: bigint;
  /** Depreciation of the period. */
  depreciationMinor: bigint;
  /** Impairments of the period. */
  impairmentMinor: bigint;
  /** Improvements of the period. */
  improvementMinor: bigint;
  /** Book value at the end of the period, before any disposal. */
  closingBookMinor: bigint;
}

/**
 * A schedule by month or by whole fiscal year, from the first charge or event
 * to the last one without a gap: periods in which nothing happens are listed.
 *
 * Each opening book value is the closing one of the period before it.
 * `fiscalYearStartMonth` is 1 (January) to 12.
 * @public
 */
export function schedulePeriods(
  schedule: Pick<DepreciationSchedule, 'costMinor' | 'months'>,
  by: 'month' | 'fiscal-year',
  fiscalYearStartMonth: number = 1,
): SchedulePeriod[] {
  const periods: SchedulePeriod[] = [];
  let openingBookMinor = schedule.costMinor;
  for (const month of schedule.months) {
    const last = periods[periods.length - 1];
    if (last && month.month < last.toMonthExclusive) {
      last.depreciationMinor += month.depreciationMinor;
      last.impairmentMinor += month.impairmentMinor;
      last.improvementMinor += month.improvementMinor;
      last.closingBookMinor = month.bookMinor;
    } else {
      periods.push({
        ...rangeOf(month.month, by, fiscalYearStartMonth),
        openingBookMinor,
        depreciationMinor: month.depreciationMinor,
        impairmentMinor: month.impairmentMinor,
        improvementMinor: month.improvementMinor,
        closingBookMinor: month.bookMinor,
      });
    }
    openingBookMinor = month.bookMinor;
  }
  return periods;
}

function rangeOf(
  month: MonthIndex,
  by: 'month' | 'fiscal-year',
  startMonth: number,
): Pick<SchedulePeriod, 'label' | 'fromMonth' | 'toMonthExclusive'> {
  if (by === 'month') {
    return {
      label: monthText(month),
      fromMonth: month,
      toMonthExclusive: month + 1,
    };
  }
  const fiscalYear = fiscalYearOf(month, startMonth);
  return {
    label: fiscalYearLabel(fiscalYear),
    fromMonth: fiscalYearStart(fiscalYear, startMonth),
    toMonthExclusive: fiscalYearStart(fiscalYear + 1, startMonth),
  };
}
