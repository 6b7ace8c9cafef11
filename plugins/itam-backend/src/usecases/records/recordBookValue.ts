import {
  depreciationSchedule,
  formatAmount,
  monthOf,
  monthText,
  type DepreciationOptions,
  type RecordDetail,
} from '@backstage-itam/plugin-itam-common';
import { assetBookValue, type AssetRecord } from './assetBookValue';
import type { ReadContext } from './readContext';

/**
 * The book value of an asset with its whole schedule; undefined without a
 * purchase. From the same schedule as the depreciation in costs, which ends
 * with the month a record was removed in.
 *
 * Throws UnsupportedDepreciationError.
 */
export function recordBookValue(
  record: AssetRecord,
  options: DepreciationOptions,
  context: Pick<ReadContext, 'today' | 'currentMonth'>,
): RecordDetail['bookValue'] {
  const schedule = depreciationSchedule(record.spec, options);
  const book = assetBookValue(record, context.today, options);
  if (!schedule || !book) {
    return undefined;
  }
  const { currency } = schedule;
  const text = (minor: bigint) => formatAmount(minor, currency);
  const lastMonth =
    record.removedOn === null ? Infinity : monthOf(record.removedOn);
  const months = schedule.months.filter(({ month }) => month <= lastMonth);
  return {
    currency,
    cost: text(schedule.costMinor),
    salvage: text(schedule.salvageMinor),
    book: text(book.minor),
    depreciatedToDate: text(
      months
        .filter(({ month }) => month <= context.currentMonth)
        .reduce((sum, { depreciationMinor }) => sum + depreciationMinor, 0n),
    ),
    points: months.map(month => ({
      month: monthText(month.month),
      book: text(month.bookMinor),
      depreciation: text(month.depreciationMinor),
    })),
  };
}
