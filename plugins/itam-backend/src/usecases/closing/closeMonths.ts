import { ConflictError, InputError } from '@backstage/errors';
import {
  monthFromText,
  monthOf,
  monthText,
  plainDateOf,
  type MonthIndex,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { batchesOf } from '../../database/batches';
import { idList } from '../../database/idList';
import { withExclusiveLock } from '../../database/locks';
import {
  readClosedThrough,
  writeClosedThrough,
} from '../../stores/closing/closedThrough';
import {
  appendClosing,
  readClosingVersion,
} from '../../stores/closing/closingLog';
import { freezeMonths } from '../../stores/closing/freezeMonths';
import { openMonths } from '../../stores/closing/openMonths';
import { isSegmentLayoutCurrent } from '../../stores/costSegments/segmentLayout';
import { recomputeAffected } from '../costs/recomputeAffected';
import { requestRecompute } from '../costs/recomputeWhenDue';
import { readClosing, type Closing } from './readClosing';

/** Opened records that are computed anew at once; more are left to the task. */
const RECORDS_AT_ONCE = 1_000;
const RECORDS_PER_BATCH = 200;

/** What is to be closed, and by whom. */
export interface ClosingChange {
  /** Last closed month, `YYYY-MM`; null opens all. */
  closedThrough: string | null;
  /** Why; needed when months are opened again. */
  reason?: string;
  actor: string;
  at: Date;
}

/**
 * Closes months, or opens them again, in one transaction while no record
 * changes. Opened months of many records are computed anew by the next run of
 * the daily task; until then their figures stay what they were. Setting what
 * is set already changes nothing.
 *
 * Throws InputError for a month that is not over, and when months are opened
 * without a reason; ConflictError while costs are still computed anew after an
 * upgrade; and what `check` throws.
 *
 * @param check - Is given the current version, to refuse a stale change
 */
export async function closeMonths(
  deps: { database: Knex; config: Pick<RegisterConfig, 'depreciation'> },
  change: ClosingChange,
  check: (version: number) => void,
): Promise<Closing> {
  const through = wantedMonth(change);
  const reason = change.reason?.trim() || undefined;
  return await withExclusiveLock(deps.database, async trx => {
    check(await readClosingVersion(trx));
    const wasThrough = await readClosedThrough(trx);
    if (through !== wasThrough) {
      await requireComputed(trx);
      const opened = wasThrough !== null && isBefore(through, wasThrough);
      if (opened && reason === undefined) {
        throw new InputError(
          `Give a reason for opening months again: those up to ${monthText(
            wasThrough,
          )} are closed`,
        );
      }
      await writeClosedThrough(trx, through);
      if (opened) {
        const ids = await openMonths(trx, { through, wasThrough });
        await computeOpened(trx, deps.config, ids, change.at);
      } else if (through !== null) {
        await freezeMonths(trx, through);
      }
      await appendClosing(trx, {
        closedThrough: change.closedThrough,
        reason,
        action: opened ? 'opened' : 'closed',
        actor: change.actor,
        at: change.at,
      });
    }
    return await readClosing(trx);
  });
}

function wantedMonth(change: ClosingChange): MonthIndex | null {
  if (change.closedThrough === null) {
    return null;
  }
  const month = monthFromText(change.closedThrough);
  const currentMonth = monthOf(plainDateOf(change.at));
  if (month >= currentMonth) {
    throw new InputError(
      `Only months that are over can be closed: ${monthText(
        currentMonth - 1,
      )} is the last`,
    );
  }
  return month;
}

function isBefore(month: MonthIndex | null, other: MonthIndex): boolean {
  return month === null || month < other;
}

async function requireComputed(trx: Knex.Transaction): Promise<void> {
  if (!(await isSegmentLayoutCurrent(trx))) {
    throw new ConflictError(
      'Costs are being computed anew after an upgrade; months can be closed in a few minutes',
    );
  }
}

async function computeOpened(
  trx: Knex.Transaction,
  config: Pick<RegisterConfig, 'depreciation'>,
  recordIds: readonly number[],
  asOf: Date,
): Promise<void> {
  if (recordIds.length > RECORDS_AT_ONCE) {
    await requestRecompute(trx);
    return;
  }
  for (const batch of batchesOf(recordIds, RECORDS_PER_BATCH)) {
    const rows: { ref: string }[] = await trx('records')
      .whereIn('id', idList(trx, batch))
      .select('ref');
    await recomputeAffected(
      trx,
      config,
      rows.map(({ ref }) => ref),
      asOf,
    );
  }
}
