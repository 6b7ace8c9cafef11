import {
  isCurrency,
  monthFromText,
  type CostBasis,
  type CostDimension,
} from '@backstage-itam/plugin-itam-common';
import { InputError } from '@backstage/errors';
import { parseCostNode, type CostNode } from '../../stores/queries/costNode';

/** Months one answer covers at most. */
export const MAX_MONTHS = 120;

const DEFAULT_MONTHS = 12;

/** A cost question as it comes in. */
export interface CostQuestionText {
  from?: string;
  to?: string;
  by?: CostDimension;
  basis?: CostBasis;
  currency?: string;
}

/** A cost question with its defaults in place. */
export interface CostQuestion {
  node: CostNode;
  /** Month index, year × 12 + month − 1. */
  fromMonth: number;
  toMonthExclusive: number;
  by: CostDimension;
  basis: CostBasis;
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
  defaults: { currentMonth: number; reportingCurrency: string },
): CostQuestion {
  const node = parseCostNode(of);
  const toMonthExclusive =
    (text.to === undefined ? defaults.currentMonth : monthFromText(text.to)) +
    1;
  const fromMonth =
    text.from === undefined
      ? toMonthExclusive - DEFAULT_MONTHS
      : monthFromText(text.from);
  if (fromMonth >= toMonthExclusive) {
    throw new InputError("'from' is after 'to'");
  }
  if (toMonthExclusive - fromMonth > MAX_MONTHS) {
    throw new InputError(`A range has at most ${MAX_MONTHS} months`);
  }
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
  return {
    node,
    fromMonth,
    toMonthExclusive,
    by: text.by ?? 'category',
    basis,
    reportingCurrency,
  };
}
