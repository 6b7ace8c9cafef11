import type { CostCertainty } from '../cost/types';
import type { MonthIndex } from '../values';

/**
 * The parts of a forecast; each cost of a month is in exactly one.
 * @public
 */
export type ForecastPart = 'actual' | 'committed' | 'expected';

/**
 * The part of a forecast that a cost of a month belongs to.
 *
 * Actual: what is there, up to and including the current month. Committed:
 * what is there in later months, since it runs until somebody ends it, and
 * what can no longer be stopped (ordered assets, renewals past their notice
 * day). Expected: all else. Both months are month indices.
 * @public
 */
export function forecastPart(
  certainty: CostCertainty,
  month: MonthIndex,
  currentMonth: MonthIndex,
): ForecastPart {
  switch (certainty) {
    case 'actual':
      return month <= currentMonth ? 'actual' : 'committed';
    case 'committed':
      return 'committed';
    default:
      return 'expected';
  }
}
