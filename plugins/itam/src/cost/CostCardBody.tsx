import type { CostAnswer } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { useFormat } from '../format';
import { isReservedKey, useTexts } from '../translation';
import { InlineNote, Subheading, usePaths } from '../ui';
import { compareAmounts, isZero } from './amounts';
import { CategoryBars } from './CategoryBars';
import styles from './CostFigure.module.css';
import { CostHead } from './CostHead';
import { coverageText } from './coverageText';

const TOP_RECORDS = 3;

/**
 * The last month of an answer: figure, trend, categories, largest records and
 * what is not counted.
 */
export function CostCardBody(props: {
  byCategory: CostAnswer;
  byRecord: CostAnswer;
  /** Where everything is listed. */
  detailHref?: string;
}) {
  const { byCategory, byRecord, detailHref } = props;
  const t = useTexts();
  const format = useFormat();
  const paths = usePaths();
  const last = byCategory.months.length - 1;
  const { currency } = byCategory.total.converted;
  const top = byRecord.groups
    .filter(group => !isReservedKey(group.key))
    .map(group => ({ group, amount: group.series.converted.months[last] }))
    .filter(({ amount }) => !isZero(amount))
    .sort((a, b) => compareAmounts(b.amount, a.amount, currency))
    .slice(0, TOP_RECORDS);
  return (
    <div className={styles.stack}>
      <CostHead answer={byCategory} explained currencies />
      <CategoryBars
        label={t('cost.byCategory')}
        by="category"
        groups={byCategory.groups}
        monthAt={last}
      />
      {top.length > 0 && (
        <div>
          <Subheading>{t('cost.topRecords')}</Subheading>
          <ul className={styles.records}>
            {top.map(({ group, amount }) => {
              const href = paths.record(group.ref ?? group.key);
              return (
                <li key={group.key}>
                  {href ? (
                    <Link href={href}>{group.title}</Link>
                  ) : (
                    <span>{group.title}</span>
                  )}
                  <span className={styles.value}>
                    {format.money(amount, currency)}
                  </span>
                </li>
              );
            })}
          </ul>
        </div>
      )}
      <div className={styles.coverage}>
        <InlineNote>{coverageText(t, byCategory.coverage)}</InlineNote>{' '}
        {detailHref && (
          <Link href={detailHref} variant="body-small">
            {t('cost.coverage.seeAll')}
          </Link>
        )}
      </div>
    </div>
  );
}
