import {
  addMonths,
  daysBetween,
  firstDayOfMonth,
  monthOf,
  type MonthIndex,
} from '../values';
import type { DepreciationRule } from './types';

/**
 * How a convention counts time: equal units from the in-service date.
 */
export interface UnitTimeline {
  /** Month of the first unit. */
  startMonth: MonthIndex;
  /** Units before the first day of a month; 0 before the start. */
  unitsBefore(month: MonthIndex): number;
  /** Units from the start to the end of a life of so many months. */
  unitsOfLife(lifeMonths: number): number;
  /** First unit that a disposal takes away. */
  disposalUnit: number;
  /** Whether a unit is a calendar month. */
  unitIsMonth: boolean;
}

/**
 * The timeline of a rule's convention. Half-year counts months here; what is
 * special about it is how charges fall on fiscal years.
 */
export function timelineOf(rule: DepreciationRule): UnitTimeline {
  const inServiceMonth = monthOf(rule.inService);
  const { disposedOn } = rule;
  const disposalMonth = disposedOn === null ? null : monthOf(disposedOn);
  // Expensing at once knows no convention: it falls in the in-service month.
  const convention =
    rule.method === 'immediate' ? 'full-month' : rule.convention;
  switch (convention) {
    case 'half-month': {
      const unitsBefore = (month: MonthIndex) =>
        Math.max(0, 2 * (month - inServiceMonth) - 1);
      return {
        startMonth: inServiceMonth,
        unitsBefore,
        unitsOfLife: lifeMonths => 2 * lifeMonths,
        disposalUnit: halfMonthDisposal(disposalMonth, inServiceMonth),
        unitIsMonth: false,
      };
    }
    case 'daily':
      return {
        startMonth: inServiceMonth,
        unitsBefore: month =>
          Math.max(0, daysBetween(rule.inService, firstDayOfMonth(month))),
        unitsOfLife: lifeMonths =>
          daysBetween(rule.inService, addMonths(rule.inService, lifeMonths)),
        disposalUnit:
          disposedOn === null
            ? Infinity
            : Math.max(0, daysBetween(rule.inService, disposedOn)),
        unitIsMonth: false,
      };
    default: {
      const nextMonth = convention === 'next-month';
      const startMonth = nextMonth ? inServiceMonth + 1 : inServiceMonth;
      const disposalUnit = () => {
        if (disposalMonth === null || convention === 'half-year') {
          return Infinity;
        }
        return Math.max(0, disposalMonth - startMonth + (nextMonth ? 1 : 0));
      };
      return {
        startMonth,
        unitsBefore: month => Math.max(0, month - startMonth),
        unitsOfLife: lifeMonths => lifeMonths,
        disposalUnit: disposalUnit(),
        unitIsMonth: true,
      };
    }
  }
}

/** The first month and the disposal month take one unit each. */
function halfMonthDisposal(
  disposalMonth: MonthIndex | null,
  inServiceMonth: MonthIndex,
): number {
  if (disposalMonth === null) {
    return Infinity;
  }
  const months = disposalMonth - inServiceMonth;
  if (months < 0) {
    return 0;
  }
  return Math.max(1, 2 * months);
}
