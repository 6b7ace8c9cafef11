import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { idList } from '../../database/idList';
import { currentColumns, type CurrentColumns } from './currentColumns';
import { replaceMentions } from './recordMentions';
import { readStoredRecords, type StoredRecord } from './storedRecord';
import { coversOf, writeCovers } from './writeCovers';

/**
 * Brings what depends on the day up to date for records: what is in force on
 * an ISO calendar date, what contracts cover then, and which records they
 * mention. Writes only what differs.
 *
 * Returns the refs whose costs depend on a mention that is new or gone.
 */
export async function refreshCurrent(
  trx: Knex.Transaction,
  refs: readonly string[],
  date: string,
): Promise<string[]> {
  const records = [...(await readStoredRecords(trx, refs)).values()];
  const ids = records.map(({ id }) => id);
  await refreshColumns(trx, records, ids, date);
  await refreshCovers(trx, records, date);
  return await replaceMentions(trx, records);
}

async function refreshColumns(
  trx: Knex.Transaction,
  records: readonly StoredRecord[],
  ids: readonly number[],
  date: string,
): Promise<void> {
  const rows: (CurrentColumns & { id: unknown })[] = await trx('records')
    .whereIn('id', idList(trx, ids))
    .select('id', 'owner_ref', 'cost_center', 'ends_on', 'ends_kind');
  const stored = new Map(rows.map(row => [integerFromRow(row.id), row]));
  for (const { id, record } of records) {
    const before = stored.get(id);
    const after = currentColumns(record, date);
    if (
      before?.owner_ref !== after.owner_ref ||
      before.cost_center !== after.cost_center ||
      before.ends_on !== after.ends_on ||
      before.ends_kind !== after.ends_kind
    ) {
      await trx('records').where('id', id).update(after);
    }
  }
}

async function refreshCovers(
  trx: Knex.Transaction,
  records: readonly StoredRecord[],
  date: string,
): Promise<void> {
  const contracts = records.filter(({ record }) => record.kind === 'Contract');
  if (contracts.length === 0) {
    return;
  }
  const rows: { record_id: unknown; target_ref: string; weight: unknown }[] =
    await trx('covers')
      .whereIn(
        'record_id',
        idList(
          trx,
          contracts.map(({ id }) => id),
        ),
      )
      .select('record_id', 'target_ref', 'weight');
  const stored = new Map<number, string[]>();
  for (const row of rows) {
    const id = integerFromRow(row.record_id);
    const text = `${row.target_ref} ${integerFromRow(row.weight)}`;
    stored.set(id, [...(stored.get(id) ?? []), text]);
  }
  for (const { id, record } of contracts) {
    const before = (stored.get(id) ?? []).sort();
    const after = [...coversOf(record, date)]
      .map(([ref, weight]) => `${ref} ${weight}`)
      .sort();
    if (before.join('\n') !== after.join('\n')) {
      await writeCovers(trx, id, record, date);
    }
  }
}
