import { setImmediate } from 'node:timers/promises';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { readSegments } from '../../stores/costSegments/readSegments';
import { addTotals } from '../../stores/readModel/addTotals';
import { recordsRollingUpOver } from '../../stores/readModel/affectedRecords';
import { contributeMove } from '../../stores/readModel/contributeMove';
import { MonthlyTotals } from '../../stores/readModel/monthlyTotals';
import { Shifts } from '../../stores/readModel/Shifts';
import type { CatalogTopology } from '../../stores/readModel/topology';
import { readWindowStart } from '../../stores/readModel/window';
import { recountMoved } from './recountCoverage';

const RECORDS_PER_BATCH = 400;

/**
 * What moved in the organisation: refs whose ancestors are others than before.
 */
export interface Move {
  before: CatalogTopology;
  after: CatalogTopology;
  movedOwners: readonly string[];
  movedServices: readonly string[];
  /** Refs the catalog has since, or has no longer. */
  appearedOrGone: readonly string[];
}

/**
 * Takes the costs and records below moved owners and services from where they
 * were and adds them where they are now. The caller holds the exclusive lock.
 */
export async function recomputeMoved(
  trx: Knex.Transaction,
  move: Move,
): Promise<void> {
  await moveCosts(trx, move);
  await recountMoved(trx, move);
}

async function moveCosts(trx: Knex.Transaction, move: Move): Promise<void> {
  const recordIds = await recordsRollingUpOver(
    trx,
    move.movedOwners,
    move.movedServices,
  );
  if (recordIds.length === 0) {
    return;
  }
  const windowStart = await readWindowStart(trx);
  const totals = new MonthlyTotals();
  const shifts = new Shifts(move.before, move.after);
  for (const batch of batchesOf(recordIds, RECORDS_PER_BATCH)) {
    const segments = [...(await readSegments(trx, batch)).values()].flat();
    for (const segment of segments) {
      contributeMove(totals, segment, shifts, windowStart);
    }
    await setImmediate();
  }
  await addTotals(trx, totals.nonZero());
}
