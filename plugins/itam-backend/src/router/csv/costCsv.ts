import type { CostAnswer } from '@backstage-itam/plugin-itam-common';

/** The header of an export of costs. */
export const costCsvHeader: readonly string[] = [
  'month',
  'key',
  'title',
  'amount',
  'currency',
  'converted',
  'reportingCurrency',
];

/**
 * One row per month, line and booked currency. The converted amount of a line
 * and month is the sum over its currencies, so it stands on the first only.
 */
export function costCsvRows(costs: CostAnswer): string[][] {
  return costs.months.flatMap((month, index) =>
    costs.groups.flatMap(group =>
      group.series.booked.map(({ currency, months }, position) => [
        month,
        group.key,
        group.title,
        months[index],
        currency,
        position === 0 ? group.series.converted.months[index] : '',
        costs.reportingCurrency,
      ]),
    ),
  );
}
