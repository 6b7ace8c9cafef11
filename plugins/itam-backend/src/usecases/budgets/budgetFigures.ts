import {
  fiscalYearMonths,
  plannedMonths,
} from '@backstage-itam/plugin-itam-common';
import type { StoredBudget } from '../../stores/budgets/budgets';
import { parseCostNode } from '../../stores/queries/costNode';
import { convertFigures } from '../costs/convertFigures';
import { CurrencySums } from '../costs/costFigures';
import { loadRateTable } from '../costs/loadRateTable';
import type { NodeQuestion } from '../costs/readCostQuestion';
import {
  convertForecast,
  type ConvertedForecast,
} from '../forecast/convertForecast';
import { readForecastFigures } from '../forecast/forecastFigures';
import type { ReadContext, ReadDeps } from '../records/readContext';

/** A budget with what is spent and forecast, in one currency. */
export interface BudgetFigures {
  budget: StoredBudget;
  question: NodeQuestion;
  /** ISO 4217 code of all amounts. */
  currency: string;
  /** Of the whole fiscal year. */
  amountMinor: bigint;
  /** The budget spread evenly, up to and including each month. */
  plannedMinor: bigint[];
  forecast: ConvertedForecast;
}

/**
 * Reads what is spent and forecast of budgets, all in one go.
 *
 * @param currency - ISO 4217 code to show all budgets in, each month at its
 * rate; each budget's own by default
 */
export async function readBudgetFigures(
  deps: Pick<ReadDeps, 'knex' | 'config'>,
  context: Pick<ReadContext, 'currentMonth' | 'today'>,
  budgets: readonly StoredBudget[],
  currency?: string,
): Promise<BudgetFigures[]> {
  const { currentMonth, today } = context;
  const questions = budgets.map(budget =>
    budgetQuestion(deps, budget, currency),
  );
  const figures = await readForecastFigures(deps.knex, questions, currentMonth);
  const months = (question: NodeQuestion) => ({
    fromMonth: question.fromMonth,
    months: question.toMonthExclusive - question.fromMonth,
  });
  const currencies = new Set<string>();
  figures.forEach(({ actual, committed, expected }, index) => {
    currencies.add(questions[index].reportingCurrency);
    currencies.add(budgets[index].currency);
    for (const sums of [actual, committed, expected]) {
      sums.entries().forEach(([used]) => currencies.add(used));
    }
  });
  const table = await loadRateTable(deps.knex, {
    currencies: [...currencies],
    // The target of every budget is among the currencies.
    reportingCurrency: 'EUR',
    fromMonth: Math.min(...questions.map(({ fromMonth }) => fromMonth)),
    toMonthExclusive: Math.max(
      ...questions.map(({ toMonthExclusive }) => toMonthExclusive),
    ),
    currentMonth,
    today,
  });
  return budgets.map((budget, index) => {
    const question = questions[index];
    const { reportingCurrency } = question;
    const options = { table, reportingCurrency, today, ...months(question) };
    const forecast = convertForecast(figures[index], options);
    const spread = new CurrencySums(options.months);
    plannedMonths(budget.amountMinor, options.months).forEach(
      (planned, month, all) =>
        spread.add(
          budget.currency,
          month,
          planned - (month === 0 ? 0n : all[month - 1]),
        ),
    );
    const converted = convertFigures(spread, [spread], options);
    const plannedMinor = runningTotals(converted.total);
    return {
      budget,
      question,
      currency: reportingCurrency,
      amountMinor: plannedMinor[plannedMinor.length - 1],
      plannedMinor,
      forecast: {
        ...forecast,
        missing: merged(forecast.missing, converted.missing),
      },
    };
  });
}

/** What the costs a budget is compared with are asked by. */
export function budgetQuestion(
  deps: Pick<ReadDeps, 'config'>,
  budget: Pick<
    StoredBudget,
    'nodeRef' | 'fiscalYear' | 'basis' | 'view' | 'currency'
  >,
  currency?: string,
): NodeQuestion {
  const { from, toExclusive } = fiscalYearMonths(
    budget.fiscalYear,
    deps.config.fiscalYearStartMonth,
  );
  return {
    node: parseCostNode(budget.nodeRef),
    basis: budget.basis,
    view: budget.view,
    reportingCurrency: currency ?? budget.currency,
    fromMonth: from,
    toMonthExclusive: toExclusive,
  };
}

/** The sum of each month and all before it. */
export function runningTotals(months: readonly bigint[]): bigint[] {
  let sum = 0n;
  return months.map(minor => {
    sum += minor;
    return sum;
  });
}

function merged(
  ...all: ReadonlyMap<string, readonly number[]>[]
): Map<string, number[]> {
  const result = new Map<string, number[]>();
  for (const [currency, months] of all.flatMap(one => [...one])) {
    result.set(
      currency,
      [...new Set([...(result.get(currency) ?? []), ...months])].sort(
        (a, b) => a - b,
      ),
    );
  }
  return result;
}
