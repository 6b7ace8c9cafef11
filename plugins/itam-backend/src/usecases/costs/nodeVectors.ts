import type { CostCertainty } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { inTurn } from '../../database/inTurn';
import {
  readCostVectors,
  type CostVector,
  type VectorRows,
} from '../../stores/queries/costVectors';
import { CurrencySums } from './costFigures';
import { unallocatedKeyOf, vectorKeyOf } from './costScope';
import type { NodeQuestion } from './readCostQuestion';

const CERTAINTIES: readonly CostCertainty[] = [
  'actual',
  'committed',
  'forecast',
];

/** Rows of the read model, by node. */
export class NodeVectors {
  readonly #vectors: ReadonlyMap<string, CostVector[]>;
  readonly #windowFrom: number;

  /**
   * @param vectors - By view, basis and key
   * @param windowFrom - Month index of the first month they hold
   */
  constructor(vectors: ReadonlyMap<string, CostVector[]>, windowFrom: number) {
    this.#vectors = vectors;
    this.#windowFrom = windowFrom;
  }

  /** The rows of a node. */
  of(question: NodeQuestion): readonly CostVector[] {
    const { basis, key } = vectorKeyOf(question);
    return this.#vectors.get(`${question.view} ${basis} ${key}`) ?? [];
  }

  /** What a node costs altogether. */
  total(question: NodeQuestion): CurrencySums {
    return this.#sums(question, this.of(question));
  }

  /** What a node costs, by how sure it is. */
  byCertainty(question: NodeQuestion): Map<CostCertainty, CurrencySums> {
    const rows = this.of(question);
    return new Map(
      CERTAINTIES.map(certainty => [
        certainty,
        this.#sums(
          question,
          rows.filter(row => row.certainty === certainty),
        ),
      ]),
    );
  }

  /** What no service takes of a node. */
  unallocated(question: NodeQuestion): CurrencySums {
    const row = unallocatedKeyOf(question);
    return this.#sums(
      question,
      (row && this.#vectors.get(`${question.view} ${row.basis} ${row.key}`)) ??
        [],
    );
  }

  /** Adds the months of the question's range that a row holds. */
  addTo(sums: CurrencySums, vector: CostVector, question: NodeQuestion): void {
    vector.months
      .slice(
        question.fromMonth - this.#windowFrom,
        question.toMonthExclusive - this.#windowFrom,
      )
      .forEach((minor, month) => sums.add(vector.currency, month, minor));
  }

  #sums(question: NodeQuestion, vectors: readonly CostVector[]): CurrencySums {
    const sums = new CurrencySums(
      question.toMonthExclusive - question.fromMonth,
    );
    vectors.forEach(vector => this.addTo(sums, vector, question));
    return sums;
  }
}

/**
 * Reads the rows of the read model of several nodes, their unallocated parts
 * included, in one statement per view and basis.
 *
 * @param months - Only these, counted from the start of the window
 */
export async function readNodeVectors(
  knex: Knex,
  questions: readonly NodeQuestion[],
  certainties: readonly CostCertainty[],
  months?: VectorRows['months'],
): Promise<{ from(windowFrom: number): NodeVectors }> {
  const wanted = new Map<string, { rows: VectorRows; keys: Set<string> }>();
  for (const question of questions) {
    const { view } = question;
    for (const row of [vectorKeyOf(question), unallocatedKeyOf(question)]) {
      if (row) {
        const { basis } = row;
        const name = `${view} ${basis}`;
        const asked = wanted.get(name) ?? {
          rows: { view, basis, certainties, months },
          keys: new Set<string>(),
        };
        asked.keys.add(row.key);
        wanted.set(name, asked);
      }
    }
  }
  const vectors = new Map<string, CostVector[]>();
  const run = inTurn(knex);
  for (const [rows, found] of await Promise.all(
    [...wanted].map(([name, asked]) =>
      run(
        async () =>
          [
            name,
            await readCostVectors(knex, asked.rows, [...asked.keys]),
          ] as const,
      ),
    ),
  )) {
    for (const vector of found) {
      const name = `${rows} ${vector.nodeKey}`;
      vectors.set(name, [...(vectors.get(name) ?? []), vector]);
    }
  }
  return { from: windowFrom => new NodeVectors(vectors, windowFrom) };
}
