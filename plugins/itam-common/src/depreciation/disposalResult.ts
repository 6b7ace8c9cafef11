import type { AssetSpec } from '../entities/types';
import { minorOf, type PlainDate } from '../values';
import { depreciate } from './depreciate';
import { depreciationRuleOf } from './rule';
import type { DepreciationOptions } from './types';

/**
 * What a disposal gave up and brought in, in minor units of the currency.
 * @public
 */
export interface DisposalResult {
  /** Day of the disposal. */
  date: PlainDate;
  /** ISO 4217 code of the cost, and of all amounts. */
  currency: string;
  /** Book value given up: what was not depreciated until the disposal. */
  bookMinor: bigint;
  /** What it brought in, 0 when nothing; null when in another currency. */
  proceedsMinor: bigint | null;
  /**
   * Proceeds less book: a gain, or a loss when negative; null when the
   * proceeds are in another currency, which no rate may bridge here.
   */
  resultMinor: bigint | null;
}

/**
 * The result of an asset's disposal; undefined without a disposal, a purchase
 * or a start of depreciation.
 *
 * Source: IAS 16, paragraph 71: net proceeds less carrying amount. Throws
 * {@link UnsupportedDepreciationError}.
 * @public
 */
export function disposalResult(
  spec: AssetSpec,
  options: DepreciationOptions,
): DisposalResult | undefined {
  const rule = depreciationRuleOf(spec, options);
  if (!rule || rule.disposedOn === null) {
    return undefined;
  }
  const { currency, disposedOn } = rule;
  const { bookMinor } = depreciate(rule);
  const proceedsMinor = proceedsIn(currency, spec);
  return {
    date: disposedOn,
    currency,
    bookMinor,
    proceedsMinor,
    resultMinor: proceedsMinor === null ? null : proceedsMinor - bookMinor,
  };
}

function proceedsIn(currency: string, spec: AssetSpec): bigint | null {
  const proceeds = spec.financials?.proceeds;
  if (!proceeds) {
    return 0n;
  }
  return proceeds.currency === currency
    ? minorOf(proceeds.amount, currency)
    : null;
}
