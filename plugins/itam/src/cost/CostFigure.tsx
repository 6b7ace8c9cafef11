import { Link } from '@backstage/ui';
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
  /** Where the change is explained. */
  whyHref?: string;
}) {
  const { amount, currency, previous, compact, whyHref } = props;
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
        <ChangeText
          amount={amount}
          currency={currency}
          previous={previous}
          whyHref={whyHref}
        />
      )}
    </div>
  );
}

function ChangeText(props: {
  amount: string;
  currency: string;
  previous: { month: string; amount: string };
  whyHref?: string;
}) {
  const { amount, currency, previous, whyHref } = props;
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
  const text = change.percent
    ? t(`cost.change.${change.direction}`, {
        percent: format.percent(change.percent),
        month,
      })
    : t(`cost.change.${change.direction}Amount`, {
        amount: format.money(change.difference, currency),
        month,
      });
  return (
    <span className={styles.change}>
      <Icon size={16} aria-hidden="true" />
      {whyHref ? (
        <Link href={whyHref} title={t('whyChanged.linkLabel')}>
          {text}
        </Link>
      ) : (
        text
      )}
    </span>
  );
}
