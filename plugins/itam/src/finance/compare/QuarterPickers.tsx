import { Select } from '@backstage/ui';
import { useFormat } from '../../format';
import { useSectionTexts } from '../../translation';
import {
  type Calendar,
  type ComparedMonths,
  quarterOf,
  quartersOf,
} from '../../view';
import styles from '../Finance.module.css';

/**
 * Two quarters of fiscal years.
 */
export function QuarterPickers(props: {
  months: ComparedMonths;
  calendar: Calendar;
  onChange(months: ComparedMonths): void;
}) {
  const { months, calendar, onChange } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const quarters = quartersOf(calendar);
  const options = quarters.map(({ from, to, number }) => ({
    value: from,
    label: t('finance.compare.quarterName', {
      number: String(number),
      from: format.monthName(from),
      to: format.month(to),
    }),
  }));
  const select = (
    label: string,
    period: { from: string; to: string },
    change: (from: string, to: string) => ComparedMonths,
  ) => (
    <Select
      className={styles.widePicker}
      label={label}
      options={options}
      value={quarterOf(period, calendar)?.from ?? null}
      onChange={key => {
        const quarter = quarters.find(({ from }) => from === key);
        if (quarter) {
          onChange(change(quarter.from, quarter.to));
        }
      }}
    />
  );
  return (
    <>
      {select(t('finance.compare.quarter'), months, (from, to) => ({
        ...months,
        from,
        to,
      }))}
      {select(
        t('finance.compare.baseQuarter'),
        { from: months.baseFrom, to: months.baseTo },
        (baseFrom, baseTo) => ({ ...months, baseFrom, baseTo }),
      )}
    </>
  );
}
