import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { bulkInsert } from '../../database/bulkInsert';
import { isPostgres } from '../../database/engine';
import { idList } from '../../database/idList';

/**
 * What findings of a record depend on (`reads`), and what findings of others
 * may depend on of it (`gives`).
 */
export interface PolicyKeys {
  reads: ReadonlySet<string>;
  gives: ReadonlySet<string>;
}

const columnTypes = {
  record_id: 'integer',
  role: 'text',
  key: 'text',
} as const;

/**
 * Writes the keys of records where they differ from what is stored. Returns
 * all that the records give now or gave before.
 */
export async function replacePolicyKeys(
  trx: Knex.Transaction,
  keys: ReadonlyMap<number, PolicyKeys>,
): Promise<Set<string>> {
  const rows: { record_id: unknown; role: string; key: string }[] = await trx(
    'policy_keys',
  )
    .whereIn('record_id', idList(trx, [...keys.keys()]))
    .select('record_id', 'role', 'key');
  const given = new Set<string>();
  const stored = new Map<number, Set<string>>();
  for (const { record_id, role, key } of rows) {
    const id = integerFromRow(record_id);
    const known = stored.get(id) ?? new Set();
    stored.set(id, known.add(`${role} ${key}`));
    if (role === 'gives') {
      given.add(key);
    }
  }
  const added: [number, string, string][] = [];
  for (const [id, { reads, gives }] of keys) {
    const before = stored.get(id) ?? new Set<string>();
    for (const [role, all] of [
      ['reads', reads],
      ['gives', gives],
    ] as const) {
      for (const key of all) {
        if (!before.delete(`${role} ${key}`)) {
          added.push([id, role, key]);
        }
      }
    }
    gives.forEach(key => given.add(key));
    for (const gone of before) {
      const [role, ...key] = gone.split(' ');
      await trx('policy_keys')
        .where({ record_id: id, role, key: key.join(' ') })
        .delete();
    }
  }
  await bulkInsert(trx, 'policy_keys', columnTypes, added);
  return given;
}

/** Where the readers of a key go on: after the record with this id. */
export interface ReadersAfter {
  key: string;
  /** Zero for the first of them. */
  recordId: number;
}

/** Records whose findings depend on keys, as far as they were read. */
export interface Readers {
  refs: string[];
  /** Keys that more records depend on. */
  rest: ReadersAfter[];
}

/**
 * The records whose findings depend on any of these keys: at most `limit` of
 * each key, since thousands may name the same group, in order of their ids.
 */
export async function readersOf(
  database: Knex,
  keys: readonly ReadersAfter[],
  limit: number,
): Promise<Readers> {
  if (keys.length === 0) {
    return { refs: [], rest: [] };
  }
  const found: { key: string; ids: unknown }[] = isPostgres(database)
    ? (
        await database.raw(
          `SELECT asked.key, array_to_json(array(
             SELECT record_id FROM policy_keys
             WHERE policy_keys.key = asked.key AND role = 'reads'
             AND record_id > asked.after
             ORDER BY record_id LIMIT ?)) AS ids
           FROM unnest(?::text[], ?::bigint[]) AS asked(key, after)`,
          [
            limit + 1,
            keys.map(({ key }) => key),
            keys.map(({ recordId }) => recordId),
          ],
        )
      ).rows
    : await database.raw(
        `SELECT json_extract(asked.value, '$[0]') AS key, (
           SELECT json_group_array(record_id) FROM (
             SELECT record_id FROM policy_keys
             WHERE policy_keys.key = json_extract(asked.value, '$[0]')
             AND role = 'reads'
             AND record_id > json_extract(asked.value, '$[1]')
             ORDER BY record_id LIMIT ?)) AS ids
         FROM json_each(?) AS asked`,
        [
          limit + 1,
          JSON.stringify(keys.map(({ key, recordId }) => [key, recordId])),
        ],
      );
  const ids = new Set<number>();
  const rest: ReadersAfter[] = [];
  for (const row of found) {
    const all = idsOf(row.ids);
    const shown = all.slice(0, limit);
    shown.forEach(id => ids.add(id));
    if (all.length > limit) {
      rest.push({ key: row.key, recordId: shown[limit - 1] });
    }
  }
  const rows: { ref: string }[] = await database('records')
    .whereIn('id', idList(database, [...ids]))
    .select('ref');
  return { refs: rows.map(row => row.ref), rest };
}

function idsOf(found: unknown): number[] {
  const ids: unknown = typeof found === 'string' ? JSON.parse(found) : found;
  if (!Array.isArray(ids)) {
    throw new Error('A list of ids was expected');
  }
  return ids.map(integerFromRow);
}
