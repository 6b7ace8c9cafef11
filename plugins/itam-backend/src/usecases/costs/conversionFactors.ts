import {
  addRatios,
  convertExactly,
  rateFor,
  ratio,
  type Ratio,
  type RateTable,
} from '@backstage-itam/plugin-itam-common';

/**
 * What one minor unit of a currency is worth in a month (index), exactly, in
 * minor units of the reporting currency; undefined without a rate.
 */
export type ConversionFactors = (
  currency: string,
  month: number,
) => Ratio | undefined;

/** Factors of a table of rates, each looked up once. */
export function conversionFactors({
  table,
  reportingCurrency,
  today,
}: {
  table: RateTable;
  /** ISO 4217 code. */
  reportingCurrency: string;
  /** ISO calendar date rates are seen from. */
  today: string;
}): ConversionFactors {
  const known = new Map<string, Ratio | undefined>();
  const find = (currency: string, month: number) => {
    if (currency === reportingCurrency) {
      return ratio(1n);
    }
    const from = rateFor(month, today, currency, table);
    const to = rateFor(month, today, reportingCurrency, table);
    return from.status === 'missing' || to.status === 'missing'
      ? undefined
      : convertExactly(1n, currency, reportingCurrency, {
          from: from.rate,
          to: to.rate,
        });
  };
  return (currency, month) => {
    const key = `${currency} ${month}`;
    if (!known.has(key)) {
      known.set(key, find(currency, month));
    }
    return known.get(key);
  };
}

/** Minor units times a factor; exact, not reduced to lowest terms. */
export function timesFactor(minor: bigint, factor: Ratio): Ratio {
  return {
    numerator: minor * factor.numerator,
    denominator: factor.denominator,
  };
}

/** The exact sum of fractions; of those with one denominator it is one step. */
export function sumOfFractions(fractions: Iterable<Ratio>): Ratio {
  const numerators = new Map<bigint, bigint>();
  for (const { numerator, denominator } of fractions) {
    numerators.set(
      denominator,
      (numerators.get(denominator) ?? 0n) + numerator,
    );
  }
  return [...numerators].reduce(
    (sum, [denominator, numerator]) =>
      addRatios(sum, { numerator, denominator }),
    ratio(0n),
  );
}
