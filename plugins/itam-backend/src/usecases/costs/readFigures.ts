import type { Knex } from 'knex';
import {
  readCostVectors,
  readModelWindow,
  type CostVector,
} from '../../stores/queries/costVectors';
import { sumCosts, UNALLOCATED } from '../../stores/queries/costSums';
import { CurrencySums, type CostFigures } from './costFigures';
import { costKeyOf, scopeOf, unallocatedKeyOf, vectorKeyOf } from './costScope';
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
    vectorsOf(knex, questions, bySum),
  ]);
  const inWindow =
    window !== undefined &&
    first.fromMonth >= window.from &&
    first.toMonthExclusive <= window.toExclusive;
  const figures: CostFigures[] = [];
  for (const question of questions) {
    if (!inWindow) {
      figures.push(await figuresFromSegments(knex, question));
      continue;
    }
    const read = { vectors, windowFrom: window.from };
    figures.push(
      bySum
        ? figuresFromVectors(question, read)
        : (await estateFromModel(knex, question, window)) ??
            (await figuresFromSegments(
              knex,
              question,
              unallocatedFromVectors(question, read),
            )),
    );
  }
  return figures;
}

async function estateFromModel(
  knex: Knex,
  question: CostQuestion,
  window: { from: number },
): Promise<CostFigures | undefined> {
  return question.node.selects === 'all'
    ? await estateFromReadModel(knex, question, window)
    : undefined;
}

/** Vectors by basis and key, and the first month they hold. */
interface ReadVectors {
  vectors: ReadonlyMap<string, CostVector[]>;
  windowFrom: number;
}

async function vectorsOf(
  knex: Knex,
  questions: readonly CostQuestion[],
  withTotals: boolean,
): Promise<Map<string, CostVector[]>> {
  const keys = {
    used: new Set<string>(),
    owned: new Set<string>(),
  };
  for (const question of questions) {
    for (const row of [
      withTotals ? vectorKeyOf(question) : undefined,
      unallocatedKeyOf(question),
    ]) {
      if (row) {
        keys[row.basis].add(row.key);
      }
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

function figuresFromVectors(
  question: CostQuestion,
  read: ReadVectors,
): CostFigures {
  const groups = new FigureGroups(
    question.toMonthExclusive - question.fromMonth,
  );
  const { basis, key } = vectorKeyOf(question);
  for (const vector of read.vectors.get(`${basis} ${key}`) ?? []) {
    const group = groups.of(
      question.by === 'category' ? vector.category : vector.currency,
    );
    group.categories.add(categoryOf(vector.category));
    addVector(group.sums, vector, question, read);
  }
  return groups.figures(unallocatedFromVectors(question, read));
}

function unallocatedFromVectors(
  question: CostQuestion,
  read: ReadVectors,
): CurrencySums {
  const sums = new CurrencySums(question.toMonthExclusive - question.fromMonth);
  const row = unallocatedKeyOf(question);
  const vectors = row && read.vectors.get(`${row.basis} ${row.key}`);
  for (const vector of vectors ?? []) {
    addVector(sums, vector, question, read);
  }
  return sums;
}

function addVector(
  sums: CurrencySums,
  vector: CostVector,
  question: CostQuestion,
  { windowFrom }: ReadVectors,
): void {
  vector.months
    .slice(
      question.fromMonth - windowFrom,
      question.toMonthExclusive - windowFrom,
    )
    .forEach((minor, month) => sums.add(vector.currency, month, minor));
}

/**
 * The figures of one question, summed over the segments.
 *
 * @param unallocated - What no service takes, when it is known already
 */
export async function figuresFromSegments(
  knex: Knex,
  question: CostQuestion,
  unallocated?: CurrencySums,
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
      : unallocated ?? (await unallocatedFromSegments(knex, question)),
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
