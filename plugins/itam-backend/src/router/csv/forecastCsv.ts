import type { ForecastAnswer } from '@backstage-itam/plugin-itam-common';

/** The header of an export of a forecast. */
export const forecastCsvHeader: readonly string[] = [
  'month',
  'currency',
  'actual',
  'committed',
  'expected',
  'total',
  'reportingCurrency',
  'convertedActual',
  'convertedCommitted',
  'convertedExpected',
  'convertedTotal',
];

/**
 * One row per month and booked currency. Converted amounts of a month are sums
 * over its currencies, so they stand on the first only.
 */
export function forecastCsvRows(forecast: ForecastAnswer): string[][] {
  const { actual, committed, expected, total, reportingCurrency } = forecast;
  const parts = [actual, committed, expected, total];
  const booked = new Set(
    parts.flatMap(part => part.booked.map(({ currency }) => currency)),
  );
  const currencies = booked.size > 0 ? [...booked].sort() : [''];
  return forecast.months.flatMap((month, index) =>
    currencies.map((currency, position) => [
      month,
      currency,
      ...parts.map(
        part =>
          part.booked.find(series => series.currency === currency)?.months[
            index
          ] ?? '',
      ),
      reportingCurrency,
      ...parts.map(part =>
        position === 0 ? part.converted.months[index] : '',
      ),
    ]),
  );
}
