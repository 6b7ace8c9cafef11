import { useTexts } from '../translation';
import { MonthSelect } from './MonthSelect';

/**
 * First and last month of a range; the other end moves along where they
 * would cross.
 */
export function MonthRange(props: {
  from: string;
  to: string;
  currentMonth: string;
  onChange(range: { from: string; to: string }): void;
}) {
  const { from, to, currentMonth, onChange } = props;
  const t = useTexts();
  return (
    <>
      <MonthSelect
        label={t('cost.range.from')}
        month={from}
        currentMonth={currentMonth}
        onChange={first =>
          onChange({ from: first, to: first > to ? first : to })
        }
      />
      <MonthSelect
        label={t('cost.range.to')}
        month={to}
        currentMonth={currentMonth}
        onChange={last =>
          onChange({ from: last < from ? last : from, to: last })
        }
      />
    </>
  );
}
