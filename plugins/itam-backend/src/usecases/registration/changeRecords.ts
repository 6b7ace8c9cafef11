import {
  costAffects,
  ItamValidationError,
  type CostRecord,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { lockKeys, requireKeys, withChangeLock } from '../../database/locks';
import type { HolderChange } from '../../stores/holdings/followAssignee';
import {
  appendHistory,
  type HistoryEntry,
} from '../../stores/records/appendHistory';
import { recordsAffectedBy } from '../../stores/records/dependents';
import {
  loadCostContext,
  mentionsOf,
  type LoadedCostContext,
} from '../../stores/records/loadCostContext';
import type { RecordMetadata } from '../../stores/records/recordColumns';
import type { StoredRecord } from '../../stores/records/storedRecord';
import { writeRegisteredRecord } from '../../stores/records/writeRegisteredRecord';
import { recomputeAffected } from '../costs/recomputeAffected';
import { refKey } from '../declarations/registerChecks';
import { inputProblem } from '../records/inputProblems';

/** What changes of registered records are made with. */
export interface ChangeDeps {
  knex: Knex;
  config: RegisterConfig;
}

/** Who changes something, and when. */
export interface ChangeActor {
  /** Ref of the user, or subject of the service. */
  actor: string;
  at: Date;
  /** ISO calendar date of `at` in UTC. */
  today: string;
}

/** A registered record as it is to be stored. */
export interface RecordWrite {
  record: CostRecord;
  metadata: RecordMetadata;
  /** What is stored of it; undefined for a new one. */
  stored: StoredRecord | undefined;
  action: HistoryEntry['action'];
  /** Paths that changed. */
  changes: string[];
  reason?: string;
  /** Since when another holder has it, and until when. */
  holder: Pick<HolderChange, 'from' | 'dueBack' | 'note'>;
}

/** A transaction in which records are changed. */
export interface OpenChange {
  trx: Knex.Transaction;
  /** Makes other changes of the same things wait for this one. */
  lock(keys: string[]): Promise<void>;
  /** Writes a record with its history; returns its id. */
  write(written: RecordWrite): Promise<number>;
  /** Has the costs of a record computed anew that was written otherwise. */
  touch(ref: string): Promise<void>;
}

/** The costs of records cannot be computed as they would be stored. */
export class UncomputableRecords extends ItamValidationError {
  constructor(readonly refs: readonly string[]) {
    super({
      ref: refs[0],
      problems: [
        inputProblem(
          'spec.financials.depreciation',
          'uncomputable',
          'months, or a default for its class in the configuration, and a salvage not above the cost',
        ),
      ],
    });
  }
}

/**
 * Changes registered records, their history and all costs that depend on them
 * in one transaction. The work may be run again from the start, when it turns
 * out to touch more than it holds.
 *
 * Throws {@link UncomputableRecords}, and changes nothing, when the costs of a
 * written record cannot be computed.
 */
export async function changeRecords<T>(
  deps: ChangeDeps,
  by: ChangeActor,
  work: (change: OpenChange) => Promise<T>,
): Promise<T> {
  return await withChangeLock(deps.knex, async (trx, mode, held) => {
    const locked = new Set<string>();
    const written: string[] = [];
    const affected = new Set<string>();
    let touchesOthers = false;
    const result = await work({
      trx,
      async lock(keys) {
        const more = keys.filter(key => !locked.has(key) && !held.has(key));
        await lockKeys(trx, more);
        keys.forEach(key => locked.add(key));
      },
      async write(write) {
        const { record, stored } = write;
        // Who mentions it stays the same; what it says itself may not.
        const others = await recordsAffectedBy(trx, [
          record.ref,
          ...costAffects(record),
        ]);
        const id = await writeWithHistory(trx, write, by);
        others.forEach(ref => affected.add(ref));
        written.push(record.ref);
        touchesOthers ||=
          others.size > 1 ||
          mentionsOf(record).length > 0 ||
          (stored !== undefined && mentionsOf(stored.record).length > 0);
        return id;
      },
      async touch(ref) {
        const others = await recordsAffectedBy(trx, [ref]);
        others.forEach(one => affected.add(one));
        touchesOthers ||= others.size > 1;
      },
    });
    let context: LoadedCostContext | undefined;
    if (touchesOthers) {
      // What is computed, and what it is computed from, has to stay still.
      context = await loadCostContext(trx, affected);
      requireKeys(mode, held, [...locked, ...[...context.looksAt].map(refKey)]);
    }
    if (affected.size > 0) {
      const uncomputable = await recomputeAffected(
        trx,
        deps.config,
        affected,
        by.at,
        { context },
      );
      const refused = written.filter(ref => uncomputable.includes(ref));
      if (refused.length > 0) {
        throw new UncomputableRecords(refused);
      }
    }
    return result;
  });
}

async function writeWithHistory(
  trx: Knex.Transaction,
  write: RecordWrite,
  { actor, at }: ChangeActor,
): Promise<number> {
  const { record, metadata, stored, action, changes, reason, holder } = write;
  const id = await writeRegisteredRecord(trx, {
    record,
    metadata,
    stored,
    holder: { ...holder, by: actor, at },
    asOf: at,
  });
  await appendHistory(trx, {
    ref: record.ref,
    at,
    actor,
    action,
    changes,
    revision: null,
    reason,
  });
  return id;
}
