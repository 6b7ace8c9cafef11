import { monthFromText } from '@backstage-itam/plugin-itam-common';
import { monthPlus } from '../format';
import type { Calendar, ComparedMonths } from './periods';

/** Quarters offered, the current one and those before it. */
const OFFERED = 12;

/** A quarter of a fiscal year. */
export interface Quarter {
  /** First month. */
  from: string;
  /** Last month, inclusive. */
  to: string;
  /** One to four, within its fiscal year. */
  number: number;
}

/**
 * The quarters of fiscal years up to the current one, the newest first.
 */
export function quartersOf({
  currentMonth,
  fiscalYearFrom,
}: Calendar): Quarter[] {
  const passed = monthFromText(currentMonth) - monthFromText(fiscalYearFrom);
  const current = Math.floor(passed / 3);
  return Array.from({ length: OFFERED }, (_, back) => {
    const index = current - back;
    const from = monthPlus(fiscalYearFrom, index * 3);
    return {
      from,
      to: monthPlus(from, 2),
      number: (((index % 4) + 4) % 4) + 1,
    };
  });
}

/** The quarter two months are the ends of, if there is one. */
export function quarterOf(
  period: { from: string; to: string },
  calendar: Calendar,
): Quarter | undefined {
  return quartersOf(calendar).find(
    ({ from, to }) => from === period.from && to === period.to,
  );
}

/** The last quarter that is over and the one before it. */
export function lastQuarters(calendar: Calendar): ComparedMonths {
  const [, last, before] = quartersOf(calendar);
  return {
    from: last.from,
    to: last.to,
    baseFrom: before.from,
    baseTo: before.to,
  };
}
