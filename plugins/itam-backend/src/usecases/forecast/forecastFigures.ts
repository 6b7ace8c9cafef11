import {
  forecastPart,
  type CostCertainty,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { readModelWindow } from '../../stores/queries/costVectors';
import { CurrencySums } from '../costs/costFigures';
import { readNodeVectors } from '../costs/nodeVectors';
import type { NodeQuestion } from '../costs/readCostQuestion';
import { certaintySumsFromSegments } from '../costs/segmentSums';

/** Every certainty a cost may have. */
export const ALL_CERTAINTIES: readonly CostCertainty[] = [
  'actual',
  'committed',
  'forecast',
];

/** What a node has cost and is going to cost per month, apart. */
export interface ForecastFigures {
  /** Up to and including the current month. */
  actual: CurrencySums;
  committed: CurrencySums;
  expected: CurrencySums;
}

/**
 * Reads the forecasts of nodes, whose ranges, bases and views may differ: from
 * the read model where a range lies in its window, which takes one statement
 * per view and basis for all of them; otherwise from the segments.
 *
 * @param currentMonth - Month index, year × 12 + month − 1
 */
export async function readForecastFigures(
  knex: Knex,
  questions: readonly NodeQuestion[],
  currentMonth: number,
): Promise<ForecastFigures[]> {
  if (questions.length === 0) {
    return [];
  }
  const window = await readModelWindow(knex);
  const isInWindow = ({ fromMonth, toMonthExclusive }: NodeQuestion) =>
    window !== undefined &&
    fromMonth >= window.from &&
    toMonthExclusive <= window.toExclusive;
  const read = await readNodeVectors(
    knex,
    questions.filter(isInWindow),
    ALL_CERTAINTIES,
  );
  const forecasts: ForecastFigures[] = [];
  for (const question of questions) {
    forecasts.push(
      window && isInWindow(question)
        ? apart(
            question,
            currentMonth,
            read.from(window.from).byCertainty(question),
          )
        : await forecastFromSegments(knex, question, currentMonth),
    );
  }
  return forecasts;
}

/** The forecast of one node, summed over the segments. */
export async function forecastFromSegments(
  knex: Knex,
  question: NodeQuestion,
  currentMonth: number,
): Promise<ForecastFigures> {
  return apart(
    question,
    currentMonth,
    await certaintySumsFromSegments(knex, question, ALL_CERTAINTIES),
  );
}

function apart(
  { fromMonth, toMonthExclusive }: NodeQuestion,
  currentMonth: number,
  sums: ReadonlyMap<CostCertainty, CurrencySums>,
): ForecastFigures {
  const empty = () => new CurrencySums(toMonthExclusive - fromMonth);
  const forecast = { actual: empty(), committed: empty(), expected: empty() };
  for (const [certainty, ofCertainty] of sums) {
    for (const [currency, months] of ofCertainty.entries()) {
      months.forEach((minor, index) => {
        const part = forecastPart(certainty, fromMonth + index, currentMonth);
        forecast[part].add(currency, index, minor);
      });
    }
  }
  return forecast;
}
