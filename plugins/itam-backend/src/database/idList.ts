import type { Knex } from 'knex';
import { isPostgres } from './engine';

/**
 * Ids as a sub-query with one parameter, for lists longer than an engine
 * allows parameters: `whereIn('id', idList(trx, ids))`.
 */
export function idList(database: Knex, ids: readonly number[]) {
  return isPostgres(database)
    ? database.select(database.raw('unnest(?::bigint[])', [[...ids]]))
    : fromJson(database, ids);
}

/**
 * Texts as a sub-query with one parameter, as {@link idList}.
 */
export function textList(database: Knex, texts: readonly string[]) {
  return isPostgres(database)
    ? database.select(database.raw('unnest(?::text[])', [[...texts]]))
    : fromJson(database, texts);
}

function fromJson(database: Knex, values: readonly unknown[]) {
  return database
    .select('value')
    .from(database.raw('json_each(?)', [JSON.stringify(values)]));
}
