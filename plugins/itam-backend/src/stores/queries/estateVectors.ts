import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import {
  costVectorColumns,
  vectorFromRow,
  vectorRows,
  type CostVector,
  type CostVectorRow,
  type VectorRows,
} from './costVectors';
import { distinctValuesSql } from './distinctValues';

const KEYS_PER_STATEMENT = 400;

/** Vectors of all nodes of the catalog of some kinds (lower case). */
export async function readVectorsOfKinds(
  knex: Knex,
  rows: VectorRows,
  kinds: readonly string[],
): Promise<CostVector[]> {
  const found: CostVectorRow[] = await vectorRows(knex, rows)
    .whereIn(
      'cost_vec.node_key',
      knex('nodes').whereIn('kind', kinds).select('ref'),
    )
    .select(costVectorColumns(knex, rows));
  return found.map(row => vectorFromRow(row, rows));
}

/** Columns of the segments whose values are nodes of the read model. */
const VALUE_COLUMNS = {
  supplier: 'vendor',
  class: 'asset_class',
  'cost-center': 'cost_center',
} as const;

/** Vectors of all suppliers, classes or cost centres that have costs. */
export async function readVectorsOfValues(
  knex: Knex,
  rows: VectorRows,
  of: keyof typeof VALUE_COLUMNS,
): Promise<CostVector[]> {
  const found: CostVectorRow[] = await vectorRows(knex, rows)
    .whereRaw(
      `cost_vec.node_key in (
        with ${distinctValuesSql('cost_segments', VALUE_COLUMNS[of])}
        select '${of}:' || value from found)`,
    )
    .select(costVectorColumns(knex, rows));
  return found.map(row => vectorFromRow(row, rows));
}

/**
 * Vectors of all nodes whose key starts with one of the prefixes, such as
 * `group:`, whether or not the catalog has them. Looks at every row.
 */
export async function readVectorsOfPrefixes(
  knex: Knex,
  rows: VectorRows,
  prefixes: readonly string[],
): Promise<CostVector[]> {
  const found: CostVectorRow[] = await vectorRows(knex, rows)
    .where(either =>
      prefixes.forEach(prefix =>
        either.orWhereRaw('substr(cost_vec.node_key, 1, ?) = ?', [
          prefix.length,
          prefix,
        ]),
      ),
    )
    .select(costVectorColumns(knex, rows));
  return found.map(row => vectorFromRow(row, rows));
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
