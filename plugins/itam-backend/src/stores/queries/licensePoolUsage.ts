import { addDays } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { bigintFromRow, integerFromRow } from '../../database/bigints';
import { isPostgres } from '../../database/engine';
import { memberTable, type PoolMember } from './licensePoolMembers';
import { rowsOf } from './rowsOf';

/** Days in which the highest concurrent use is looked for. */
const PEAK_DAYS = 90;

/** Stored quantities have three decimals at most: thousandths are whole. */
function thousandths(knex: Knex): string {
  return isPostgres(knex)
    ? 'cast(round(cast(u.quantity as numeric) * 1000) as bigint)'
    : 'cast(round(cast(u.quantity as real) * 1000) as integer)';
}

/**
 * The highest concurrent use of each pool in the 90 days up to a day, in
 * thousandths; pools that were not measured are absent.
 *
 * Peaks of one day are added over the licences of a pool, which is the most
 * the pool can have needed at once.
 */
export async function readPeaks(
  knex: Knex,
  members: readonly PoolMember[],
  asOf: string,
): Promise<Map<number, bigint>> {
  if (members.length === 0) {
    return new Map();
  }
  const table = memberTable(knex, 'member', members);
  return thousandthsByPool(
    await knex.raw(
      `with ${table.sql},
      daily(pool, peak) as (
        select m.pool, sum(${thousandths(knex)})
        from member m join usage_measures u on u.record_id = m.record_id
        where u.kind = 'peak' and u.date > ? and u.date <= ?
        group by m.pool, u.date)
      select pool, cast(max(peak) as text) as thousandths
      from daily group by pool`,
      [...table.values, addDays(asOf, -PEAK_DAYS), asOf],
    ),
  );
}

/**
 * The units each pool consumed up to a day since its licences' terms began, in
 * thousandths; pools that were not measured are absent.
 */
export async function readUnits(
  knex: Knex,
  members: readonly PoolMember[],
  asOf: string,
): Promise<Map<number, bigint>> {
  if (members.length === 0) {
    return new Map();
  }
  const table = memberTable(knex, 'member', members);
  return thousandthsByPool(
    await knex.raw(
      `with ${table.sql}
      select m.pool as pool,
        cast(sum(${thousandths(knex)}) as text) as thousandths
      from member m join usage_measures u on u.record_id = m.record_id
      where u.kind = 'units' and u.date >= m.since and u.date <= ?
      group by m.pool`,
      [...table.values, asOf],
    ),
  );
}

function thousandthsByPool(answer: unknown): Map<number, bigint> {
  const sums = new Map<number, bigint>();
  for (const row of rowsOf(answer)) {
    if (
      typeof row === 'object' &&
      row !== null &&
      'pool' in row &&
      'thousandths' in row
    ) {
      sums.set(integerFromRow(row.pool), bigintFromRow(row.thousandths));
    }
  }
  return sums;
}
