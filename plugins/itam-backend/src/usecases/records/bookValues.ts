import {
  formatAmount,
  UnsupportedDepreciationError,
  type AmountJson,
  type DepreciationOptions,
} from '@backstage-itam/plugin-itam-common';
import { readStoredRecords } from '../../stores/records/storedRecord';
import { assetBookValue, type AssetRecord } from './assetBookValue';
import type { ReadContext, ReadDeps } from './readContext';

/**
 * The book value of each asset at the end of the current month, as its page
 * and its schedule have it; assets without a purchase, or with a depreciation
 * that cannot be computed, are absent.
 */
export async function readBookValues(
  deps: Pick<ReadDeps, 'knex' | 'config'>,
  context: Pick<ReadContext, 'today'>,
  refs: readonly string[],
): Promise<Map<string, AmountJson>> {
  const values = new Map<string, AmountJson>();
  if (refs.length === 0) {
    return values;
  }
  for (const [ref, { record }] of await readStoredRecords(deps.knex, refs)) {
    const value =
      record.kind === 'Asset'
        ? bookValueOf(record, context.today, deps.config.depreciation)
        : undefined;
    if (value) {
      values.set(ref, value);
    }
  }
  return values;
}

function bookValueOf(
  record: AssetRecord,
  today: string,
  options: DepreciationOptions,
): AmountJson | undefined {
  try {
    const book = assetBookValue(record, today, options);
    return (
      book && {
        amount: formatAmount(book.minor, book.currency),
        currency: book.currency,
      }
    );
  } catch (error) {
    if (error instanceof UnsupportedDepreciationError) {
      return undefined;
    }
    throw error;
  }
}
