import type { CostAnswer } from '@backstage-itam/plugin-itam-common';
import type { Texts } from '../translation';

/**
 * What is in a figure and what is not, in one line.
 */
export function coverageText(
  t: Texts,
  coverage: CostAnswer['coverage'],
): string {
  const withoutPrice =
    coverage.withoutPrice.length + (coverage.hiddenWithoutPrice ?? 0);
  const gaps = [
    withoutPrice > 0 &&
      t('cost.coverage.withoutPrice', { count: withoutPrice }),
    coverage.ratesMissing.length > 0 &&
      t('cost.coverage.ratesMissing', { count: coverage.ratesMissing.length }),
    coverage.unresolvedRefs.length > 0 &&
      t('cost.coverage.unresolved', { count: coverage.unresolvedRefs.length }),
  ].filter(gap => typeof gap === 'string');
  return gaps.length === 0
    ? t('cost.coverage.complete', { count: coverage.records })
    : t('cost.coverage.partial', {
        priced: String(coverage.priced),
        records: String(coverage.records),
        gaps: gaps.join(', '),
      });
}
