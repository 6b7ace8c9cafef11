import type { BudgetSummary } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../../format';
import { useSectionTexts } from '../../translation';
import { InlineNote } from '../../ui';
import styles from '../Finance.module.css';

/**
 * What is spent of a budget: percent, bar and amount.
 */
export function UsedBar(props: { budget: BudgetSummary }) {
  const { budget } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const width = Math.min(100, Math.max(0, Number(budget.usedPercent) || 0));
  const tone = {
    'on-track': '',
    unknown: '',
    'at-risk': styles.fillWarning,
    over: styles.fillOver,
  }[budget.state];
  return (
    <span className={styles.used}>
      <span>{format.percent(budget.usedPercent, 2)}</span>
      <span className={styles.bar} aria-hidden="true">
        <span
          className={`${styles.fill} ${tone}`}
          style={{ width: `${width}%` }}
        />
      </span>
      <InlineNote>
        {t('finance.budget.usedAmount', {
          actual: format.money(budget.actual, budget.currency),
          amount: format.money(budget.amount, budget.currency),
        })}
      </InlineNote>
    </span>
  );
}
