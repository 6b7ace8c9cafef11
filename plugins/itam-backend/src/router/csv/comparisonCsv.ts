import {
  DIFFERENCE_CAUSES,
  type CostComparison,
} from '@backstage-itam/plugin-itam-common';

/** The header of an export of a comparison. */
export const comparisonCsvHeader: readonly string[] = [
  'key',
  'title',
  'base',
  'current',
  'difference',
  ...DIFFERENCE_CAUSES,
  'currency',
];

/** One row per record, with what each cause makes of its difference. */
export function comparisonCsvRows({
  lines,
  reportingCurrency,
}: CostComparison): string[][] {
  return lines.map(line => [
    line.key,
    line.title,
    line.base,
    line.current,
    line.difference,
    ...DIFFERENCE_CAUSES.map(
      cause =>
        line.effects.find(effect => effect.cause === cause)?.amount ?? '',
    ),
    reportingCurrency,
  ]);
}
