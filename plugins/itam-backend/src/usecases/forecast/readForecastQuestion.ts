import {
  fiscalYearOf,
  fiscalYearStart,
  monthFromText,
} from '@backstage-itam/plugin-itam-common';
import { parseCostNode } from '../../stores/queries/costNode';
import {
  checkRange,
  readNodeQuestion,
  type NodeQuestion,
  type NodeQuestionText,
  type QuestionDefaults,
} from '../costs/readCostQuestion';

/** Months one forecast covers at most. */
export const MAX_FORECAST_MONTHS = 60;

/** A forecast's question as it comes in. */
export interface ForecastQuestionText extends NodeQuestionText {
  from?: string;
  to?: string;
}

/**
 * Reads a forecast's question; the default range is the current fiscal year,
 * or the rest of the fiscal year of `from`.
 *
 * Throws InputError for a range that is empty or too long, a currency that
 * does not exist, or a basis the node does not have.
 */
export function readForecastQuestion(
  of: string,
  text: ForecastQuestionText,
  defaults: QuestionDefaults & {
    /** First month of the fiscal year, 1 to 12. */
    fiscalYearStartMonth: number;
  },
): NodeQuestion {
  const { currentMonth, fiscalYearStartMonth: startMonth } = defaults;
  const fromMonth =
    text.from === undefined
      ? fiscalYearStart(fiscalYearOf(currentMonth, startMonth), startMonth)
      : monthFromText(text.from);
  const toMonthExclusive =
    text.to === undefined
      ? fiscalYearStart(fiscalYearOf(fromMonth, startMonth) + 1, startMonth)
      : monthFromText(text.to) + 1;
  checkRange({ fromMonth, toMonthExclusive }, MAX_FORECAST_MONTHS);
  return {
    ...readNodeQuestion(parseCostNode(of), text, defaults),
    fromMonth,
    toMonthExclusive,
  };
}
