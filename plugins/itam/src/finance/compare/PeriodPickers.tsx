import { Select } from '@backstage/ui';
import { useSectionTexts } from '../../translation';
import {
  type Calendar,
  type ComparedMonths,
  comparedMonths,
  COMPARISONS,
  comparisonName,
  lastQuarters,
  quarterOf,
} from '../../view';
import styles from '../Finance.module.css';
import { MonthPickers } from './MonthPickers';
import { QuarterPickers } from './QuarterPickers';

const QUARTERS = 'quarters' as const;
const CUSTOM = 'custom' as const;

/**
 * The two periods: by name, as two quarters, or month by month.
 */
export function PeriodPickers(props: {
  months: ComparedMonths;
  calendar: Calendar;
  onChange(months: ComparedMonths): void;
}) {
  const { months, calendar, onChange } = props;
  const t = useSectionTexts();
  const name = comparisonName(months, calendar);
  const isQuarters =
    !name &&
    quarterOf(months, calendar) !== undefined &&
    quarterOf({ from: months.baseFrom, to: months.baseTo }, calendar) !==
      undefined;
  return (
    <>
      <Select
        className={styles.widePicker}
        label={t('finance.compare.preset')}
        options={[...COMPARISONS, QUARTERS, CUSTOM].map(value => ({
          value,
          label: t(`finance.compare.presets.${value}`),
          disabled: value === CUSTOM,
        }))}
        value={name ?? (isQuarters ? QUARTERS : CUSTOM)}
        onChange={key => {
          const chosen = COMPARISONS.find(one => one === key);
          if (chosen) {
            onChange(comparedMonths(chosen, calendar));
          } else if (key === QUARTERS) {
            onChange(lastQuarters(calendar));
          }
        }}
      />
      {isQuarters ? (
        <QuarterPickers
          months={months}
          calendar={calendar}
          onChange={onChange}
        />
      ) : (
        <MonthPickers
          months={months}
          currentMonth={calendar.currentMonth}
          onChange={onChange}
        />
      )}
    </>
  );
}
