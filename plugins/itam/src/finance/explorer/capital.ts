import type { CostAnswer } from '@backstage-itam/plugin-itam-common';
import { sumOf } from '../../cost/amounts';

const CAPITAL = new Set(['purchase', 'improvement', 'proceeds']);

/**
 * The total of an invoiced answer by category, capital and operating apart:
 * purchases, improvements and proceeds are capital, all else is operating.
 * Decimal texts in the answer's currency.
 */
export function capitalAndOperating(byCategory: CostAnswer): {
  capital: string;
  operating: string;
} {
  const { currency } = byCategory.total.converted;
  const sum = (isCapital: boolean) =>
    sumOf(
      byCategory.groups
        .filter(({ key }) => CAPITAL.has(key) === isCapital)
        .map(({ series }) => series.converted.total),
      currency,
    );
  return { capital: sum(true), operating: sum(false) };
}
