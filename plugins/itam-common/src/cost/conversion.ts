import {
  addRatios,
  currencyExponent,
  divideRounded,
  divideRatios,
  multiplyRatios,
  type MonthIndex,
  type PlainDate,
  type Ratio,
  ratio,
} from '../values';
import { type Rate, rateFor, type RateStatus, type RateTable } from './rates';

/**
 * A converted sum, and what could not be converted.
 * @public
 */
export interface ConvertedSum {
  /** In minor units of the target currency. */
  minor: bigint;
  /** The least certain of all rates used; `final` when none was needed. */
  status: Exclude<RateStatus, 'missing'>;
  /** Sums without a rate, in their own currency; never counted 1:1. */
  unconverted: { currency: string; minor: bigint }[];
  /** The rates used, for the reader: currency, its date, units per 1 EUR. */
  rates: { currency: string; date: PlainDate | null; status: RateStatus }[];
}

/**
 * The exact converted amount, not rounded: amount · rate(to) / rate(from), in
 * minor units of the target currency.
 *
 * Rates are units per 1 EUR. Throws {@link UnknownCurrencyError}.
 * @public
 */
export function convertExactly(
  minor: bigint,
  from: string,
  to: string,
  rates: { from: Ratio; to: Ratio },
): Ratio {
  const shift = currencyExponent(to) - currencyExponent(from);
  const scale =
    shift >= 0 ? ratio(10n ** BigInt(shift)) : ratio(1n, 10n ** BigInt(-shift));
  return from === to
    ? ratio(minor)
    : multiplyRatios(
        multiplyRatios(ratio(minor), scale),
        divideRatios(rates.to, rates.from),
      );
}

/**
 * Converts an amount with one rounding, half up.
 * @public
 */
export function convert(
  minor: bigint,
  from: string,
  to: string,
  rates: { from: Ratio; to: Ratio },
): bigint {
  const exact = convertExactly(minor, from, to, rates);
  return divideRounded(exact.numerator, exact.denominator, 'half-up');
}

/**
 * Converts the sums of one month, one per currency, and adds them up: the
 * exact converted amounts are added before the one rounding.
 *
 * A currency without a rate stays unconverted and is named.
 * @public
 */
export function convertMonth(
  sums: ReadonlyMap<string, bigint>,
  to: string,
  month: MonthIndex,
  asOf: PlainDate,
  table: RateTable,
): ConvertedSum {
  const target = rateFor(month, asOf, to, table);
  const result: ConvertedSum = {
    minor: 0n,
    status: 'final',
    unconverted: [],
    rates: [],
  };
  let exact = ratio(0n);
  for (const [currency, minor] of [...sums].sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    if (currency === to) {
      exact = addRatios(exact, ratio(minor));
      continue;
    }
    const source = rateFor(month, asOf, currency, table);
    if (source.status === 'missing' || target.status === 'missing') {
      result.unconverted.push({ currency, minor });
      continue;
    }
    const rates = { from: source.rate, to: target.rate };
    exact = addRatios(exact, convertExactly(minor, currency, to, rates));
    result.status = lessCertain(result.status, source, target);
    result.rates.push({
      currency,
      date: source.date,
      status: source.status,
    });
  }
  result.minor = divideRounded(exact.numerator, exact.denominator, 'half-up');
  return result;
}

const UNCERTAINTY = { final: 0, provisional: 1, forecast: 2 } as const;

function lessCertain(
  status: ConvertedSum['status'],
  ...rates: readonly Rate[]
): ConvertedSum['status'] {
  return rates.reduce<ConvertedSum['status']>(
    (worst, rate) =>
      rate.status !== 'missing' && UNCERTAINTY[rate.status] > UNCERTAINTY[worst]
        ? rate.status
        : worst,
    status,
  );
}

/**
 * Rounds parts so that they add up to a total that was rounded by itself.
 *
 * Each part is rounded down; what is missing goes, unit by unit, to the
 * largest remainders, ties in key order. The order given is kept.
 * @public
 */
export function fitToTotal<K extends string>(
  totalMinor: bigint,
  parts: readonly { key: K; exact: Ratio }[],
): { key: K; minor: bigint }[] {
  const floors = parts.map(({ key, exact }, index) => {
    const minor = divideRounded(exact.numerator, exact.denominator, 'floor');
    const numerator = exact.numerator - minor * exact.denominator;
    // Only compared, for which it need not be reduced.
    const rest = { numerator, denominator: exact.denominator };
    return { key, index, minor, rest };
  });
  let left = totalMinor - floors.reduce((sum, part) => sum + part.minor, 0n);
  if (floors.length === 0) {
    if (left !== 0n) {
      throw new RangeError('A total cannot be fitted to no parts');
    }
    return [];
  }
  const order = [...floors].sort((a, b) => {
    const difference =
      b.rest.numerator * a.rest.denominator -
      a.rest.numerator * b.rest.denominator;
    if (difference !== 0n) {
      return difference > 0n ? 1 : -1;
    }
    return a.key < b.key ? -1 : Number(a.key > b.key) || a.index - b.index;
  });
  // Totals of several roundings may be off by more than one unit a part.
  const step = left < 0n ? -1n : 1n;
  const receivers = left < 0n ? order.reverse() : order;
  for (let at = 0; left !== 0n; at = (at + 1) % receivers.length) {
    receivers[at].minor += step;
    left -= step;
  }
  return floors.map(({ key, minor }) => ({ key, minor }));
}
