import {
  RiArrowDownLine,
  RiArrowUpLine,
  RiSubtractLine,
} from '@remixicon/react';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import { changeOf } from './amounts';
import styles from './CostFigure.module.css';

/**
 * The cost of one month, large, and how it moved against the month before —
 * in words; the arrow only repeats them.
 */
export function CostFigure(props: {
  amount: string;
  currency: string;
  previous?: { month: string; amount: string };
  compact?: boolean;
}) {
  const { amount, currency, previous, compact } = props;
  const t = useTexts();
  const format = useFormat();
  return (
    <div className={styles.figure}>
      <span
        className={
          compact ? `${styles.amount} ${styles.compact}` : styles.amount
        }
      >
        {format.money(amount, currency)}{' '}
        <span className={styles.unit}>{t('common.perMonth')}</span>
      </span>
      {previous && (
        <ChangeText amount={amount} currency={currency} previous={previous} />
      )}
    </div>
  );
}

function ChangeText(props: {
  amount: string;
  currency: string;
  previous: { month: string; amount: string };
}) {
  const { amount, currency, previous } = props;
  const t = useTexts();
  const format = useFormat();
  const change = changeOf(previous.amount, amount, currency);
  const month = format.month(previous.month);
  if (change.direction === 'same') {
    return (
      <span className={styles.change}>
        <RiSubtractLine size={16} aria-hidden="true" />
        {t('cost.change.same', { month })}
      </span>
    );
  }
  const Icon = change.direction === 'up' ? RiArrowUpLine : RiArrowDownLine;
  return (
    <span className={styles.change}>
      <Icon size={16} aria-hidden="true" />
      {change.percent
        ? t(`cost.change.${change.direction}`, {
            percent: format.percent(change.percent),
            month,
          })
        : t(`cost.change.${change.direction}Amount`, {
            amount: format.money(change.difference, currency),
            month,
          })}
    </span>
  );
}
