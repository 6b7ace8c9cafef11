import { Select } from '@backstage/ui';
import { useMemo } from 'react';
import { monthPlus, monthsBetween, useFormat } from '../format';
import { useTexts } from '../translation';
import styles from './CostFigure.module.css';

/** How many months back and ahead are offered. */
const BACK = 35;
const AHEAD = 24;

/**
 * Chooses a month: among those given, else three years back and two ahead. A
 * month outside of them stays offered.
 */
export function MonthSelect(props: {
  month: string;
  currentMonth: string;
  months?: readonly string[];
  label?: string;
  onChange(month: string): void;
}) {
  const { month, currentMonth, months, label, onChange } = props;
  const t = useTexts();
  const format = useFormat();
  const options = useMemo(() => {
    const offered =
      months ??
      monthsBetween(
        monthPlus(currentMonth, -BACK),
        monthPlus(currentMonth, AHEAD),
      );
    return [...new Set([month, ...offered])]
      .sort()
      .reverse()
      .map(value => ({
        value,
        label:
          value > currentMonth
            ? t('cost.forecastMonth', { month: format.month(value) })
            : format.month(value),
      }));
  }, [month, months, currentMonth, format, t]);
  return (
    <Select
      className={styles.picker}
      label={label}
      aria-label={label ? undefined : t('cost.monthLabel')}
      options={options}
      value={month}
      onChange={key => typeof key === 'string' && onChange(key)}
    />
  );
}
