import { plainDateOf } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { BackgroundPace } from '../../database/BackgroundPace';
import { withExclusiveLock } from '../../database/locks';
import { refreshCurrent } from '../../stores/records/refreshCurrent';
import { recomputeAffected } from './recomputeAffected';
import { slideReadModel } from './recomputeReadModel';

/** Records that are computed in one transaction: at first, and at most. */
const SLICE = { first: 20, atMost: 200 };

/** Where a computation of all records goes on, and how it says how far it is. */
export interface Progress {
  /** Records up to this ref are done; empty for none. */
  afterRef: string;
  /** Notes, inside the transaction of a batch, that it is done up to a ref. */
  note: (trx: Knex.Transaction, ref: string) => Promise<void>;
}

/**
 * Brings everything that depends on the day up to date: the read model's
 * window, owners, services and covers that start now, contracts that have
 * rolled into their next term, and the next date of each record.
 *
 * Works in short transactions that leave room for others, and may be stopped and repeated at any time;
 * with `progress` it goes on where it was stopped.
 */
export async function recomputeDaily(
  deps: { database: Knex; config: Pick<RegisterConfig, 'depreciation'> },
  asOf: Date,
  signal?: AbortSignal,
  progress?: Progress,
): Promise<{ records: number; uncomputable: string[] }> {
  const { database, config } = deps;
  await slideReadModel({ database }, asOf);
  const pace = new BackgroundPace(SLICE);
  const uncomputable: string[] = [];
  let records = 0;
  let lastRef = progress?.afterRef ?? '';
  while (!signal?.aborted) {
    const rows: { ref: string }[] = await database('records')
      .where('ref', '>', lastRef)
      .orderBy('ref')
      .limit(pace.items)
      .select('ref');
    if (rows.length === 0) {
      break;
    }
    const refs = rows.map(row => row.ref);
    const upTo = refs[refs.length - 1];
    lastRef = upTo;
    records += refs.length;
    const compute = async (trx: Knex.Transaction) => {
      const mentioned = await refreshCurrent(trx, refs, plainDateOf(asOf));
      uncomputable.push(
        ...(await recomputeAffected(
          trx,
          config,
          [...refs, ...mentioned],
          asOf,
        )),
      );
      await progress?.note(trx, upTo);
    };
    await pace.slice(
      database,
      async () =>
        await withExclusiveLock(
          database,
          async trx => await pace.measure(async () => await compute(trx)),
        ),
    );
  }
  return { records, uncomputable };
}
