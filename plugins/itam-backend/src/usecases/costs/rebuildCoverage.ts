import { setImmediate } from 'node:timers/promises';
import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import {
  countedText,
  type CountedRecord,
} from '../../stores/nodeCoverage/CountedRecord';
import {
  insertStoredCounts,
  readStoredCounts,
} from '../../stores/nodeCoverage/countedRecords';
import {
  CoverageCounts,
  type NodeCoverage,
} from '../../stores/nodeCoverage/CoverageCounts';
import {
  addCoverage,
  coverageKeyText,
  readAllCoverage,
} from '../../stores/nodeCoverage/nodeCoverage';
import { readCountedRecords } from '../../stores/nodeCoverage/readCountedRecords';
import { loadTopology } from '../../stores/readModel/topology';

/** Few enough that other work of the process does not wait for long. */
const RECORDS_PER_BATCH = 500;

/** Counts all records anew, and tells how many nodes have any. */
export async function rebuildCoverage(trx: Knex.Transaction): Promise<number> {
  await trx('counted_records').delete();
  await trx('node_coverage').delete();
  const counts = await countAll(trx, async records => {
    await insertStoredCounts(trx, records);
  });
  await addCoverage(trx, counts);
  return counts.length;
}

/**
 * Whether the stored coverage is what counting all records gives: which nodes
 * and records differ.
 */
export async function checkCoverage(
  trx: Knex.Transaction,
): Promise<{ rows: number; differingKeys: string[] }> {
  const differingKeys: string[] = [];
  const expected = await countAll(trx, async (records, ids) => {
    const stored = await readStoredCounts(trx, ids);
    for (const id of ids) {
      const now = records.get(id);
      const then = stored.get(id);
      if ((now && countedText(now)) !== (then && countedText(then))) {
        differingKeys.push(`counted record ${id}`);
      }
    }
  });
  const stored = await readAllCoverage(trx);
  for (const count of expected) {
    const key = coverageKeyText(count);
    if (!sameCounts(stored.get(key), count)) {
      differingKeys.push(`coverage\u0000${key}`);
    }
    stored.delete(key);
  }
  differingKeys.push(...[...stored.keys()].map(key => `coverage\u0000${key}`));
  return { rows: expected.length + stored.size, differingKeys };
}

function sameCounts(a: NodeCoverage | undefined, b: NodeCoverage): boolean {
  return (
    a !== undefined &&
    a.records === b.records &&
    a.priced === b.priced &&
    a.early === b.early &&
    a.inContract === b.inContract &&
    a.unresolved === b.unresolved
  );
}

/** Counts all records, and hands them over batch by batch. */
async function countAll(
  trx: Knex.Transaction,
  take: (
    records: ReadonlyMap<number, CountedRecord>,
    ids: readonly number[],
  ) => Promise<void>,
): Promise<NodeCoverage[]> {
  const topology = await loadTopology(
    trx,
    await trx('records')
      .whereNotNull('owner_ref')
      .distinct()
      .pluck('owner_ref'),
    await trx('record_services').distinct().pluck('service_ref'),
  );
  const counts = new CoverageCounts();
  let lastId = 0;
  for (;;) {
    const rows: { id: unknown }[] = await trx('records')
      .where('id', '>', lastId)
      .orderBy('id')
      .limit(RECORDS_PER_BATCH)
      .select('id');
    if (rows.length === 0) {
      return counts.nonZero();
    }
    const ids = rows.map(row => integerFromRow(row.id));
    lastId = ids[ids.length - 1];
    const records = await readCountedRecords(trx, ids);
    for (const record of records.values()) {
      counts.count(record, topology, 1);
    }
    await take(records, ids);
    await setImmediate();
  }
}
