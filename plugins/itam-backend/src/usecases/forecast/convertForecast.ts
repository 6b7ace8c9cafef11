import { fitToTotal } from '@backstage-itam/plugin-itam-common';
import { conversionFactors } from '../costs/conversionFactors';
import { CurrencySums } from '../costs/costFigures';
import {
  convertFigures,
  exactOf,
  type ConversionOptions,
  type UsedRate,
} from '../costs/convertFigures';
import type { ForecastFigures } from './forecastFigures';

/** A forecast in one currency: minor units per month of the range. */
export interface ConvertedForecast {
  actual: bigint[];
  committed: bigint[];
  expected: bigint[];
  /** Of every month the sum of the three. */
  total: bigint[];
  /** Currencies and months (indices) left out for want of a rate. */
  missing: Map<string, number[]>;
  rates: UsedRate[];
}

/** All of a forecast together, as booked. */
export function forecastTotal(
  figures: ForecastFigures,
  months: number,
): CurrencySums {
  const total = new CurrencySums(months);
  total.addAll(figures.actual);
  total.addAll(figures.committed);
  total.addAll(figures.expected);
  return total;
}

/**
 * Converts a forecast. Total and actual costs are each rounded once a month,
 * so that actual costs are those any other answer shows; committed and
 * expected ones are fitted to what is left.
 */
export function convertForecast(
  figures: ForecastFigures,
  options: ConversionOptions,
): ConvertedForecast {
  const { actual, committed, expected } = figures;
  const convert = (sums: CurrencySums) => convertFigures(sums, [sums], options);
  const total = convert(forecastTotal(figures, options.months));
  const converted: ConvertedForecast = {
    actual: convert(actual).total,
    committed: [],
    expected: [],
    total: total.total,
    missing: new Map(),
    rates: total.rates,
  };
  const factors = conversionFactors(options);
  for (let index = 0; index < options.months; index += 1) {
    const month = options.fromMonth + index;
    const [later, perhaps] = fitToTotal(
      converted.total[index] - converted.actual[index],
      (['committed', 'expected'] as const).map(key => ({
        key,
        exact: exactOf(figures[key].ofMonth(index), month, factors),
      })),
    );
    converted.committed.push(later.minor);
    converted.expected.push(perhaps.minor);
  }
  // Of the parts: what cancels out in the total lacks its rate all the same.
  for (const part of [actual, committed, expected]) {
    for (const [currency, months] of convert(part).missing) {
      const known = converted.missing.get(currency) ?? [];
      converted.missing.set(
        currency,
        [...new Set([...known, ...months])].sort((a, b) => a - b),
      );
    }
  }
  return converted;
}
