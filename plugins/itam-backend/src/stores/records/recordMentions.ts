import type { CostRecord } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { bulkInsert } from '../../database/bulkInsert';
import { idList } from '../../database/idList';
import { mentionsOf } from './loadCostContext';

const columnTypes = { record_id: 'integer', target_ref: 'text' } as const;

/**
 * Writes which records the given ones mention, where it differs from what is
 * stored. Returns the refs that are mentioned now and were not before, or the
 * other way round.
 */
export async function replaceMentions(
  trx: Knex.Transaction,
  records: readonly { id: number; record: CostRecord }[],
): Promise<string[]> {
  if (records.length === 0) {
    return [];
  }
  const rows: { record_id: unknown; target_ref: string }[] = await trx(
    'record_mentions',
  )
    .whereIn(
      'record_id',
      idList(
        trx,
        records.map(({ id }) => id),
      ),
    )
    .select('record_id', 'target_ref');
  const stored = new Map<number, Set<string>>();
  for (const row of rows) {
    const id = integerFromRow(row.record_id);
    stored.set(id, (stored.get(id) ?? new Set()).add(row.target_ref));
  }
  const added: [number, string][] = [];
  const changed = new Set<string>();
  for (const { id, record } of records) {
    const before = stored.get(id) ?? new Set<string>();
    const after = new Set(mentionsOf(record));
    for (const ref of after) {
      if (!before.has(ref)) {
        added.push([id, ref]);
        changed.add(ref);
      }
    }
    const gone = [...before].filter(ref => !after.has(ref));
    if (gone.length > 0) {
      gone.forEach(ref => changed.add(ref));
      await trx('record_mentions')
        .where('record_id', id)
        .whereIn('target_ref', gone)
        .delete();
    }
  }
  await bulkInsert(trx, 'record_mentions', columnTypes, added);
  return [...changed];
}
