import type { Knex } from 'knex';
import {
  readCostVectors,
  readModelWindow,
  type CostVector,
} from '../../stores/queries/costVectors';
import { sumCosts, UNALLOCATED } from '../../stores/queries/costSums';
import { CurrencySums, type CostFigures } from './costFigures';
import { costKeyOf, scopeOf, vectorKeyOf } from './costScope';
import { estateFromReadModel } from './estateFromReadModel';
import { categoryOf, FigureGroups } from './figureGroups';
import type { CostQuestion } from './readCostQuestion';

/**
 * Reads the figures of questions that share range, dimension and basis. From
 * the read model where it holds the answer, which takes one statement for all
 * of them; otherwise from the segments.
 */
export async function readFigures(
  knex: Knex,
  questions: readonly CostQuestion[],
): Promise<CostFigures[]> {
  const [first] = questions;
  if (!first) {
    return [];
  }
  const bySum = first.by === 'category' || first.by === 'currency';
  const [window, vectors] = await Promise.all([
    readModelWindow(knex),
    bySum ? vectorsOf(knex, questions) : undefined,
  ]);
  const inWindow =
    window !== undefined &&
    first.fromMonth >= window.from &&
    first.toMonthExclusive <= window.toExclusive;
  if (!inWindow || !vectors) {
    const figures: CostFigures[] = [];
    for (const question of questions) {
      figures.push(
        (inWindow && question.node.selects === 'all'
          ? await estateFromReadModel(knex, question, window)
          : undefined) ?? (await figuresFromSegments(knex, question)),
      );
    }
    return figures;
  }

  const figures: CostFigures[] = [];
  for (const question of questions) {
    const groups = new FigureGroups(
      question.toMonthExclusive - question.fromMonth,
    );
    const add = (sums: CurrencySums, vector: CostVector) =>
      vector.months
        .slice(
          question.fromMonth - window.from,
          question.toMonthExclusive - window.from,
        )
        .forEach((minor, month) => sums.add(vector.currency, month, minor));
    const { basis, key } = vectorKeyOf(question);
    for (const vector of vectors.get(`${basis} ${key}`) ?? []) {
      const group = groups.of(
        question.by === 'category' ? vector.category : vector.currency,
      );
      group.categories.add(categoryOf(vector.category));
      add(group.sums, vector);
    }
    let unallocated = groups.empty();
    if (question.node.selects === 'all') {
      for (const vector of vectors.get(`used ${UNALLOCATED}`) ?? []) {
        add(unallocated, vector);
      }
    } else {
      unallocated = await unallocatedFromSegments(knex, question);
    }
    figures.push(groups.figures(unallocated));
  }
  return figures;
}

async function vectorsOf(
  knex: Knex,
  questions: readonly CostQuestion[],
): Promise<Map<string, CostVector[]>> {
  const keys = {
    used: new Set<string>(),
    owned: new Set<string>(),
  };
  for (const question of questions) {
    const { basis, key } = vectorKeyOf(question);
    keys[basis].add(key);
    if (question.node.selects === 'all') {
      keys.used.add(UNALLOCATED);
    }
  }
  const vectors = new Map<string, CostVector[]>();
  for (const basis of ['used', 'owned'] as const) {
    for (const vector of await readCostVectors(knex, basis, [...keys[basis]])) {
      const name = `${basis} ${vector.nodeKey}`;
      vectors.set(name, [...(vectors.get(name) ?? []), vector]);
    }
  }
  return vectors;
}

/** The figures of one question, summed over the segments. */
export async function figuresFromSegments(
  knex: Knex,
  question: CostQuestion,
): Promise<CostFigures> {
  const groups = new FigureGroups(
    question.toMonthExclusive - question.fromMonth,
  );
  const sums = await sumCosts(knex, {
    scope: scopeOf(question),
    by: costKeyOf(question),
    fromMonth: question.fromMonth,
    toMonthExclusive: question.toMonthExclusive,
  });
  for (const sum of sums) {
    const group = groups.of(sum.key);
    group.sums.add(sum.currency, sum.month - question.fromMonth, sum.minor);
    if (sum.category !== '') {
      group.categories.add(categoryOf(sum.category));
    } else if (question.by === 'category') {
      group.categories.add(categoryOf(sum.key));
    }
  }
  const bySlices = ['service', 'service-owner'].includes(costKeyOf(question));
  return groups.figures(
    bySlices
      ? groups.of(UNALLOCATED).sums
      : await unallocatedFromSegments(knex, question),
  );
}

async function unallocatedFromSegments(
  knex: Knex,
  question: CostQuestion,
): Promise<CurrencySums> {
  const unallocated = new CurrencySums(
    question.toMonthExclusive - question.fromMonth,
  );
  const scope = scopeOf(question);
  if (scope.over === 'records') {
    const sums = await sumCosts(knex, {
      scope,
      by: 'nothing',
      fromMonth: question.fromMonth,
      toMonthExclusive: question.toMonthExclusive,
      unallocatedOnly: true,
    });
    for (const sum of sums) {
      unallocated.add(sum.currency, sum.month - question.fromMonth, sum.minor);
    }
  }
  return unallocated;
}
