import type { Knex } from 'knex';
import { sumCosts, UNALLOCATED } from '../../stores/queries/costSums';
import type { FigureState } from '../../stores/settings/readFigureState';
import type { CurrencySums, CostFigures } from './costFigures';
import { costKeyOf, scopeOf } from './costScope';
import { estateFromReadModel } from './estateFromReadModel';
import { categoryOf, FigureGroups } from './figureGroups';
import { readNodeVectors, type NodeVectors } from './nodeVectors';
import type { CostQuestion } from './readCostQuestion';
import { recordFigures } from './recordFigures';
import { sumsFromSegments, unallocatedFromSegments } from './segmentSums';

/**
 * Reads the figures of questions that share range, dimension, basis and view:
 * actual costs only. From the read model where it holds the answer, which
 * takes one statement for all of them; otherwise from the segments.
 *
 * @param window - Months the read model covers
 */
export async function readFigures(
  knex: Knex,
  questions: readonly CostQuestion[],
  window: FigureState['window'],
): Promise<CostFigures[]> {
  const [first] = questions;
  if (!first) {
    return [];
  }
  const { fromMonth, toMonthExclusive } = first;
  if (
    window === undefined ||
    fromMonth < window.from ||
    toMonthExclusive > window.toExclusive
  ) {
    const figures: CostFigures[] = [];
    for (const question of questions) {
      figures.push(await figuresFromSegments(knex, question));
    }
    return figures;
  }
  const rows = await readNodeVectors(knex, questions, ['actual'], {
    from: fromMonth - window.from,
    count: toMonthExclusive - fromMonth,
  });
  const vectors = rows.from(fromMonth);
  const figures: CostFigures[] = [];
  for (const question of questions) {
    figures.push(await figuresInWindow(knex, question, vectors, window));
  }
  return figures;
}

async function figuresInWindow(
  knex: Knex,
  question: CostQuestion,
  vectors: NodeVectors,
  window: NonNullable<FigureState['window']>,
): Promise<CostFigures> {
  if (question.by === 'category' || question.by === 'currency') {
    return figuresFromVectors(question, vectors);
  }
  const known = {
    total: () => vectors.total(question),
    unallocated: () => vectors.unallocated(question),
  };
  const estate =
    question.node.selects === 'all'
      ? await estateFromReadModel(knex, question, window)
      : undefined;
  return estate ?? (await figuresFromSegments(knex, question, known));
}

function figuresFromVectors(
  question: CostQuestion,
  vectors: NodeVectors,
): CostFigures {
  const groups = new FigureGroups(
    question.toMonthExclusive - question.fromMonth,
  );
  for (const vector of vectors.of(question)) {
    const group = groups.of(
      question.by === 'category' ? vector.category : vector.currency,
    );
    group.categories.add(categoryOf(vector.category));
    vectors.addTo(group.sums, vector, question);
  }
  return groups.figures(vectors.unallocated(question));
}

/** Figures that are known without asking the segments. */
export interface KnownFigures {
  total(): CurrencySums;
  /** What no service takes. */
  unallocated(): CurrencySums;
}

/** The figures of one question, summed over the segments. */
export async function figuresFromSegments(
  knex: Knex,
  question: CostQuestion,
  known?: KnownFigures,
): Promise<CostFigures> {
  const unallocated = async () =>
    known?.unallocated() ?? (await unallocatedFromSegments(knex, question));
  if (question.by === 'record') {
    const groups = await recordFigures(
      knex,
      question,
      async () =>
        known?.total() ??
        (await sumsFromSegments(knex, {
          ...question,
          scope: scopeOf(question),
        })),
    );
    return groups.figures(await unallocated());
  }
  const groups = new FigureGroups(
    question.toMonthExclusive - question.fromMonth,
  );
  const sums = await sumCosts(knex, {
    view: question.view,
    scope: scopeOf(question),
    by: costKeyOf(question),
    fromMonth: question.fromMonth,
    toMonthExclusive: question.toMonthExclusive,
  });
  for (const sum of sums) {
    const group = groups.of(sum.key);
    group.sums.add(sum.currency, sum.month - question.fromMonth, sum.minor);
    if (question.by === 'category') {
      group.categories.add(categoryOf(sum.key));
    }
  }
  const bySlices = ['service', 'service-owner'].includes(costKeyOf(question));
  return groups.figures(
    bySlices ? groups.of(UNALLOCATED).sums : await unallocated(),
  );
}
