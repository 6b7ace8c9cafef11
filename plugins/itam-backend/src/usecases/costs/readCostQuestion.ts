import {
  isCurrency,
  monthFromText,
  type CostBasis,
  type CostDimension,
  type CostView,
} from '@backstage-itam/plugin-itam-common';
import { InputError } from '@backstage/errors';
import { parseCostNode, type CostNode } from '../../stores/queries/costNode';

/** Months one answer covers at most. */
export const MAX_MONTHS = 120;

const DEFAULT_MONTHS = 12;
/** Dates are from 1900 on, and the day after a month has four digits of year. */
const FIRST_MONTH = monthFromText('1900-01');
const LAST_MONTH = monthFromText('9999-11');

/** A question about the costs of a node as it comes in. */
export interface NodeQuestionText {
  basis?: CostBasis;
  view?: CostView;
  currency?: string;
}

/** A cost question as it comes in. */
export interface CostQuestionText extends NodeQuestionText {
  from?: string;
  to?: string;
  by?: CostDimension;
}

/** A range of months. */
export interface MonthRange {
  /** Month index, year × 12 + month − 1. */
  fromMonth: number;
  toMonthExclusive: number;
}

/** A question about the costs of a node with its defaults in place. */
export interface NodeQuestion extends MonthRange {
  node: CostNode;
  basis: CostBasis;
  view: CostView;
  /** ISO 4217 code. */
  reportingCurrency: string;
}

/** A cost question with its defaults in place. */
export interface CostQuestion extends NodeQuestion {
  by: CostDimension;
}

/** What a question does not say. */
export interface QuestionDefaults {
  /** Month index of the current month. */
  currentMonth: number;
  /** ISO 4217 code. */
  reportingCurrency: string;
}

/**
 * Reads a cost question; the default range is the twelve months up to the
 * current one.
 *
 * Throws InputError for a range that is empty or too long, a currency that
 * does not exist, or a basis the node does not have.
 */
export function readCostQuestion(
  of: string,
  text: CostQuestionText,
  defaults: QuestionDefaults,
): CostQuestion {
  const node = parseCostNode(of);
  const toMonthExclusive =
    (text.to === undefined ? defaults.currentMonth : monthFromText(text.to)) +
    1;
  const fromMonth =
    text.from === undefined
      ? toMonthExclusive - DEFAULT_MONTHS
      : monthFromText(text.from);
  checkRange({ fromMonth, toMonthExclusive }, MAX_MONTHS);
  return {
    ...readNodeQuestion(node, text, defaults),
    fromMonth,
    toMonthExclusive,
    by: text.by ?? 'category',
  };
}

/**
 * Throws InputError for a range that is empty, too long or beyond what dates
 * can be; `from` and `to` are the names of its parameters.
 */
export function checkRange(
  { fromMonth, toMonthExclusive }: MonthRange,
  maxMonths: number,
  names: { from: string; to: string } = { from: 'from', to: 'to' },
): void {
  if (fromMonth >= toMonthExclusive) {
    throw new InputError(`'${names.from}' is after '${names.to}'`);
  }
  if (fromMonth < FIRST_MONTH || toMonthExclusive > LAST_MONTH + 1) {
    throw new InputError('Months are from 1900-01 to 9999-11');
  }
  if (toMonthExclusive - fromMonth > maxMonths) {
    throw new InputError(
      `A range has at most ${maxMonths} months: '${names.from}' to '${
        names.to
      }' has ${toMonthExclusive - fromMonth}`,
    );
  }
}

/**
 * Reads what a question says of a node, apart from its range.
 *
 * Throws InputError for a currency that does not exist, or a basis the node
 * does not have.
 */
export function readNodeQuestion(
  node: CostNode,
  text: NodeQuestionText,
  defaults: Pick<QuestionDefaults, 'reportingCurrency'>,
): Pick<NodeQuestion, 'node' | 'basis' | 'view' | 'reportingCurrency'> {
  const reportingCurrency = text.currency ?? defaults.reportingCurrency;
  if (!isCurrency(reportingCurrency)) {
    throw new InputError(
      `'${reportingCurrency}' is not an ISO 4217 currency code`,
    );
  }
  const basis =
    text.basis ?? (node.selects === 'organisation' ? 'owned' : 'used');
  if (
    basis === 'owned' &&
    (node.selects === 'service' || node.selects === 'assembly')
  ) {
    throw new InputError(
      `A ${node.kind} uses records and owns none: basis 'owned' does not apply`,
    );
  }
  return { node, basis, view: text.view ?? 'accrued', reportingCurrency };
}
