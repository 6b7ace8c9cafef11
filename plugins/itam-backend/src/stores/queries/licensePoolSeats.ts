import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { memberTable, type PoolMember } from './licensePoolMembers';
import { rowsOf } from './rowsOf';

/** What of the seats of a pool counts. */
export type SeatCount =
  /** Distinct holders. */
  | 'holders'
  /** Distinct holders, those aside that are decommissioned assets. */
  | 'devices'
  /** Assignments. */
  | 'seats';

/** Seats in force on a day (`?` twice). */
export const IN_FORCE = `(a.from_date is null or a.from_date <= ?)
  and (a.until_date is null or a.until_date >= ?)`;

/** Assets that are out of use need no licence any more. */
export const DECOMMISSIONED = `exists (select 1 from records d
  where d.ref = a.to_ref and d.kind = 'Asset'
    and (d.stage = 'decommission' or d.removed_on is not null))`;

const COUNTED: Record<SeatCount, string> = {
  holders: 'count(distinct a.to_ref)',
  devices: 'count(distinct a.to_ref)',
  seats: 'count(*)',
};

/**
 * How many seats of each pool are held on a day; pools without are absent.
 *
 * @param members - The licences whose term is in effect
 * @param asOf - ISO calendar date
 */
export async function countSeats(
  knex: Knex,
  count: SeatCount,
  members: readonly PoolMember[],
  asOf: string,
): Promise<Map<number, number>> {
  if (members.length === 0) {
    return new Map();
  }
  const table = memberTable(knex, 'member', members);
  return countsByPool(
    await knex.raw(
      `with ${table.sql}
      select m.pool as pool, ${COUNTED[count]} as count
      from member m join assignments a on a.record_id = m.record_id
      where ${IN_FORCE}
        ${count === 'devices' ? `and not ${DECOMMISSIONED}` : ''}
      group by m.pool`,
      [...table.values, asOf, asOf],
    ),
  );
}

/** Rows of pool and count as a map. */
export function countsByPool(answer: unknown): Map<number, number> {
  const counts = new Map<number, number>();
  for (const row of rowsOf(answer)) {
    if (
      typeof row === 'object' &&
      row !== null &&
      'pool' in row &&
      'count' in row
    ) {
      counts.set(integerFromRow(row.pool), integerFromRow(row.count));
    }
  }
  return counts;
}
