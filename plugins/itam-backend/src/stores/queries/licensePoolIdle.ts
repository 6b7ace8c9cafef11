import { addDays } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { memberTable, type PoolMember } from './licensePoolMembers';
import { countsByPool, DECOMMISSIONED, IN_FORCE } from './licensePoolSeats';
import { rowsOf } from './rowsOf';

/** The licences that are asked about. */
export interface IdleQuestion {
  /** Licences whose term is in effect: their seats count. */
  members: readonly PoolMember[];
  /** All licences of the pools: use of a former one is use of the product. */
  everMembers: readonly PoolMember[];
  /** ISO calendar date. */
  asOf: string;
  reclaimAfterDays: number;
}

/** The pools of which use by holders was ever measured, up to a day. */
export async function readPoolsWithMeasuredSeats(
  knex: Knex,
  everMembers: readonly PoolMember[],
  asOf: string,
): Promise<Set<number>> {
  if (everMembers.length === 0) {
    return new Set();
  }
  const table = memberTable(knex, 'ever_member', everMembers);
  const rows = rowsOf(
    await knex.raw(
      `with ${table.sql}
      select distinct e.pool as pool from ever_member e
      where exists (select 1 from usage_measures u
        where u.record_id = e.record_id and u.kind = 'seat' and u.date <= ?)`,
      [...table.values, asOf],
    ),
  );
  return new Set(
    rows.flatMap(row =>
      typeof row === 'object' && row !== null && 'pool' in row
        ? [integerFromRow(row.pool)]
        : [],
    ),
  );
}

/**
 * How many holders of each pool could give a seat back: held for so many days
 * (or nobody knows since when) and not used for as many; pools without are
 * absent. Only meaningful for pools whose use is measured.
 */
export async function countIdleHolders(
  knex: Knex,
  question: IdleQuestion,
): Promise<Map<number, number>> {
  const { members, everMembers, asOf, reclaimAfterDays } = question;
  if (members.length === 0) {
    return new Map();
  }
  const member = memberTable(knex, 'member', members);
  const ever = memberTable(knex, 'ever_member', everMembers);
  const cutOff = addDays(asOf, -reclaimAfterDays);
  return countsByPool(
    await knex.raw(
      `with ${member.sql}, ${ever.sql},
      recent(pool, holder_ref) as (
        select distinct e.pool, u.holder_ref
        from ever_member e join usage_measures u on u.record_id = e.record_id
        where u.kind = 'seat' and u.date > ? and u.date <= ?)
      select m.pool as pool, count(distinct a.to_ref) as count
      from member m join assignments a on a.record_id = m.record_id
      where ${IN_FORCE}
        and (a.from_date is null or a.from_date <= ?)
        and not exists (select 1 from recent
          where recent.pool = m.pool and recent.holder_ref = a.to_ref)
        and not ${DECOMMISSIONED}
      group by m.pool`,
      [...member.values, ...ever.values, cutOff, asOf, asOf, asOf, cutOff],
    ),
  );
}
