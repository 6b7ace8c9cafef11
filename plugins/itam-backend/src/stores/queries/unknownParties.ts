import type { Knex } from 'knex';
import { settingKeys } from '../../database/settingKeys';
import { distinctValuesSql } from './distinctValues';

/**
 * Limits a query on `records` to those without an owner, or whose owner or
 * holder the catalog does not have.
 *
 * @param asOf - ISO calendar date on which seats are held
 */
export function whereParties(
  query: Knex.QueryBuilder,
  filters: { ownerState?: 'none' | 'unknown'; assigneeState?: 'unknown' },
  asOf: string,
): void {
  if (filters.ownerState === 'none') {
    query.whereNull('records.owner_ref');
  }
  if (filters.ownerState === 'unknown') {
    query.whereRaw(
      `records.owner_ref in (${unknownRefsSql('records', 'owner_ref')})`,
      [settingKeys.projectionSyncedAt],
    );
  }
  if (filters.assigneeState === 'unknown') {
    query.whereRaw(
      `records.id in (
        select assigned.id from records assigned
          where assigned.assignee_ref in (
            ${unknownRefsSql('records', 'assignee_ref')})
        union all
        select seat.record_id from assignments seat
          where seat.to_ref in (${unknownRefsSql('assignments', 'to_ref')})
          and (seat.from_date is null or seat.from_date <= ?)
          and (seat.until_date is null or seat.until_date >= ?))`,
      [
        settingKeys.projectionSyncedAt,
        settingKeys.projectionSyncedAt,
        asOf,
        asOf,
      ],
    );
  }
}

/**
 * People and groups of a column that the catalog does not have; none while it
 * has never been read to its end. A device may have a seat, too: it is no
 * party. Takes the setting's key as its value.
 */
export function unknownRefsSql(table: string, column: string): string {
  return `with ${distinctValuesSql(table, column)}
    select found.value from found
    where (found.value like 'user:%' or found.value like 'group:%')
    and not exists (select 1 from nodes where nodes.ref = found.value)
    and exists (
      select 1 from settings where settings.key = ? and settings.value <> '')`;
}
