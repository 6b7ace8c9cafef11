import type { CostGroup } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../format';
import { groupTitle, useTexts } from '../translation';
import { barPercent, compareAmounts, isZero, largestOf } from './amounts';
import styles from './CostFigure.module.css';

/**
 * A bar per line of a breakdown for one month, the largest first; lines of zero
 * are left out.
 */
export function CategoryBars(props: {
  label: string;
  by: string;
  groups: readonly CostGroup[];
  /** Position of the month in the series. */
  monthAt: number;
}) {
  const { label, by, groups, monthAt } = props;
  const t = useTexts();
  const format = useFormat();
  const lines = groups
    .map(group => ({
      key: group.key,
      title: groupTitle(t, by, group),
      amount: group.series.converted.months[monthAt],
      currency: group.series.converted.currency,
    }))
    .filter(line => !isZero(line.amount))
    .sort((a, b) => compareAmounts(b.amount, a.amount, a.currency));
  const first = lines[0];
  if (!first) {
    return null;
  }
  const longest = largestOf(
    lines.map(line => line.amount),
    first.currency,
  );
  return (
    <ul className={styles.bars} aria-label={label}>
      {lines.map(line => (
        <li key={line.key}>
          <span>{line.title}</span>
          <span className={styles.track} aria-hidden="true">
            <span
              className={
                line.amount.startsWith('-')
                  ? `${styles.bar} ${styles.credit}`
                  : styles.bar
              }
              style={{
                display: 'block',
                width: `${barPercent(line.amount, longest, line.currency)}%`,
              }}
            />
          </span>
          <span className={styles.value}>
            {format.money(line.amount, line.currency)}
          </span>
        </li>
      ))}
    </ul>
  );
}
