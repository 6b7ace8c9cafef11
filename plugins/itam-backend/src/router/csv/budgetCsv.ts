import type { BudgetSummary } from '@backstage-itam/plugin-itam-common';

const columns: [string, (budget: BudgetSummary) => string | undefined][] = [
  ['of', budget => budget.of.ref],
  ['title', budget => budget.of.title],
  ['fiscalYear', budget => budget.label],
  ['from', budget => budget.from],
  ['to', budget => budget.to],
  ['basis', budget => budget.basis],
  ['view', budget => budget.view],
  ['currency', budget => budget.currency],
  ['amount', budget => budget.amount],
  ['actual', budget => budget.actual],
  ['committed', budget => budget.committed],
  ['expected', budget => budget.expected],
  ['forecast', budget => budget.forecast],
  ['variance', budget => budget.variance],
  ['usedPercent', budget => budget.usedPercent],
  ['forecastPercent', budget => budget.forecastPercent],
  ['state', budget => budget.state],
  [
    'ratesMissing',
    budget => budget.ratesMissing.map(({ currency }) => currency).join('; '),
  ],
  ['note', budget => budget.note],
  ['updatedAt', budget => budget.updatedAt],
  ['updatedBy', budget => budget.updatedBy],
];

/** The header of an export of budgets. */
export const budgetCsvHeader: readonly string[] = columns.map(([name]) => name);

/** A budget as cells under {@link budgetCsvHeader}. */
export function budgetCsvRow(budget: BudgetSummary): string[] {
  return columns.map(([, read]) => read(budget) ?? '');
}
