import {
  bookValueOn,
  depreciationSchedule,
  formatAmount,
  monthText,
  type AssetSpec,
  type DepreciationOptions,
  type RecordDetail,
} from '@backstage-itam/plugin-itam-common';
import type { ReadContext } from './readContext';

/**
 * The book value of an asset with its whole schedule; undefined without a
 * purchase. From the same schedule as the depreciation in costs.
 *
 * Throws UnsupportedDepreciationError.
 */
export function recordBookValue(
  spec: AssetSpec,
  options: DepreciationOptions,
  context: Pick<ReadContext, 'today' | 'currentMonth'>,
): RecordDetail['bookValue'] {
  const schedule = depreciationSchedule(spec, options);
  const book = bookValueOn(spec, context.today, options);
  if (!schedule || !book) {
    return undefined;
  }
  const { currency } = schedule;
  const text = (minor: bigint) => formatAmount(minor, currency);
  return {
    currency,
    cost: text(schedule.costMinor),
    salvage: text(schedule.salvageMinor),
    book: text(book.minor),
    depreciatedToDate: text(
      schedule.months
        .filter(({ month }) => month <= context.currentMonth)
        .reduce((sum, { depreciationMinor }) => sum + depreciationMinor, 0n),
    ),
    points: schedule.months.map(month => ({
      month: monthText(month.month),
      book: text(month.bookMinor),
      depreciation: text(month.depreciationMinor),
    })),
  };
}
