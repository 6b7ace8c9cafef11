import {
  explainDifference,
  formatAmount,
  type BudgetDetail,
  type ComparedLine,
} from '@backstage-itam/plugin-itam-common';
import { readBudgetLines } from '../../stores/budgets/budgetLines';
import { differenceLines, renderEffects } from '../comparison/differenceLines';
import { differingRecords } from '../comparison/differingRecords';
import {
  addQuantities,
  readComparedLines,
} from '../comparison/readComparedLines';
import { ALL_CERTAINTIES } from '../forecast/forecastFigures';
import type { ReadContext, ReadDeps } from '../records/readContext';
import type { BudgetFigures } from './budgetFigures';

/**
 * What became of the forecast a budget was set on: headroom (plan less budget)
 * and effects add up to the variance (forecast less budget).
 */
export async function explainVariance(
  deps: Pick<ReadDeps, 'knex' | 'config'>,
  context: ReadContext,
  { budget, question, currency, amountMinor, forecast }: BudgetFigures,
): Promise<BudgetDetail['variance']> {
  const plan = await readBudgetLines(deps.knex, budget.id);
  const { lines: current } = await readComparedLines(
    deps.knex,
    question,
    ALL_CERTAINTIES,
    context,
  );
  await addQuantities(
    deps,
    current,
    question,
    context,
    differingRecords(plan, current),
  );
  fitToForecast(
    current,
    forecast.total.reduce((sum, minor) => sum + minor, 0n),
  );
  const explained = explainDifference(plan, current);
  return {
    setOn: budget.setAt,
    plan: formatAmount(explained.baseMinor, currency),
    headroom: formatAmount(explained.baseMinor - amountMinor, currency),
    effects: renderEffects(explained.effects, currency),
    lines: await differenceLines(
      deps.knex,
      context,
      explained.records,
      currency,
    ),
  };
}

/**
 * Months of a forecast are rounded with what needs no conversion, those of
 * lines without, which differs by a minor unit where credits meet costs. The
 * largest converted line takes the difference.
 */
function fitToForecast(lines: ComparedLine[], forecastMinor: bigint): void {
  let rest = forecastMinor;
  let largest: { line: ComparedLine; minor: bigint } | undefined;
  for (const line of lines) {
    const minor = line.convertedMinor;
    if (minor !== null) {
      rest -= minor;
      if (!largest || magnitude(minor) > magnitude(largest.minor)) {
        largest = { line, minor };
      }
    }
  }
  if (largest && rest !== 0n) {
    largest.line.convertedMinor = largest.minor + rest;
  }
}

function magnitude(minor: bigint): bigint {
  return minor < 0n ? -minor : minor;
}
