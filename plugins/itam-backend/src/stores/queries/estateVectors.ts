import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { monthsFromRow } from '../readModel/packedMonths';
import type { CostVector } from './costVectors';

const KEYS_PER_STATEMENT = 400;

interface VectorRow {
  node_key: string;
  category: string;
  currency: string;
  months: unknown;
}

const columns = [
  'cost_vec.node_key',
  'cost_vec.category',
  'cost_vec.currency',
  'cost_vec.months',
];

/** Vectors of all nodes of the catalog of some kinds (lower case). */
export async function readVectorsOfKinds(
  knex: Knex,
  basis: 'used' | 'owned',
  kinds: readonly string[],
): Promise<CostVector[]> {
  const rows: VectorRow[] = await knex('cost_vec')
    .where('cost_vec.basis', basis)
    .whereIn(
      'cost_vec.node_key',
      knex('nodes').whereIn('kind', kinds).select('ref'),
    )
    .select(columns);
  return rows.map(vectorFromRow);
}

/**
 * Vectors of all nodes whose key starts with one of the prefixes, such as
 * `supplier:` or, for refs the catalog does not have, `group:`.
 */
export async function readVectorsOfPrefixes(
  knex: Knex,
  basis: 'used' | 'owned',
  prefixes: readonly string[],
): Promise<CostVector[]> {
  const rows: VectorRow[] = await knex('cost_vec')
    .where('cost_vec.basis', basis)
    .where(either =>
      prefixes.forEach(prefix =>
        either.orWhereRaw('substr(cost_vec.node_key, 1, ?) = ?', [
          prefix.length,
          prefix,
        ]),
      ),
    )
    .select(columns);
  return rows.map(vectorFromRow);
}

function vectorFromRow(row: VectorRow): CostVector {
  return {
    nodeKey: row.node_key,
    category: row.category,
    currency: row.currency,
    months: monthsFromRow(row.months),
  };
}

/** All that is above each of these refs in a hierarchy, itself excluded. */
export async function readAncestors(
  knex: Knex,
  dimension: 'group' | 'part',
  refs: readonly string[],
): Promise<{ ancestor: string; descendant: string }[]> {
  const pairs: { ancestor: string; descendant: string }[] = [];
  for (const batch of batchesOf(refs, KEYS_PER_STATEMENT)) {
    pairs.push(
      ...(await knex('node_closure')
        .where('dimension', dimension)
        .whereIn('descendant_ref', batch)
        .whereRaw('ancestor_ref <> descendant_ref')
        .select({
          ancestor: 'ancestor_ref',
          descendant: 'descendant_ref',
        })),
    );
  }
  return pairs;
}
