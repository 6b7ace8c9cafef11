import {
  formatAmount,
  type CostSeries,
} from '@backstage-itam/plugin-itam-common';
import type { CurrencySums } from './costFigures';

/** Figures as amounts in decimal text, booked and converted. */
export function renderSeries(
  sums: CurrencySums,
  converted: readonly bigint[],
  reportingCurrency: string,
): CostSeries {
  return {
    booked: sums.entries().map(([currency, months]) => ({
      currency,
      ...amounts(months, currency),
    })),
    converted: {
      currency: reportingCurrency,
      ...amounts(converted, reportingCurrency),
    },
  };
}

function amounts(
  months: readonly bigint[],
  currency: string,
): { months: string[]; total: string } {
  return {
    months: months.map(minor => formatAmount(minor, currency)),
    total: formatAmount(
      months.reduce((sum, minor) => sum + minor, 0n),
      currency,
    ),
  };
}
