import {
  quantityUnitMonths,
  type ComparedLine,
  type CostCertainty,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { readComparedCosts } from '../../stores/queries/comparedCosts';
import { loadCostContext } from '../../stores/records/loadCostContext';
import { scopeOf } from '../costs/costScope';
import { loadRateTable } from '../costs/loadRateTable';
import type { MonthRange, NodeQuestion } from '../costs/readCostQuestion';
import { comparedLines, type ConvertedLines } from './comparedLines';

/** When it is. */
export interface ComparisonClock {
  /** ISO calendar date. */
  today: string;
  /** Month index of today, year × 12 + month − 1. */
  currentMonth: number;
}

/**
 * What each record costs a node in a period, converted to the reporting
 * currency of the question, without quantities: those take the records, and
 * are added by {@link addQuantities} to the lines that need them.
 *
 * @param certainties - Actual costs, or all that are forecast too
 */
export async function readComparedLines(
  knex: Knex,
  question: NodeQuestion,
  certainties: readonly CostCertainty[],
  { today, currentMonth }: ComparisonClock,
): Promise<ConvertedLines> {
  const { reportingCurrency, fromMonth, toMonthExclusive } = question;
  const costs = await readComparedCosts(knex, {
    ...question,
    certainties,
    scope: scopeOf(question),
  });
  const table = await loadRateTable(knex, {
    currencies: [...new Set(costs.map(({ currency }) => currency))],
    reportingCurrency,
    fromMonth,
    toMonthExclusive,
    currentMonth,
    today,
  });
  return comparedLines(costs, { table, reportingCurrency, today });
}

/**
 * Writes the units paid for in a period into the lines of licences.
 *
 * @param refs - Records whose units matter; all that have lines when absent
 */
export async function addQuantities(
  deps: { knex: Knex; config: Pick<RegisterConfig, 'depreciation'> },
  lines: readonly ComparedLine[],
  { fromMonth, toMonthExclusive }: MonthRange,
  { today }: Pick<ComparisonClock, 'today'>,
  refs?: ReadonlySet<string>,
): Promise<void> {
  const licenses = lines.filter(
    ({ key }) => key.startsWith('license:') && (!refs || refs.has(key)),
  );
  if (licenses.length === 0) {
    return;
  }
  const context = await loadCostContext(
    deps.knex,
    licenses.map(({ key }) => key),
  );
  for (const line of licenses) {
    const record = context.record(line.key);
    line.quantity = record
      ? quantityUnitMonths(
          record,
          context,
          {
            ...deps.config.depreciation,
            asOf: today,
            horizonMonth: toMonthExclusive,
          },
          fromMonth,
          toMonthExclusive,
        )
      : null;
  }
}
