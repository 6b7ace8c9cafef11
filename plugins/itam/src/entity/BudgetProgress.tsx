import type { BudgetSummary } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { isZero, magnitudeOf } from '../cost';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import { BudgetState } from '../finance/budgets/BudgetState';
import { Note } from '../ui';
import styles from './Budget.module.css';

/**
 * A budget, what is spent of it and where it is heading.
 */
export function BudgetProgress(props: {
  budget: BudgetSummary;
  /** The budget's own page. */
  href: string | undefined;
}) {
  const { budget, href } = props;
  const { currency } = budget;
  const t = useTexts();
  const format = useFormat();
  const money = (amount: string) => format.money(amount, currency);
  const used = format.percent(budget.usedPercent);
  const forecast = format.percent(budget.forecastPercent);
  return (
    <div className={styles.budget}>
      <div className={styles.head}>
        <span>
          <strong className={styles.percent}>{used}</strong>{' '}
          {t('spending.used', {
            actual: money(budget.actual),
            amount: money(budget.amount),
          })}
        </span>
        <BudgetState state={budget.state} />
      </div>
      <Bar
        label={t('spending.gauge', { used, forecast })}
        usedPercent={Number(budget.usedPercent)}
        forecastPercent={Number(budget.forecastPercent)}
      />
      <div>
        <span>
          {t('spending.forecast', {
            amount: money(budget.forecast),
            percent: forecast,
          })}
          {!isZero(budget.variance) &&
            ` · ${t(
              budget.variance.startsWith('-')
                ? 'spending.under'
                : 'spending.over',
              { amount: money(magnitudeOf(budget.variance)) },
            )}`}
        </span>
        <Note>
          {t('spending.parts', {
            actual: money(budget.actual),
            committed: money(budget.committed),
            expected: money(budget.expected),
          })}
        </Note>
        {budget.ratesMissing.length > 0 && (
          <Note>
            {t('spending.ratesMissing', {
              currencies: budget.ratesMissing
                .map(missing => missing.currency)
                .join(', '),
            })}
          </Note>
        )}
      </div>
      {href && (
        <div>
          <Link href={href}>{t('spending.open')}</Link>
        </div>
      )}
    </div>
  );
}

/** The whole is the budget, or the forecast when that is more. */
function Bar(props: {
  label: string;
  usedPercent: number;
  forecastPercent: number;
}) {
  const { label, usedPercent, forecastPercent } = props;
  const whole = Math.max(100, usedPercent, forecastPercent);
  const part = (percent: number) => `${(Math.max(0, percent) / whole) * 100}%`;
  return (
    <div className={styles.bar} role="img" aria-label={label}>
      <div className={styles.track}>
        <div
          className={styles.ahead}
          style={{ width: part(forecastPercent) }}
        />
        <div className={styles.used} style={{ width: part(usedPercent) }} />
      </div>
      <div className={styles.limit} style={{ left: part(100) }} />
    </div>
  );
}
