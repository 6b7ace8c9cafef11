import type {
  CostCertainty,
  CostView,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { integerFromRow } from '../../database/bigints';
import { isPostgres } from '../../database/engine';
import { settingKeys } from '../../database/settingKeys';
import {
  monthsFromRow,
  someMonthsSql,
  WINDOW_MONTHS,
} from '../readModel/packedMonths';
import { readSetting } from '../settings/readSetting';

const KEYS_PER_STATEMENT = 400;

/** Cost of a node per month of the read model's window. */
export interface CostVector {
  nodeKey: string;
  certainty: string;
  category: string;
  currency: string;
  /** Minor units, one per month of the window, or of those asked for. */
  months: bigint[];
}

/** Which rows of the read model are meant, besides their nodes. */
export interface VectorRows {
  basis: 'used' | 'owned';
  view: CostView;
  certainties: readonly CostCertainty[];
  /** Only these months, counted from the start of the window; all if absent. */
  months?: { from: number; count: number };
}

/** Actual costs as they accrue, on one basis. */
export function accruedRows(basis: 'used' | 'owned'): VectorRows {
  return { basis, view: 'accrued', certainties: ['actual'] };
}

/** The months the read model covers; undefined before it was first built. */
export async function readModelWindow(
  knex: Knex,
): Promise<{ from: number; toExclusive: number } | undefined> {
  const start = await readSetting(knex, settingKeys.windowStartMonth);
  if (start === undefined) {
    return undefined;
  }
  const from = integerFromRow(start);
  return { from, toExclusive: from + WINDOW_MONTHS };
}

/**
 * Vectors of nodes on one basis; actual costs as they accrue unless the rows
 * are named. Nodes without cost have none.
 */
export async function readCostVectors(
  knex: Knex,
  rows: VectorRows | VectorRows['basis'],
  nodeKeys: readonly string[],
): Promise<CostVector[]> {
  const wanted = typeof rows === 'string' ? accruedRows(rows) : rows;
  const vectors: CostVector[] = [];
  for (const batch of batchesOf(nodeKeys, KEYS_PER_STATEMENT)) {
    const found: CostVectorRow[] = await vectorRows(knex, wanted)
      .whereIn('cost_vec.node_key', batch)
      .select(costVectorColumns(knex, wanted));
    vectors.push(...found.map(row => vectorFromRow(row, wanted)));
  }
  return vectors;
}

/** Columns of a {@link CostVectorRow}. */
export function costVectorColumns(
  knex: Knex,
  { months }: VectorRows,
): (string | Knex.Raw)[] {
  return [
    'cost_vec.node_key',
    'cost_vec.certainty',
    'cost_vec.category',
    'cost_vec.currency',
    months
      ? knex.raw(
          `${someMonthsSql(
            isPostgres(knex),
            'cost_vec.months',
            months,
          )} as months`,
        )
      : 'cost_vec.months',
  ];
}

/** A row of the read model, before its months are unpacked. */
export interface CostVectorRow {
  node_key: string;
  certainty: string;
  category: string;
  currency: string;
  months: unknown;
}

/** The rows of the read model that are meant, of all nodes. */
export function vectorRows(
  knex: Knex,
  { basis, view, certainties }: VectorRows,
): Knex.QueryBuilder {
  return knex('cost_vec')
    .where('cost_vec.basis', basis)
    .where('cost_vec.view', view)
    .whereIn('cost_vec.certainty', certainties);
}

/** Reads a row of the read model. */
export function vectorFromRow(
  row: CostVectorRow,
  { months }: VectorRows,
): CostVector {
  return {
    nodeKey: row.node_key,
    certainty: row.certainty,
    category: row.category,
    currency: row.currency,
    months: monthsFromRow(row.months, months?.count),
  };
}
