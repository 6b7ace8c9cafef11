import {
  bookValueOn,
  monthOf,
  type CostRecord,
  type DepreciationOptions,
} from '@backstage-itam/plugin-itam-common';

/** An asset as it is stored. */
export type AssetRecord = Extract<CostRecord, { kind: 'Asset' }>;

/**
 * The book value of an asset at the end of the month a day lies in; undefined
 * without a purchase. One whose record was removed without a disposal is out
 * of the books from the end of that month on, as in the depreciation report.
 *
 * Throws UnsupportedDepreciationError.
 */
export function assetBookValue(
  record: AssetRecord,
  today: string,
  options: DepreciationOptions,
): { minor: bigint; currency: string } | undefined {
  const book = bookValueOn(record.spec, today, options);
  return book && isRemoved(record, today) ? { ...book, minor: 0n } : book;
}

/** Whether the record was removed in the month a day lies in, or before. */
export function isRemoved(
  { removedOn }: Pick<CostRecord, 'removedOn'>,
  today: string,
): boolean {
  return removedOn !== null && monthOf(removedOn) <= monthOf(today);
}
