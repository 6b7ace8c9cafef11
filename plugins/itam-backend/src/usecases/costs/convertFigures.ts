import {
  convertMonth,
  fitToTotal,
  rateFor,
  type Ratio,
  type RateTable,
} from '@backstage-itam/plugin-itam-common';
import {
  conversionFactors,
  sumOfFractions,
  timesFactor,
  type ConversionFactors,
} from './conversionFactors';
import type { CurrencySums } from './costFigures';
import { rateText } from './rateText';

/** A rate that was used for a month. */
export interface UsedRate {
  /** Month index, year × 12 + month − 1. */
  month: number;
  currency: string;
  /** Units of the currency for one euro, as decimal text. */
  unitsPerEuro: string;
  /** ISO calendar date of the rate. */
  date: string;
  quality: 'final' | 'provisional' | 'forecast';
}

/** Converted minor units per month of the range. */
export interface ConvertedFigures {
  total: bigint[];
  /** In the order of the parts; each month sums to the total's. */
  parts: bigint[][];
  /** Currencies and months (indices) left out for want of a rate. */
  missing: Map<string, number[]>;
  rates: UsedRate[];
}

/** What a conversion needs besides the figures. */
export interface ConversionOptions {
  table: RateTable;
  /** ISO 4217 code. */
  reportingCurrency: string;
  /** Month index of the first month of the range. */
  fromMonth: number;
  months: number;
  /** ISO calendar date rates are seen from. */
  today: string;
}

/**
 * Converts a total and its parts, after they were summed per currency: the
 * total of a month is rounded once and the parts are fitted to it. What has no
 * rate is left out and named.
 */
export function convertFigures(
  total: CurrencySums,
  parts: readonly CurrencySums[],
  options: ConversionOptions,
): ConvertedFigures {
  const { table, reportingCurrency, fromMonth, months, today } = options;
  const converted: ConvertedFigures = {
    total: [],
    parts: parts.map(() => []),
    missing: new Map(),
    rates: [],
  };
  const factors = conversionFactors(options);
  for (let index = 0; index < months; index += 1) {
    const month = fromMonth + index;
    const sum = convertMonth(
      total.ofMonth(index),
      reportingCurrency,
      month,
      today,
      table,
    );
    converted.total.push(sum.minor);
    for (const { currency } of sum.unconverted) {
      const missing = converted.missing.get(currency) ?? [];
      converted.missing.set(currency, [...missing, month]);
    }
    noteRates(converted.rates, sum.rates, month, options);
    fitToTotal(
      sum.minor,
      parts.map((part, key) => ({
        key: String(key).padStart(9, '0'),
        exact: exactOf(part.ofMonth(index), month, factors),
      })),
    ).forEach(({ minor }, part) => converted.parts[part].push(minor));
  }
  return converted;
}

/** The exact converted sum of what has a rate in a month. */
export function exactOf(
  sums: ReadonlyMap<string, bigint>,
  month: number,
  factors: ConversionFactors,
): Ratio {
  return sumOfFractions(
    [...sums].flatMap(([currency, minor]) => {
      const factor = factors(currency, month);
      return factor ? [timesFactor(minor, factor)] : [];
    }),
  );
}

function noteRates(
  used: UsedRate[],
  sources: readonly { currency: string }[],
  month: number,
  { reportingCurrency, table, today }: ConversionOptions,
): void {
  const currencies =
    sources.length === 0
      ? []
      : [...sources.map(({ currency }) => currency), reportingCurrency];
  for (const currency of currencies) {
    const rate = rateFor(month, today, currency, table);
    if (rate.status !== 'missing' && rate.date !== null) {
      used.push({
        month,
        currency,
        unitsPerEuro: rateText(rate.rate),
        date: rate.date,
        quality: rate.status,
      });
    }
  }
}
