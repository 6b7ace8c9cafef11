import type { Knex } from 'knex';
import { settingKeys } from '../../database/settingKeys';
import { matching, type RecordListQuery } from './listRecords';
import { unknownRefsSql } from './unknownParties';

/** What records are counted by. */
export type CountDimension =
  | 'kind'
  | 'class'
  | 'stage'
  | 'owner'
  | 'group'
  | 'assignee';

/** How many records have a value; null for those without one. */
export interface RecordCount {
  value: string | null;
  records: number;
}

/** Fields of the records themselves, of which each has one value. */
export const countedColumns = {
  kind: 'records.kind',
  class: 'records.class',
  stage: 'records.stage',
  owner: 'records.owner_ref',
} as const;

/**
 * Counts the records of a list by a field, the largest counts first.
 *
 * By `group` a record counts for its owner and every group above; by
 * `assignee` for everybody who holds it or has a seat of it.
 */
export async function countRecordsBy(
  knex: Knex,
  query: Pick<RecordListQuery, 'access' | 'asOf' | 'filters'>,
  by: CountDimension,
  limit: number,
): Promise<RecordCount[]> {
  const rows: { value: string | null; counted: number | string }[] =
    await counted(knex, query, by)
      .orderBy([{ column: 'counted', order: 'desc' }, { column: 'value' }])
      .limit(limit);
  return rows.map(row => ({ value: row.value, records: Number(row.counted) }));
}

function counted(
  knex: Knex,
  query: Pick<RecordListQuery, 'access' | 'asOf' | 'filters'>,
  by: CountDimension,
): Knex.QueryBuilder {
  if (by === 'group') {
    const owned = matching(knex, query)
      .whereNotNull('records.owner_ref')
      .groupBy('records.owner_ref')
      .select({ owner: 'records.owner_ref', number: knex.raw('count(*)') });
    return knex
      .from(owned.as('owned'))
      .join('node_closure as closure', join =>
        join
          .on('closure.descendant_ref', 'owned.owner')
          .andOnVal('closure.dimension', 'group'),
      )
      .groupBy('closure.ancestor_ref')
      .select({
        value: 'closure.ancestor_ref',
        counted: knex.raw('sum(owned.number)'),
      });
  }
  if (by === 'assignee') {
    return countedByHolder(knex, query);
  }
  return matching(knex, query)
    .groupBy(countedColumns[by])
    .select({ value: countedColumns[by], counted: knex.raw('count(*)') });
}

/** When only unknown holders are asked for, the others of a licence count not. */
function countedByHolder(
  knex: Knex,
  query: Pick<RecordListQuery, 'access' | 'asOf' | 'filters'>,
): Knex.QueryBuilder {
  const seats = knex('assignments as seat')
    .join('matched', 'matched.id', 'seat.record_id')
    .where(from =>
      from
        .whereNull('seat.from_date')
        .orWhere('seat.from_date', '<=', query.asOf),
    )
    .where(until =>
      until
        .whereNull('seat.until_date')
        .orWhere('seat.until_date', '>=', query.asOf),
    )
    .select({ holder: 'seat.to_ref', id: 'seat.record_id' });
  const held = knex('matched')
    .whereNotNull('matched.holder')
    .select('matched.holder', 'matched.id')
    .unionAll(seats);
  const counts = knex
    .with(
      'matched',
      matching(knex, query).select({
        holder: 'records.assignee_ref',
        id: 'records.id',
      }),
    )
    .from(held.as('held'))
    .groupBy('held.holder')
    .select({ value: 'held.holder', counted: knex.raw('count(distinct id)') });
  if (query.filters.assigneeState === 'unknown') {
    for (const [table, column] of [
      ['records', 'assignee_ref'],
      ['assignments', 'to_ref'],
    ]) {
      counts.orWhereRaw(`held.holder in (${unknownRefsSql(table, column)})`, [
        settingKeys.projectionSyncedAt,
      ]);
    }
  }
  return counts;
}
