import {
  fiscalYearLabel,
  fiscalYearOf,
  isCurrency,
  type BudgetList,
} from '@backstage-itam/plugin-itam-common';
import { InputError } from '@backstage/errors';
import { readBudgets, readBudgetYears } from '../../stores/budgets/budgets';
import { parseCostNode } from '../../stores/queries/costNode';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { readBudgetFigures } from './budgetFigures';
import { authoriseBudgets, parseBudgetNode } from './budgetNode';
import { renderBudget } from './renderBudget';

/** A list of budgets as it is asked for. */
export interface BudgetListQuestion {
  /** The current one by default. */
  fiscalYear?: number;
  /** Only the budget of this node. */
  of?: string;
  /** ISO 4217 code to show all budgets in. */
  currency?: string;
}

/**
 * The budgets of a fiscal year the caller may see, with what is spent,
 * committed and expected.
 *
 * Throws InputError for a node without budgets or an unknown currency.
 */
export async function listBudgets(
  deps: ReadDeps,
  context: ReadContext,
  question: BudgetListQuestion,
): Promise<Omit<BudgetList, 'canEdit'>> {
  const { of, currency } = question;
  if (currency !== undefined && !isCurrency(currency)) {
    throw new InputError(`'${currency}' is not an ISO 4217 currency code`);
  }
  const currentYear = fiscalYearOf(
    context.currentMonth,
    deps.config.fiscalYearStartMonth,
  );
  const fiscalYear = question.fiscalYear ?? currentYear;
  const [stored, years] = await Promise.all([
    readBudgets(deps.knex, {
      fiscalYear,
      nodeRef: of === undefined ? undefined : parseBudgetNode(of).ref,
    }),
    readBudgetYears(deps.knex),
  ]);
  const nodes = new Map(
    stored.map(({ nodeRef }) => [nodeRef, parseCostNode(nodeRef)]),
  );
  const verdictOf = await authoriseBudgets(deps, context, [...nodes.values()]);
  const visible = stored.filter(({ nodeRef }) => {
    const node = nodes.get(nodeRef);
    return node !== undefined && verdictOf(node).allowed;
  });
  const figures =
    visible.length === 0
      ? []
      : await readBudgetFigures(deps, context, visible, currency);
  return {
    fiscalYear,
    label: fiscalYearLabel(fiscalYear),
    fiscalYears: [...new Set([...years, currentYear])].sort((a, b) => a - b),
    items: figures.map(one =>
      renderBudget(one, verdictOf(one.question.node).title),
    ),
  };
}
