import type { Knex } from 'knex';
import { isPostgres } from '../../database/engine';

/** A licence in one of the pools that are counted together. */
export interface PoolMember {
  recordId: number;
  /** Number of the pool, the caller's own. */
  pool: number;
  /** First day of its term, an ISO calendar date; undefined without one. */
  since?: string;
}

/** A common table expression of pool members, and its values. */
export interface MemberTable {
  /** `name(record_id, pool, since) as (…)`, to stand after `with`. */
  sql: string;
  values: (string | string[] | number[])[];
}

/**
 * Members as a table of the statement, whatever their number: they are one
 * parameter (SQLite) or three (PostgreSQL).
 */
export function memberTable(
  knex: Knex,
  name: 'member' | 'ever_member',
  members: readonly PoolMember[],
): MemberTable {
  if (isPostgres(knex)) {
    return {
      sql: `${name}(record_id, pool, since) as materialized (
        select * from unnest(?::int[], ?::int[], ?::text[]))`,
      values: [
        members.map(({ recordId }) => recordId),
        members.map(({ pool }) => pool),
        members.map(({ since }) => since ?? ''),
      ],
    };
  }
  return {
    sql: `${name}(record_id, pool, since) as materialized (
      select json_extract(value, '$[0]'), json_extract(value, '$[1]'),
        json_extract(value, '$[2]')
      from json_each(?))`,
    values: [
      JSON.stringify(
        members.map(({ recordId, pool, since }) => [
          recordId,
          pool,
          since ?? '',
        ]),
      ),
    ],
  };
}
