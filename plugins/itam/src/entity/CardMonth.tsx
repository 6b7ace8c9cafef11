import type { CostAnswer } from '@backstage-itam/plugin-itam-common';
import { MonthSelect } from '../cost';

/**
 * The month a cost card shows. The current one is left out of the address, so
 * that a shared page follows the calendar.
 */
export function CardMonth(props: {
  answer: CostAnswer;
  /** As the address says; absent is the last month of the answer. */
  month: string | undefined;
  onChange(month: string | undefined): void;
}) {
  const { answer, month, onChange } = props;
  return (
    <MonthSelect
      month={month ?? answer.to}
      currentMonth={answer.currentMonth}
      onChange={chosen =>
        onChange(chosen === answer.currentMonth ? undefined : chosen)
      }
    />
  );
}
