import type { LicenseSpec } from '../entities/types';
import { MONTHS_PER_INTERVAL } from '../charges/chargeAccruals';
import {
  divideRatios,
  minorOf,
  type PlainDate,
  type Ratio,
  ratio,
  ratioFromNumber,
} from '../values';
import { quantityOn } from './priceAccruals';

/**
 * The exact price of one unit, in minor units of its currency.
 * @public
 */
export interface UnitPrice {
  /** ISO 4217 code. */
  currency: string;
  /** Per month; for a price paid once, the whole price. */
  minor: Ratio;
  /** Whether the price is paid once, not month by month. */
  once: boolean;
}

/**
 * The unit price of a licence on a date: the price per unit, or the total over
 * the quantity; null without a price, or a total without a quantity.
 * @public
 */
export function unitPriceOf(
  spec: LicenseSpec,
  asOf: PlainDate,
): UnitPrice | null {
  const price = spec.financials?.price;
  if (!price) {
    return null;
  }
  const units = price.per === 'unit' ? 1 : quantityOn(spec, asOf) ?? 0;
  if (units <= 0) {
    return null;
  }
  const once = price.every === 'once';
  const months = once ? 1 : MONTHS_PER_INTERVAL[price.every];
  const minor = minorOf(price.amount, price.currency);
  return {
    currency: price.currency,
    minor: divideRatios(ratio(minor, BigInt(months)), ratioFromNumber(units)),
    once,
  };
}
