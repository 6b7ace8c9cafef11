import {
  plainDateOf,
  type CostSegment,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { byCodeUnit } from '../../database/text';
import { readSegments } from '../../stores/costSegments/readSegments';
import { replaceSegments } from '../../stores/costSegments/replaceSegments';
import { addTotals } from '../../stores/readModel/addTotals';
import { contribute } from '../../stores/readModel/contribute';
import { MonthlyTotals } from '../../stores/readModel/monthlyTotals';
import { loadTopology } from '../../stores/readModel/topology';
import { readWindowStart } from '../../stores/readModel/window';
import { loadCostContext } from '../../stores/records/loadCostContext';
import { replaceRecordServices } from '../../stores/recordServices/replaceRecordServices';
import { recomputeSegments } from './recomputeSegments';
import { servicesOn } from './recomputeServices';

/**
 * Computes the costs and services of records anew from what is stored of
 * them, and carries the difference into the read model. Writes only what
 * changed.
 *
 * Returns the refs whose costs cannot be computed with the configured
 * defaults; they have none.
 */
export async function recomputeAffected(
  trx: Knex.Transaction,
  config: RegisterConfig,
  refs: Iterable<string>,
  asOf: Date,
): Promise<string[]> {
  const date = plainDateOf(asOf);
  const context = await loadCostContext(trx, refs);
  const records = [...new Set(refs)]
    .sort(byCodeUnit)
    .flatMap(ref => context.stored(ref) ?? []);
  const stored = await readSegments(
    trx,
    records.map(({ id }) => id),
  );
  const removed: CostSegment[] = [];
  const added: CostSegment[] = [];
  const uncomputable: string[] = [];
  for (const { id, record } of records) {
    await replaceRecordServices(trx, id, servicesOn(record, context, date));
    const before = stored.get(id) ?? [];
    const computed = recomputeSegments(record, context, config, date);
    if (!computed) {
      uncomputable.push(record.ref);
    }
    const after = computed ?? [];
    if (!sameSegments(before, after)) {
      await replaceSegments(trx, id, after);
      removed.push(...before);
      added.push(...after);
    }
  }
  await carryDifference(trx, removed, added);
  return uncomputable;
}

async function carryDifference(
  trx: Knex.Transaction,
  removed: CostSegment[],
  added: CostSegment[],
): Promise<void> {
  const both = [...removed, ...added];
  if (both.length === 0) {
    return;
  }
  const windowStart = await readWindowStart(trx);
  const topology = await loadTopology(
    trx,
    both.flatMap(segment => segment.ownerRef ?? []),
    both.flatMap(segment =>
      segment.slices.flatMap(slice => slice.serviceRef ?? []),
    ),
  );
  const totals = new MonthlyTotals();
  for (const segment of removed) {
    contribute(totals, segment, topology, windowStart, -1n);
  }
  for (const segment of added) {
    contribute(totals, segment, topology, windowStart, 1n);
  }
  await addTotals(trx, totals.nonZero());
}

function sameSegments(a: CostSegment[], b: CostSegment[]): boolean {
  return (
    a.length === b.length &&
    a.every((segment, index) => fingerprint(segment) === fingerprint(b[index]))
  );
}

function fingerprint(segment: CostSegment): string {
  const { slices, ...scalars } = segment;
  return JSON.stringify([
    Object.entries(scalars)
      .sort(([x], [y]) => byCodeUnit(x, y))
      .map(([key, value]) => [
        key,
        typeof value === 'bigint' ? String(value) : value,
      ]),
    slices.map(({ serviceRef, lo, hi }) => [serviceRef, lo, hi]),
  ]);
}
