import { plainDateOf } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { withExclusiveLock } from '../../database/locks';
import { currentColumns } from '../../stores/records/currentColumns';
import { readStoredRecords } from '../../stores/records/storedRecord';
import { writeCovers } from '../../stores/records/writeDeclaredRecord';
import { recomputeAffected } from './recomputeAffected';
import { slideReadModel } from './recomputeReadModel';

const RECORDS_PER_BATCH = 100;

/**
 * Brings everything that depends on the day up to date: the read model's
 * window, owners, services and covers that start now, contracts that have
 * rolled into their next term, and the next date of each record.
 *
 * Works in small transactions and may be stopped and repeated at any time.
 */
export async function recomputeDaily(
  deps: { database: Knex; config: RegisterConfig },
  asOf: Date,
  signal?: AbortSignal,
): Promise<{ records: number; uncomputable: string[] }> {
  const { database, config } = deps;
  await slideReadModel({ database }, asOf);
  const uncomputable: string[] = [];
  let records = 0;
  let lastRef = '';
  while (!signal?.aborted) {
    const rows: { ref: string }[] = await database('records')
      .where('ref', '>', lastRef)
      .orderBy('ref')
      .limit(RECORDS_PER_BATCH)
      .select('ref');
    if (rows.length === 0) {
      break;
    }
    const refs = rows.map(row => row.ref);
    lastRef = refs[refs.length - 1];
    records += refs.length;
    await withExclusiveLock(database, async trx => {
      await refreshCurrent(trx, refs, plainDateOf(asOf));
      uncomputable.push(...(await recomputeAffected(trx, config, refs, asOf)));
    });
  }
  return { records, uncomputable };
}

async function refreshCurrent(
  trx: Knex.Transaction,
  refs: string[],
  date: string,
): Promise<void> {
  for (const { id, record } of (await readStoredRecords(trx, refs)).values()) {
    await trx('records').where('id', id).update(currentColumns(record, date));
    if (record.kind === 'Contract') {
      await writeCovers(trx, id, record, date);
    }
  }
}
