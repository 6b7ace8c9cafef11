import { setImmediate } from 'node:timers/promises';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { readSegments } from '../../stores/costSegments/readSegments';
import { addTotals } from '../../stores/readModel/addTotals';
import { recordsRollingUpOver } from '../../stores/readModel/affectedRecords';
import { contributeMove } from '../../stores/readModel/contributeMove';
import { MonthlyTotals } from '../../stores/readModel/monthlyTotals';
import { readServiceTotals } from '../../stores/readModel/readServiceTotals';
import { Shifts } from '../../stores/readModel/Shifts';
import type { CatalogTopology } from '../../stores/readModel/topology';
import { readWindowStart } from '../../stores/readModel/window';
import { recountMoved } from './recountCoverage';

const RECORDS_PER_BATCH = 400;
const SERVICES_PER_BATCH = 1_000;

/**
 * What moved in the organisation: refs whose ancestors are others than before.
 */
export interface Move {
  before: CatalogTopology;
  after: CatalogTopology;
  movedOwners: readonly string[];
  movedServices: readonly string[];
  /** Those of the moved services that nothing else rolls up over. */
  movedAlone: readonly string[];
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
  const shifts = new Shifts(move.before, move.after);
  await moveCosts(trx, move, shifts);
  await recountMoved(trx, move, shifts);
}

async function moveCosts(
  trx: Knex.Transaction,
  move: Move,
  shifts: Shifts,
): Promise<void> {
  const totals = new MonthlyTotals();
  await moveServices(trx, totals, shifts, move.movedAlone);
  await moveRecords(trx, totals, shifts, move);
  await addTotals(trx, totals.nonZero());
}

/**
 * What a service costs by itself stands in its own rows, unless others roll up
 * over it; its records, which may be very many, need not be looked at.
 */
async function moveServices(
  trx: Knex.Transaction,
  totals: MonthlyTotals,
  shifts: Shifts,
  services: readonly string[],
): Promise<void> {
  for (const batch of batchesOf(services, SERVICES_PER_BATCH)) {
    for (const total of await readServiceTotals(trx, batch)) {
      const { gained = [], lost = [] } = shifts.ofService(total.nodeKey) ?? {};
      lost.forEach(nodeKey =>
        totals.add({ ...total, nodeKey }, total.months, -1n),
      );
      gained.forEach(nodeKey =>
        totals.add({ ...total, nodeKey }, total.months, 1n),
      );
    }
    await setImmediate();
  }
}

async function moveRecords(
  trx: Knex.Transaction,
  totals: MonthlyTotals,
  shifts: Shifts,
  { movedOwners, movedServices, movedAlone }: Move,
): Promise<void> {
  const alone = new Set(movedAlone);
  const recordIds = await recordsRollingUpOver(
    trx,
    movedOwners,
    movedServices.filter(ref => !alone.has(ref)),
  );
  if (recordIds.length === 0) {
    return;
  }
  const windowStart = await readWindowStart(trx);
  for (const batch of batchesOf(recordIds, RECORDS_PER_BATCH)) {
    const segments = [...(await readSegments(trx, batch)).values()].flat();
    for (const segment of segments) {
      contributeMove(
        totals,
        segment,
        shifts,
        windowStart,
        ref => !alone.has(ref),
      );
    }
    await setImmediate();
  }
}
