import type { Accrual, MonthIndex } from '../values';
import { clipAccrual, monthOf } from '../values';
import type { CostCategory, CostCertainty, CostRecord } from './types';

/**
 * A cost of a record before it is known whose it is: an accrual with its kind.
 */
export interface CostSpan extends Accrual {
  category: CostCategory;
  certainty: CostCertainty;
  currency: string;
  estimated?: true;
}

/**
 * The parts of spans a record without disposal keeps when it goes away: all
 * months through the one of its removal.
 */
export function untilRemoval(
  record: CostRecord,
  spans: readonly CostSpan[],
): CostSpan[] {
  return clipSpans(
    spans,
    record.removedOn === null ? Infinity : monthOf(record.removedOn) + 1,
  );
}

/** The parts of spans before a month; empty ones are left out. */
export function clipSpans(
  spans: readonly CostSpan[],
  toMonthExclusive: MonthIndex,
): CostSpan[] {
  return spans.flatMap(span => {
    const clipped =
      span.totalMinor === 0n
        ? undefined
        : clipAccrual(span, span.startMonth, toMonthExclusive);
    return clipped ? [clipped] : [];
  });
}
