import { MonthSelect } from '../../cost';
import { useSectionTexts } from '../../translation';
import type { ComparedMonths } from '../../view';

/**
 * The ends of both periods, month by month.
 */
export function MonthPickers(props: {
  months: ComparedMonths;
  currentMonth: string;
  onChange(months: ComparedMonths): void;
}) {
  const { months, currentMonth, onChange } = props;
  const t = useSectionTexts();
  return (
    <>
      {(['from', 'to', 'baseFrom', 'baseTo'] as const).map(name => (
        <MonthSelect
          key={name}
          label={t(`finance.compare.${name}`)}
          month={months[name]}
          currentMonth={currentMonth}
          onChange={month =>
            onChange(inOrder({ ...months, [name]: month }, name))
          }
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
