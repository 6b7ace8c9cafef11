import type { CostDimension } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  readCostVectors,
  type CostVector,
  type VectorRows,
} from '../../stores/queries/costVectors';
import { NONE, UNALLOCATED } from '../../stores/queries/costSums';
import {
  readAncestors,
  readVectorsOfKinds,
  readVectorsOfPrefixes,
  readVectorsOfValues,
} from '../../stores/queries/estateVectors';
import { CurrencySums, type CostFigures } from './costFigures';
import { directFigures } from './directFigures';
import type { CostQuestion } from './readCostQuestion';

const SERVICES = ['component', 'system', 'resource', 'api', 'domain'];
const OWNERS = ['group', 'user'];

/** How a breakdown of the estate is found in the read model. */
interface Source {
  basis: 'used' | 'owned';
  /** Kinds of the nodes, which include what is below them … */
  kinds?: readonly string[];
  /** … in this hierarchy; … */
  dimension?: 'group' | 'part';
  /** … or values that divide the estate. */
  values?: 'supplier' | 'class' | 'cost-center';
  /** Rows that complete the nodes to the total, by the key of their line. */
  rest?: { nodeKey: string; basis: 'used' | 'owned'; line: string };
  /** Line of what neither nodes nor the rest hold; absent: nothing is left. */
  remainder?: string;
}

function sourceOf(
  by: CostDimension,
  basis: 'used' | 'owned',
): Source | undefined {
  const unallocated = {
    nodeKey: UNALLOCATED,
    basis: 'used',
    line: UNALLOCATED,
  } as const;
  switch (by) {
    case 'service':
      return {
        basis: 'used',
        kinds: SERVICES,
        dimension: 'part',
        rest: unallocated,
      };
    case 'owner':
      return basis === 'used'
        ? {
            basis,
            kinds: OWNERS,
            dimension: 'group',
            rest: unallocated,
            remainder: NONE,
          }
        : {
            basis,
            kinds: OWNERS,
            dimension: 'group',
            rest: { nodeKey: 'unowned', basis: 'owned', line: NONE },
          };
    case 'supplier':
    case 'class':
    case 'cost-center':
      return { basis: 'owned', values: by, remainder: NONE };
    default:
      return undefined;
  }
}

/**
 * The estate by service, owner, supplier, class or cost centre from the read
 * model; undefined when the read model cannot tell, so that the segments have
 * to be asked.
 *
 * @param window - First month of the read model's window
 */
export async function estateFromReadModel(
  knex: Knex,
  question: CostQuestion,
  window: { from: number },
): Promise<CostFigures | undefined> {
  const source = sourceOf(question.by, question.basis);
  if (!source) {
    return undefined;
  }
  const months = question.toMonthExclusive - question.fromMonth;
  const sumsOf = (vectors: readonly CostVector[]) => {
    const sums = new Map<string, CurrencySums>();
    for (const vector of vectors) {
      const node = sums.get(vector.nodeKey) ?? new CurrencySums(months);
      sums.set(vector.nodeKey, node);
      for (let month = 0; month < months; month += 1) {
        const minor = vector.months[month];
        if (minor !== 0n) {
          node.add(vector.currency, month, minor);
        }
      }
    }
    return sums;
  };
  const rowsOn = (basis: 'used' | 'owned'): VectorRows => ({
    basis,
    view: question.view,
    certainties: ['actual'],
    months: { from: question.fromMonth - window.from, count: months },
  });
  const named = async (basis: 'used' | 'owned', key: string) =>
    sumsOf(await readCostVectors(knex, rowsOn(basis), [key])).get(key) ??
    new CurrencySums(months);

  const total = await named('owned', 'all');
  const unallocated = await named('used', UNALLOCATED);
  const rest =
    source.rest && (await named(source.rest.basis, source.rest.nodeKey));

  const completed = (
    direct: ReadonlyMap<string, CurrencySums>,
  ): CostFigures | undefined => {
    const left = new CurrencySums(months);
    left.addAll(total);
    direct.forEach(sums => left.takeAll(sums));
    const lines = new Map(direct);
    if (source.rest && rest) {
      left.takeAll(rest);
      lines.set(source.rest.line, rest);
    }
    if (source.remainder) {
      lines.set(source.remainder, left);
    } else if (!left.isEmpty) {
      return undefined;
    }
    return {
      total,
      unallocated,
      groups: [...lines]
        .filter(([, sums]) => !sums.isEmpty)
        .map(([key, sums]) => ({ key, sums, categories: new Set() })),
    };
  };

  const { values, kinds, dimension } = source;
  if (values !== undefined) {
    const vectors = sumsOf(
      await readVectorsOfValues(knex, rowsOn(source.basis), values),
    );
    const prefix = `${values}:`;
    return completed(
      new Map(
        [...vectors].map(([key, sums]) => [key.slice(prefix.length), sums]),
      ),
    );
  }
  if (!kinds || !dimension) {
    return undefined;
  }
  const directOf = async (vectors: readonly CostVector[]) => {
    const totals = sumsOf(vectors);
    return directFigures(
      totals,
      await readAncestors(knex, dimension, [...totals.keys()]),
      months,
    );
  };
  const known = await directOf(
    await readVectorsOfKinds(knex, rowsOn(source.basis), kinds),
  );
  const figures = known && completed(known);
  if (figures || !known) {
    return figures;
  }
  // Something belongs to refs that the catalog does not have.
  const all = await directOf(
    await readVectorsOfPrefixes(
      knex,
      rowsOn(source.basis),
      kinds.map(kind => `${kind}:`),
    ),
  );
  return all && completed(all);
}
