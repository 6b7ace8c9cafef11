import type { CostAnswer } from '@backstage-itam/plugin-itam-common';
import { TrendColumns } from '../charts/TrendColumns';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import { isZero } from './amounts';
import { CostFigure } from './CostFigure';
import { CurrencyDisclosure } from './CurrencyDisclosure';

/**
 * What a card about a cost begins with: the last month of an answer, how it
 * moved, and the months before it unless there was nothing in any.
 */
export function CostHead(props: {
  answer: CostAnswer;
  compact?: boolean;
  /** The change leads to what explains it. */
  explained?: boolean;
  /** Tells which amounts of the month were converted. */
  currencies?: boolean;
}) {
  const { answer, compact, explained, currencies } = props;
  const t = useTexts();
  const format = useFormat();
  const { months, currentMonth } = answer;
  const last = months[months.length - 1];
  const { currency, months: totals } = answer.total.converted;
  return (
    <>
      <div>
        <CostFigure answer={answer} compact={compact} explained={explained} />
        {currencies && <CurrencyDisclosure answer={answer} month={last} />}
      </div>
      {totals.some(amount => !isZero(amount)) && (
        <TrendColumns
          label={t('cost.trend', {
            from: format.month(months[0]),
            to: format.month(last),
          })}
          months={months}
          amounts={totals}
          currency={currency}
          currentMonth={currentMonth}
        />
      )}
    </>
  );
}
