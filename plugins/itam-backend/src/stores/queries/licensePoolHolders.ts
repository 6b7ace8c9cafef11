import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { memberTable, type PoolMember } from './licensePoolMembers';
import { IN_FORCE } from './licensePoolSeats';
import { rowsOf } from './rowsOf';

/** Somebody or something that holds a seat. */
export interface SeatHolder {
  /** Id of the seat. */
  id: number;
  holderRef: string;
  /** Id of the licence. */
  recordId: number;
  /** ISO calendar date; null when nobody knows. */
  from: string | null;
  /** Last day of measured use of any licence of the pool. */
  lastUsed: string | null;
  /** An asset that is out of use. */
  decommissioned: boolean;
}

/**
 * Who holds seats of one pool on a day: those never seen first, then those not
 * seen for longest.
 *
 * @param question.members - The licences whose term is in effect
 * @param question.everMembers - All licences of the pool
 * @param question.asOf - ISO calendar date
 */
export async function readSeatHolders(
  knex: Knex,
  question: {
    members: readonly PoolMember[];
    everMembers: readonly PoolMember[];
    asOf: string;
    atMost: number;
  },
): Promise<SeatHolder[]> {
  const { asOf, atMost } = question;
  const member = memberTable(knex, 'member', question.members);
  const ever = memberTable(knex, 'ever_member', question.everMembers);
  const rows = rowsOf(
    await knex.raw(
      `with ${member.sql}, ${ever.sql},
      used(holder_ref, last) as (
        select u.holder_ref, max(u.date)
        from ever_member e join usage_measures u on u.record_id = e.record_id
        where u.kind = 'seat' and u.date <= ?
        group by u.holder_ref)
      select a.id as id, a.to_ref as holder, a.record_id as record_id,
        a.from_date as from_date, used.last as last,
        case when d.stage = 'decommission' or d.removed_on is not null
          then 1 else 0 end as gone
      from member m join assignments a on a.record_id = m.record_id
      left join used on used.holder_ref = a.to_ref
      left join records d on d.ref = a.to_ref and d.kind = 'Asset'
      where ${IN_FORCE}
      order by coalesce(used.last, ''), a.to_ref, a.record_id
      limit ?`,
      [...member.values, ...ever.values, asOf, asOf, asOf, atMost],
    ),
  );
  return rows.flatMap(row =>
    typeof row === 'object' &&
    row !== null &&
    'id' in row &&
    'holder' in row &&
    'record_id' in row &&
    'from_date' in row &&
    'last' in row &&
    'gone' in row
      ? [
          {
            id: integerFromRow(row.id),
            holderRef: String(row.holder),
            recordId: integerFromRow(row.record_id),
            from: textOrNull(row.from_date),
            lastUsed: textOrNull(row.last),
            decommissioned: integerFromRow(row.gone) === 1,
          },
        ]
      : [],
  );
}

function textOrNull(value: unknown): string | null {
  return value === null ? null : String(value);
}
