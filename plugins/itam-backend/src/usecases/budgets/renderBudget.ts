import {
  budgetStatus,
  fiscalYearLabel,
  formatAmount,
  monthText,
  type BudgetDetail,
  type BudgetSummary,
} from '@backstage-itam/plugin-itam-common';
import { renderMissingRates } from '../costs/renderMissingRates';
import { runningTotals, type BudgetFigures } from './budgetFigures';

/** A budget with its figures as text. */
export function renderBudget(
  figures: BudgetFigures,
  title: string,
): BudgetSummary {
  const { budget, question, currency, amountMinor, forecast } = figures;
  const { node, basis, view, fromMonth, toMonthExclusive } = question;
  const text = (minor: bigint) => formatAmount(minor, currency);
  const actualMinor = sumOf(forecast.actual);
  const committedMinor = sumOf(forecast.committed);
  const expectedMinor = sumOf(forecast.expected);
  const status = budgetStatus({
    budgetMinor: amountMinor,
    actualMinor,
    committedMinor,
    expectedMinor,
    ratesMissing: forecast.missing.size > 0,
  });
  return {
    of: { ref: node.ref, kind: node.kind, title },
    fiscalYear: budget.fiscalYear,
    label: fiscalYearLabel(budget.fiscalYear),
    from: monthText(fromMonth),
    to: monthText(toMonthExclusive - 1),
    basis,
    view,
    currency,
    amount: text(amountMinor),
    actual: text(actualMinor),
    committed: text(committedMinor),
    expected: text(expectedMinor),
    forecast: text(status.forecastMinor),
    variance: text(status.varianceMinor),
    // Only an amount without any rate is converted to nothing.
    usedPercent: status.usedPercent ?? '0',
    forecastPercent: status.forecastPercent ?? '0',
    state: status.state,
    note: budget.note ?? undefined,
    version: budget.version,
    updatedAt: budget.setAt,
    updatedBy: budget.setBy ?? undefined,
    ratesMissing: renderMissingRates(forecast.missing),
  };
}

/** The months of a budget as text. */
export function renderBudgetMonths({
  question,
  currency,
  plannedMinor,
  forecast,
}: BudgetFigures): BudgetDetail['months'] {
  const text = (minor: bigint) => formatAmount(minor, currency);
  const cumulative = runningTotals(forecast.total);
  return forecast.total.map((_, index) => ({
    month: monthText(question.fromMonth + index),
    actual: text(forecast.actual[index]),
    committed: text(forecast.committed[index]),
    expected: text(forecast.expected[index]),
    cumulative: text(cumulative[index]),
    planned: text(plannedMinor[index]),
  }));
}

function sumOf(months: readonly bigint[]): bigint {
  return months.reduce((sum, minor) => sum + minor, 0n);
}
