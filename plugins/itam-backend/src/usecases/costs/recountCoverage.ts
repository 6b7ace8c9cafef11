import { setImmediate } from 'node:timers/promises';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { integerFromRow } from '../../database/bigints';
import {
  countedText,
  type CountedRecord,
} from '../../stores/nodeCoverage/CountedRecord';
import {
  insertStoredCounts,
  readStoredCounts,
  writeStoredCounts,
} from '../../stores/nodeCoverage/countedRecords';
import { CoverageCounts } from '../../stores/nodeCoverage/CoverageCounts';
import { addCoverage } from '../../stores/nodeCoverage/nodeCoverage';
import { readCountedRecords } from '../../stores/nodeCoverage/readCountedRecords';
import type { Shifts } from '../../stores/readModel/Shifts';
import {
  loadTopology,
  type CatalogTopology,
} from '../../stores/readModel/topology';
import type { Move } from './recomputeMoved';

const RECORDS_PER_BATCH = 400;
const REFS_PER_STATEMENT = 400;

/**
 * Counts records anew, and carries what they count as now, in place of what
 * they counted as before, into the stored coverage.
 */
export async function recountRecords(
  trx: Knex.Transaction,
  ids: readonly number[],
  /** Those that were never counted. */
  created: ReadonlySet<number> = new Set(),
): Promise<void> {
  const counts = new CoverageCounts();
  for (const batch of batchesOf(ids, RECORDS_PER_BATCH)) {
    const known = batch.filter(id => !created.has(id));
    const before =
      known.length > 0 ? await readStoredCounts(trx, known) : new Map();
    const after = await readCountedRecords(trx, batch);
    const changed = batch.filter(
      id => textOf(before.get(id)) !== textOf(after.get(id)),
    );
    const removed = changed.flatMap(id => before.get(id) ?? []);
    const added = changed.flatMap(id => after.get(id) ?? []);
    const topology = await loadTopologyOf(trx, [...removed, ...added]);
    removed.forEach(record => counts.count(record, topology, -1));
    added.forEach(record => counts.count(record, topology, 1));
    const countsOf = (some: readonly number[]) =>
      new Map(some.map(id => [id, after.get(id)]));
    await writeStoredCounts(
      trx,
      countsOf(changed.filter(id => !created.has(id))),
    );
    await insertStoredCounts(
      trx,
      countsOf(changed.filter(id => created.has(id))),
    );
    if (batch.length === RECORDS_PER_BATCH) {
      await setImmediate();
    }
  }
  // Once, so that concurrent changes lock nodes in one order.
  await addCoverage(trx, counts.nonZero());
}

async function loadTopologyOf(
  trx: Knex.Transaction,
  records: readonly CountedRecord[],
): Promise<CatalogTopology> {
  return await loadTopology(
    trx,
    records.flatMap(record => record.ownerRef ?? []),
    records.flatMap(record => record.serviceRefs),
  );
}

/**
 * Counts the records below moved owners and services where they are now
 * rather than where they were. The caller holds the exclusive lock.
 */
export async function recountMoved(
  trx: Knex.Transaction,
  move: Move,
  shifts: Shifts,
): Promise<void> {
  const ids = await countedBelow(
    trx,
    [...move.movedOwners, ...move.appearedOrGone],
    [...move.movedServices, ...move.appearedOrGone],
  );
  const counts = new CoverageCounts();
  for (const batch of batchesOf(ids, RECORDS_PER_BATCH)) {
    for (const record of (await readStoredCounts(trx, batch)).values()) {
      counts.move(record, shifts);
    }
    await setImmediate();
  }
  await addCoverage(trx, counts.nonZero());
}

/** Ids of the counted records of these owners or services, in order. */
async function countedBelow(
  trx: Knex.Transaction,
  owners: readonly string[],
  services: readonly string[],
): Promise<number[]> {
  const ids = new Set<number>();
  const collect = (rows: { record_id: unknown }[]) =>
    rows.forEach(row => ids.add(integerFromRow(row.record_id)));
  for (const batch of batchesOf(owners, REFS_PER_STATEMENT)) {
    collect(
      await trx('counted_records')
        .whereIn('owner_ref', batch)
        .select('record_id'),
    );
  }
  for (const batch of batchesOf(services, REFS_PER_STATEMENT)) {
    collect(
      await trx('record_services')
        .whereIn('service_ref', batch)
        .distinct('record_id'),
    );
  }
  return [...ids].sort((a, b) => a - b);
}

function textOf(record: CountedRecord | undefined): string | undefined {
  return record && countedText(record);
}
