import type { CostAnswer } from '@backstage-itam/plugin-itam-common';
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
import { useComparePath } from './useComparePath';

/**
 * The cost of one month, large, and how it moved against the month before —
 * in words; the arrow only repeats them.
 */
export function CostFigure(props: {
  answer: CostAnswer;
  /** The last one when absent. */
  month?: string;
  compact?: boolean;
  /** The change leads to what explains it. */
  explained?: boolean;
}) {
  const { answer, compact, explained } = props;
  const t = useTexts();
  const format = useFormat();
  const comparePath = useComparePath();
  const { months } = answer;
  const at = props.month ? months.indexOf(props.month) : months.length - 1;
  const { currency, months: totals } = answer.total.converted;
  return (
    <div className={styles.figure}>
      <span
        className={
          compact ? `${styles.amount} ${styles.compact}` : styles.amount
        }
      >
        {format.money(totals[at], currency)}{' '}
        <span className={styles.unit}>{t('common.perMonth')}</span>
      </span>
      {at > 0 && (
        <ChangeText
          amount={totals[at]}
          currency={currency}
          previous={{ month: months[at - 1], amount: totals[at - 1] }}
          whyHref={
            explained
              ? comparePath({
                  of: answer.of.ref,
                  month: months[at],
                  basis: answer.basis,
                })
              : undefined
          }
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
