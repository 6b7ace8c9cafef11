import { COST_CATEGORIES } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { textList } from '../../database/idList';
import { CERTAINTIES, oneOf, VIEWS } from '../costSegments/segmentRow';
import type { TotalKey, TotalRow } from './monthlyTotals';
import { monthsFromRow } from './packedMonths';

/** What services use, as the read model has it: a row per kind of cost. */
export async function readServiceTotals(
  database: Knex,
  serviceRefs: readonly string[],
): Promise<(TotalKey & { months: bigint[] })[]> {
  const rows = await database<TotalRow>('cost_vec')
    .whereIn('node_key', textList(database, serviceRefs))
    .where('basis', 'used')
    .select();
  return rows.map(row => ({
    nodeKey: row.node_key,
    basis: 'used',
    view: oneOf(VIEWS, row.view),
    certainty: oneOf(CERTAINTIES, row.certainty),
    category: oneOf(COST_CATEGORIES, row.category),
    currency: row.currency,
    months: monthsFromRow(row.months),
  }));
}
