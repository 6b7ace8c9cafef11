import { setImmediate } from 'node:timers/promises';
import {
  costAffects,
  type CostRecord,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import {
  appendHistoryEntries,
  type HistoryEntry,
} from '../../stores/records/appendHistory';
import { recordsAffectedBy } from '../../stores/records/dependents';
import { insertRecordRows } from '../../stores/records/insertRecordRows';
import type { RecordMetadata } from '../../stores/records/recordColumns';
import type { StoredRecord } from '../../stores/records/storedRecord';
import { writeRegisteredRecord } from '../../stores/records/writeRegisteredRecord';
import { recomputeAffected } from '../costs/recomputeAffected';
import { UncomputableRecords, type ChangeActor } from './changeRecords';

/** One of many records as it is to be stored. */
export interface ManyWrite {
  record: CostRecord;
  metadata: RecordMetadata;
  /** What is stored of it; undefined for a new one. */
  stored: StoredRecord | undefined;
  /** Paths that changed. */
  changes: string[];
}

/**
 * Writes records that were assessed in the same transaction, which no other
 * change of records overlaps, with their history and all costs that depend on
 * them.
 *
 * Throws UncomputableRecords when the costs of a record cannot be computed.
 *
 * @param reason - Why, as their history says
 */
export async function writeManyRegistered(
  trx: Knex.Transaction,
  config: Pick<RegisterConfig, 'depreciation'>,
  writes: readonly ManyWrite[],
  by: ChangeActor,
  reason: string,
): Promise<void> {
  if (writes.length === 0) {
    return;
  }
  const refs = writes.map(({ record }) => record.ref);
  const affected = await recordsAffectedBy(trx, [
    ...new Set([
      ...refs,
      ...writes.flatMap(({ record }) => [...costAffects(record)]),
    ]),
  ]);
  const created = writes.filter(({ stored }) => stored === undefined);
  await insertRecordRows(trx, created, by);
  for (const write of writes) {
    if (write.stored) {
      await writeRegisteredRecord(trx, {
        ...write,
        holder: { from: by.today, by: by.actor, at: by.at },
        asOf: by.at,
      });
    }
  }
  await setImmediate();
  await appendHistoryEntries(
    trx,
    writes.map(write => ({
      ref: write.record.ref,
      at: by.at,
      actor: by.actor,
      action: actionOf(write),
      changes: write.changes,
      revision: null,
      reason,
    })),
  );
  const uncomputable = await recomputeAffected(trx, config, affected, by.at, {
    created: new Set(created.map(({ record }) => record.ref)),
  });
  const refused = refs.filter(ref => uncomputable.includes(ref));
  if (refused.length > 0) {
    throw new UncomputableRecords(refused);
  }
}

function actionOf({ stored }: ManyWrite): HistoryEntry['action'] {
  if (!stored) {
    return 'registered';
  }
  return stored.retiredAt === null ? 'changed' : 'restored';
}
