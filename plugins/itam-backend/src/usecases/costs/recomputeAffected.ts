import { setImmediate } from 'node:timers/promises';
import {
  plainDateOf,
  type CostSegment,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { byCodeUnit } from '../../database/text';
import { readSegments } from '../../stores/costSegments/readSegments';
import {
  insertSegments,
  replaceOpenSegments,
  type OpenSegments,
} from '../../stores/costSegments/replaceOpenSegments';
import { addTotals } from '../../stores/readModel/addTotals';
import { contribute } from '../../stores/readModel/contribute';
import { MonthlyTotals } from '../../stores/readModel/monthlyTotals';
import { loadTopology } from '../../stores/readModel/topology';
import {
  loadCostContext,
  type LoadedCostContext,
} from '../../stores/records/loadCostContext';
import {
  insertRecordServices,
  replaceRecordServices,
  type RecordServices,
} from '../../stores/recordServices/replaceRecordServices';
import {
  readFigureState,
  type FigureState,
} from '../../stores/settings/readFigureState';
import { openSegmentsOf } from './openSegments';
import { recountRecords } from './recountCoverage';
import { sameSegments } from './sameSegments';
import { servicesOn } from './recomputeServices';

/** Records after which other work of the process gets its turn. */
const RECORDS_BETWEEN_TURNS = 10;
const SEGMENTS_BETWEEN_TURNS = 100;

/** What the caller knows of the records, within the same transaction. */
export interface KnownRecords {
  /** Refs of records that were stored just now, with nothing computed. */
  created?: ReadonlySet<string>;
  /** The records and what their costs depend on, as they are stored now. */
  context?: LoadedCostContext;
}

/**
 * Computes the costs and services of records anew from what is stored of
 * them, and carries the difference, and what they count as, into the read
 * model. Writes only what
 * changed. Closed months stay as they are: what they would differ by goes
 * into the first open one.
 *
 * Returns the refs whose costs cannot be computed with the configured
 * defaults; they have none.
 */
export async function recomputeAffected(
  trx: Knex.Transaction,
  config: Pick<RegisterConfig, 'depreciation'>,
  refs: Iterable<string>,
  asOf: Date,
  known: KnownRecords = {},
): Promise<string[]> {
  const { created = new Set() } = known;
  const date = plainDateOf(asOf);
  const wanted = [...new Set(refs)].sort(byCodeUnit);
  const context = known.context ?? (await loadCostContext(trx, wanted));
  const { closedThrough, window } = await readFigureState(trx);
  const records = wanted.flatMap(ref => context.stored(ref) ?? []);
  const ids = records.map(({ id }) => id);
  const newIds = new Set(
    records.filter(({ record }) => created.has(record.ref)).map(({ id }) => id),
  );
  const isNew = ({ recordId }: { recordId: number }) => newIds.has(recordId);
  const isKnown = (one: { recordId: number }) => !isNew(one);
  const stored = await readSegments(
    trx,
    ids.filter(id => !newIds.has(id)),
  );
  const services: RecordServices[] = [];
  const changes: OpenSegments[] = [];
  const removed: CostSegment[] = [];
  const uncomputable: string[] = [];
  for (const [index, { id, record }] of records.entries()) {
    if (index % RECORDS_BETWEEN_TURNS === RECORDS_BETWEEN_TURNS - 1) {
      await setImmediate();
    }
    services.push({
      recordId: id,
      services: servicesOn(record, context, date),
    });
    const { before, after, computable } = openSegmentsOf({
      record,
      stored: stored.get(id) ?? [],
      context,
      config,
      closedThrough,
      date,
    });
    if (!computable) {
      uncomputable.push(record.ref);
    }
    if (!sameSegments(before, after)) {
      changes.push({ recordId: id, segments: after });
      removed.push(...before);
    }
  }
  await replaceRecordServices(trx, services.filter(isKnown));
  await replaceOpenSegments(trx, changes.filter(isKnown));
  await insertRecordServices(trx, services.filter(isNew));
  await insertSegments(trx, changes.filter(isNew));
  await recountRecords(trx, ids, newIds);
  // Last: changes of other records wait for the rows of the nodes above.
  await carryDifference(
    trx,
    removed,
    changes.flatMap(({ segments }) => segments),
    window,
  );
  return uncomputable;
}

async function carryDifference(
  trx: Knex.Transaction,
  removed: CostSegment[],
  added: CostSegment[],
  window: FigureState['window'],
): Promise<void> {
  const both = [...removed, ...added];
  if (both.length === 0) {
    return;
  }
  if (window === undefined) {
    throw new Error('The read model has no window yet');
  }
  const topology = await loadTopology(
    trx,
    both.flatMap(segment => segment.ownerRef ?? []),
    both.flatMap(segment =>
      segment.slices.flatMap(slice => slice.serviceRef ?? []),
    ),
  );
  const totals = new MonthlyTotals();
  const carry = async (segments: readonly CostSegment[], sign: 1n | -1n) => {
    for (const [index, segment] of segments.entries()) {
      if (index % SEGMENTS_BETWEEN_TURNS === SEGMENTS_BETWEEN_TURNS - 1) {
        await setImmediate();
      }
      contribute(totals, segment, topology, window.from, sign);
    }
  };
  await carry(removed, -1n);
  await carry(added, 1n);
  await addTotals(trx, totals.nonZero());
}
