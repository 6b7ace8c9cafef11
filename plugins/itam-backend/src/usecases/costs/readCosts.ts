import {
  monthText,
  type CostAnswer,
  type CostsQueryAnswer,
} from '@backstage-itam/plugin-itam-common';
import { UNALLOCATED } from '../../stores/queries/costSums';
import {
  readFigureState,
  type FigureState,
} from '../../stores/settings/readFigureState';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { authoriseNodes } from './authoriseNodes';
import { convertFigures, type ConversionOptions } from './convertFigures';
import type { CostFigures, CurrencySums } from './costFigures';
import { largestFirst } from './largestFirst';
import { nameGroups } from './nameGroups';
import { loadRateTable } from './loadRateTable';
import { readCostQuestion, type CostQuestionText } from './readCostQuestion';
import type { CostQuestion } from './readCostQuestion';
import { readCoverages, type AnsweredCoverage } from './readCoverages';
import { readFigures } from './readFigures';
import { renderMissingRates } from './renderMissingRates';
import { renderSeries } from './renderSeries';

/**
 * The costs of nodes over a range of months, in the order asked; per node an
 * answer, or why there is none.
 *
 * Throws InputError when a node or the range makes no sense.
 */
export async function readCosts(
  deps: ReadDeps,
  context: ReadContext,
  of: readonly string[],
  text: CostQuestionText,
): Promise<CostsQueryAnswer['items']> {
  const questions = of.map(node =>
    readCostQuestion(node, text, {
      currentMonth: context.currentMonth,
      reportingCurrency: deps.config.reportingCurrency,
    }),
  );
  const [verdicts, state] = await Promise.all([
    authoriseNodes(
      deps,
      context,
      questions.map(question => question.node),
    ),
    readFigureState(deps.knex),
  ]);
  const allowed = questions.filter(
    question => verdicts.get(question.node.ref)?.allowed === true,
  );
  const [figures, coverages] = await Promise.all([
    readFigures(deps.knex, allowed, state.window),
    readCoverages(deps, context, allowed),
  ]);
  const answers = new Map<string, CostAnswer>();
  for (const [index, question] of allowed.entries()) {
    const verdict = verdicts.get(question.node.ref);
    if (verdict?.allowed) {
      answers.set(
        question.node.ref,
        await answerOf(deps, context, question, {
          figures: figures[index],
          coverage: coverages[index],
          title: verdict.title,
          state,
        }),
      );
    }
  }
  return questions.map(({ node }, index) => {
    const verdict = verdicts.get(node.ref);
    const costs = answers.get(node.ref);
    return verdict && !verdict.allowed
      ? { of: of[index], error: verdict.reason }
      : { of: of[index], costs };
  });
}

/** Most nodes have nothing unallocated, for which no rate is looked up. */
function convertedUnallocated(
  sums: CurrencySums,
  options: ConversionOptions,
): bigint[] {
  return sums.isEmpty
    ? new Array<bigint>(options.months).fill(0n)
    : convertFigures(sums, [sums], options).total;
}

interface Facts {
  figures: CostFigures;
  coverage: AnsweredCoverage;
  title: string;
  state: FigureState;
}

async function answerOf(
  deps: ReadDeps,
  context: ReadContext,
  question: CostQuestion,
  { figures, coverage, title, state }: Facts,
): Promise<CostAnswer> {
  const { fromMonth, toMonthExclusive, reportingCurrency } = question;
  const { closedThrough, ratesRevision } = state;
  const months = toMonthExclusive - fromMonth;
  const groups = await nameGroups(deps, context, question, figures.groups);
  const options = {
    reportingCurrency,
    fromMonth,
    months,
    today: context.today,
    table: await loadRateTable(deps.knex, {
      currencies: [
        ...new Set(
          [figures.total, figures.unallocated, ...groups.map(one => one.sums)]
            .flatMap(sums => sums.entries())
            .map(([currency]) => currency),
        ),
      ],
      reportingCurrency,
      fromMonth,
      toMonthExclusive,
      currentMonth: context.currentMonth,
      today: context.today,
      ratesRevision,
    }),
  };
  const converted = convertFigures(
    figures.total,
    groups.map(group => group.sums),
    options,
  );
  const lines = largestFirst(groups, converted.parts).map(index => ({
    ...groups[index].line,
    series: renderSeries(
      groups[index].sums,
      converted.parts[index],
      reportingCurrency,
    ),
  }));
  return {
    of: { ref: question.node.ref, kind: question.node.kind, title },
    basis: question.basis,
    view: question.view,
    closedThrough:
      closedThrough === null ? undefined : monthText(closedThrough),
    from: monthText(fromMonth),
    to: monthText(toMonthExclusive - 1),
    currentMonth: monthText(context.currentMonth),
    months: Array.from({ length: months }, (_, index) =>
      monthText(fromMonth + index),
    ),
    by: question.by,
    reportingCurrency,
    total: renderSeries(figures.total, converted.total, reportingCurrency),
    unallocated:
      lines.find(line => line.key === UNALLOCATED)?.series ??
      renderSeries(
        figures.unallocated,
        convertedUnallocated(figures.unallocated, options),
        reportingCurrency,
      ),
    groups: lines,
    coverage: {
      ...coverage,
      ratesMissing: renderMissingRates(converted.missing),
    },
    rates: converted.rates.map(rate => ({
      month: monthText(rate.month),
      currency: rate.currency,
      unitsPerEuro: rate.unitsPerEuro,
      date: rate.date,
      quality: rate.quality,
    })),
    asOf: context.at,
  };
}
