import { fitToTotal } from '../cost';
import { divideRounded, type MonthIndex } from '../values';
import { type ExactDecimal, minorRatio, sumOfDecimals } from './exactDecimal';

/**
 * What a delivery says of one record in one month.
 * @public
 */
export interface BilledPart {
  /** The record it is for. */
  key: string;
  /** The month it counts in. */
  month: MonthIndex;
  /** As the file has it, all its digits. */
  exact: ExactDecimal;
}

/**
 * Rounds the parts of one delivery to minor units, once.
 *
 * The total of all parts is rounded half up. It is divided over the months,
 * and each month over its records, by largest remainder; ties go in order of
 * month and key. So the records of a month add up to the month, the months to
 * the total, and no amount is a whole minor unit away from its exact month or
 * two from its own exact value.
 *
 * Throws {@link UnknownCurrencyError}.
 * @public
 */
export function roundBilled<T extends BilledPart>(
  parts: readonly T[],
  currency: string,
): { part: T; minor: bigint }[] {
  const months = new Map<MonthIndex, T[]>();
  for (const part of parts) {
    const list = months.get(part.month);
    if (list) {
      list.push(part);
    } else {
      months.set(part.month, [part]);
    }
  }
  const ordered = [...months].sort(([a], [b]) => a - b);
  const total = minorRatio(
    sumOfDecimals(parts.map(({ exact }) => exact)),
    currency,
  );
  const ofMonths = fitToTotal(
    divideRounded(total.numerator, total.denominator, 'half-up'),
    ordered.map(([month, list]) => ({
      key: String(month).padStart(6, '0'),
      exact: minorRatio(
        sumOfDecimals(list.map(({ exact }) => exact)),
        currency,
      ),
    })),
  );
  return ordered.flatMap(([, list], index) => {
    const fitted = fitToTotal(
      ofMonths[index].minor,
      list.map(({ key, exact }) => ({
        key,
        exact: minorRatio(exact, currency),
      })),
    );
    return fitted.map(({ minor }, at) => ({ part: list[at], minor }));
  });
}
