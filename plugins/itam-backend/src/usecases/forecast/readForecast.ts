import {
  monthText,
  type ForecastAnswer,
} from '@backstage-itam/plugin-itam-common';
import { authoriseNodes, type NodeVerdict } from '../costs/authoriseNodes';
import { loadRateTable } from '../costs/loadRateTable';
import { renderMissingRates } from '../costs/renderMissingRates';
import { renderSeries } from '../costs/renderSeries';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { convertForecast, forecastTotal } from './convertForecast';
import { readForecastEvents } from './forecastEvents';
import { readForecastFigures } from './forecastFigures';
import {
  readForecastQuestion,
  type ForecastQuestionText,
} from './readForecastQuestion';

/** An answer, or why there is none. */
export type ForecastResult =
  | { forecast: ForecastAnswer }
  | Extract<NodeVerdict, { allowed: false }>;

/**
 * What a node has cost and is going to cost: actual, committed and expected
 * costs by month, and the events behind those that are not actual.
 *
 * Throws InputError when the node or the range makes no sense.
 */
export async function readForecast(
  deps: ReadDeps,
  context: ReadContext,
  of: string,
  text: ForecastQuestionText,
): Promise<ForecastResult> {
  const { currentMonth, today } = context;
  const question = readForecastQuestion(of, text, {
    currentMonth,
    reportingCurrency: deps.config.reportingCurrency,
    fiscalYearStartMonth: deps.config.fiscalYearStartMonth,
  });
  const verdict = (await authoriseNodes(deps, context, [question.node])).get(
    question.node.ref,
  );
  if (!verdict?.allowed) {
    return verdict ?? { allowed: false, reason: 'not-found' };
  }
  const [[figures], events] = await Promise.all([
    readForecastFigures(deps.knex, [question], currentMonth),
    readForecastEvents(deps.knex, context, question),
  ]);
  const { node, basis, view, fromMonth, toMonthExclusive, reportingCurrency } =
    question;
  const months = toMonthExclusive - fromMonth;
  const parts = [figures.actual, figures.committed, figures.expected];
  const converted = convertForecast(figures, {
    reportingCurrency,
    fromMonth,
    months,
    today,
    table: await loadRateTable(deps.knex, {
      currencies: [
        ...new Set(
          parts.flatMap(sums => sums.entries().map(([currency]) => currency)),
        ),
      ],
      reportingCurrency,
      fromMonth,
      toMonthExclusive,
      currentMonth,
      today,
    }),
  });
  const total = forecastTotal(figures, months);
  return {
    forecast: {
      of: { ref: node.ref, kind: node.kind, title: verdict.title },
      basis,
      view,
      from: monthText(fromMonth),
      to: monthText(toMonthExclusive - 1),
      currentMonth: monthText(currentMonth),
      months: Array.from({ length: months }, (_, index) =>
        monthText(fromMonth + index),
      ),
      reportingCurrency,
      actual: renderSeries(figures.actual, converted.actual, reportingCurrency),
      committed: renderSeries(
        figures.committed,
        converted.committed,
        reportingCurrency,
      ),
      expected: renderSeries(
        figures.expected,
        converted.expected,
        reportingCurrency,
      ),
      total: renderSeries(total, converted.total, reportingCurrency),
      events,
      ratesMissing: renderMissingRates(converted.missing),
      asOf: context.at,
    },
  };
}
