import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { bulkInsert } from '../../database/bulkInsert';
import { idList, textList } from '../../database/idList';

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

/** Refs of the records whose findings depend on any of these keys. */
export async function readersOf(
  database: Knex,
  keys: readonly string[],
): Promise<string[]> {
  if (keys.length === 0) {
    return [];
  }
  const rows: { ref: string }[] = await database('records')
    .whereIn('id', readers =>
      readers
        .select('record_id')
        .from('policy_keys')
        .where('role', 'reads')
        .whereIn('key', textList(database, keys)),
    )
    .select('ref');
  return rows.map(row => row.ref);
}
