import { Select } from '@backstage/ui';
import { MonthSelect } from '../../cost';
import { useTexts } from '../../translation';
import {
  type Calendar,
  type ComparedMonths,
  comparedMonths,
  COMPARISONS,
  comparisonName,
} from '../../view';
import styles from '../Finance.module.css';

/**
 * The two periods: by name, or month by month.
 */
export function PeriodPickers(props: {
  months: ComparedMonths;
  calendar: Calendar;
  onChange(months: ComparedMonths): void;
}) {
  const { months, calendar, onChange } = props;
  const t = useTexts();
  const { currentMonth } = calendar;
  const set = (name: keyof ComparedMonths) => (month: string) =>
    onChange(inOrder({ ...months, [name]: month }, name));
  return (
    <>
      <Select
        className={styles.widePicker}
        label={t('finance.compare.preset')}
        options={[...COMPARISONS, 'custom' as const].map(value => ({
          value,
          label: t(`finance.compare.presets.${value}`),
          disabled: value === 'custom',
        }))}
        value={comparisonName(months, calendar) ?? 'custom'}
        onChange={key => {
          const name = COMPARISONS.find(one => one === key);
          if (name) {
            onChange(comparedMonths(name, calendar));
          }
        }}
      />
      {(['from', 'to', 'baseFrom', 'baseTo'] as const).map(name => (
        <MonthSelect
          key={name}
          label={t(`finance.compare.${name}`)}
          month={months[name]}
          currentMonth={currentMonth}
          onChange={set(name)}
        />
      ))}
    </>
  );
}

/** Moves the other end of a period along when the two would cross. */
function inOrder(
  months: ComparedMonths,
  changed: keyof ComparedMonths,
): ComparedMonths {
  const next = { ...months };
  if (next.from > next.to) {
    if (changed === 'from') next.to = next.from;
    else next.from = next.to;
  }
  if (next.baseFrom > next.baseTo) {
    if (changed === 'baseFrom') next.baseTo = next.baseFrom;
    else next.baseFrom = next.baseTo;
  }
  return next;
}
