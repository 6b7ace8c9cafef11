import { monthFromText } from '@backstage-itam/plugin-itam-common';
import { parseCostNode } from '../../stores/queries/costNode';
import {
  checkRange,
  readNodeQuestion,
  type MonthRange,
  type NodeQuestion,
  type NodeQuestionText,
  type QuestionDefaults,
} from '../costs/readCostQuestion';

/** Months one compared period covers at most. */
export const MAX_PERIOD_MONTHS = 24;

/** A comparison as it is asked for. */
export interface ComparisonText extends NodeQuestionText {
  from?: string;
  to?: string;
  baseFrom?: string;
  baseTo?: string;
  /** What the lines are; records when absent. */
  by?: 'record' | 'supplier';
}

/** The same node in two periods. */
export interface ComparisonQuestion {
  base: NodeQuestion;
  current: NodeQuestion;
}

/**
 * Reads which periods of a node are compared: by default the current month
 * with the one before, and any period with the one of the same length before
 * it.
 *
 * Throws InputError for a period that is empty or too long, a currency that
 * does not exist, or a basis the node does not have.
 */
export function readComparisonQuestion(
  of: string,
  text: ComparisonText,
  defaults: QuestionDefaults,
): ComparisonQuestion {
  const asked = readNodeQuestion(parseCostNode(of), text, defaults);
  const current = currentPeriod(text, defaults.currentMonth);
  checkRange(current, MAX_PERIOD_MONTHS);
  const base = basePeriod(text, current);
  checkRange(base, MAX_PERIOD_MONTHS, { from: 'baseFrom', to: 'baseTo' });
  return { base: { ...asked, ...base }, current: { ...asked, ...current } };
}

function currentPeriod(text: ComparisonText, currentMonth: number): MonthRange {
  const fromMonth =
    text.from === undefined ? currentMonth : monthFromText(text.from);
  const toMonth = text.to === undefined ? fromMonth : monthFromText(text.to);
  return { fromMonth, toMonthExclusive: toMonth + 1 };
}

/** Of the same length as the current period unless both ends are given. */
function basePeriod(text: ComparisonText, current: MonthRange): MonthRange {
  const months = current.toMonthExclusive - current.fromMonth;
  if (text.baseFrom !== undefined) {
    const fromMonth = monthFromText(text.baseFrom);
    return {
      fromMonth,
      toMonthExclusive:
        text.baseTo === undefined
          ? fromMonth + months
          : monthFromText(text.baseTo) + 1,
    };
  }
  const toMonthExclusive =
    text.baseTo === undefined
      ? current.fromMonth
      : monthFromText(text.baseTo) + 1;
  return { fromMonth: toMonthExclusive - months, toMonthExclusive };
}
