import type { Knex } from 'knex';
import { isPostgres } from './engine';

/**
 * Pairs of ids as a table with the columns `a` and `b`, for statements that
 * join it; one parameter, or two.
 */
export function idPairs(
  database: Knex,
  pairs: readonly (readonly [a: number, b: number])[],
): Knex.Raw {
  return isPostgres(database)
    ? database.raw(
        '(SELECT a, b FROM unnest(?::bigint[], ?::bigint[]) AS pair(a, b))',
        [pairs.map(([a]) => a), pairs.map(([, b]) => b)],
      )
    : database.raw(
        `(SELECT json_extract(value, '$[0]') AS a,
                 json_extract(value, '$[1]') AS b
          FROM json_each(?))`,
        [JSON.stringify(pairs)],
      );
}
