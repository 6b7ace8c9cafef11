import {
  mergeDeclared,
  parseItamSpec,
  type CostContext,
  type CostRecord,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../plugins/itam-backend/src/config';
import {
  SEGMENTS_PER_RECORD,
  segmentToRow,
} from '../../plugins/itam-backend/src/stores/costSegments/segmentRow';
import { writeGraphChanges } from '../../plugins/itam-backend/src/stores/projection/writeGraphChanges';
import { readGraph } from '../../plugins/itam-backend/src/stores/projection/readGraph';
import { valueOn } from '../../plugins/itam-backend/src/stores/records/inForce';
import { mentionsOf } from '../../plugins/itam-backend/src/stores/records/loadCostContext';
import { recordColumns } from '../../plugins/itam-backend/src/stores/records/recordColumns';
import { rebuildReadModel } from '../../plugins/itam-backend/src/usecases/costs/recomputeReadModel';
import { recomputeWhenDue } from '../../plugins/itam-backend/src/usecases/costs/recomputeWhenDue';
import { recomputeSegments } from '../../plugins/itam-backend/src/usecases/costs/recomputeSegments';
import { servicesOn } from '../../plugins/itam-backend/src/usecases/costs/recomputeServices';
import { evaluateWhenDue } from '../../plugins/itam-backend/src/usecases/policies/evaluateAll';
import { prepareRegister } from '../../plugins/itam-backend/src/usecases/prepareRegister';
import { graphChanges } from '../../plugins/itam-backend/src/usecases/projection/graphChanges';
import { GraphBuilder } from '../../plugins/itam-backend/src/usecases/projection/graphFromEntities';
import { organisation } from './organisation';
import { PendingRows, putIndexes, takeIndexes } from './bulkRows';
import { recordOf, recordRefs } from './records';
import type { EstateSize } from './size';

/** Few enough to be held in memory whatever the size of the estate. */
const RECORDS_PER_TRANSACTION = 2_000;

const MINUTES_OF_CHANGES = 2 * 365 * 24 * 60;

/**
 * Fills an empty database with an estate: the same rows the register would
 * write, in bulk, and the read model built from them. The policies are left to
 * {@link evaluateEstate}.
 */
export async function seedEstate(
  database: Knex,
  options: { size: EstateSize; config: RegisterConfig; asOf: Date },
  progress: (text: string) => void,
): Promise<void> {
  const { size, config, asOf } = options;
  await prepareRegister({ database }, asOf);
  await seedOrganisation(database, size);
  progress('organisation written');
  // Notes the day while there is nothing to compute: what follows is computed.
  await recomputeWhenDue({ database, config }, asOf);

  const date = asOf.toISOString().slice(0, 10);
  const context = contextOf(size, date);
  const indexes = await takeIndexes(database);
  const pending = new PendingRows(database);
  let id = 0;
  for (const ref of recordRefs(size)) {
    id += 1;
    addRecord(pending, { id, ref, context, options, date });
    if (id % RECORDS_PER_TRANSACTION === 0) {
      await pending.write();
    }
    if (id % 50_000 === 0) {
      progress(`${id} records written`);
    }
  }
  await pending.write();
  progress(`${id} records written`);
  await putIndexes(database, indexes);
  await finish(database);
  progress('indexed');
  await rebuildReadModel({ database }, asOf);
  progress('read model built');
}

/**
 * Evaluates the policies as the daily task would, so that a server has nothing
 * to do when it is measured. Goes on where it was stopped.
 */
export async function evaluateEstate(
  database: Knex,
  options: { config: RegisterConfig; asOf: Date },
  progress: (text: string) => void,
): Promise<void> {
  const { config, asOf } = options;
  if (await evaluateWhenDue({ database, config }, asOf)) {
    await finish(database);
    progress('policies evaluated');
  }
}

interface SeededContext extends CostContext {
  record(ref: string): CostRecord | undefined;
  title(ref: string): string;
}

/** Records are generated again when another one's costs depend on them. */
function contextOf(size: EstateSize, date: string): SeededContext {
  const record = (ref: string) => {
    const entity = recordOf(ref, size);
    if (!entity) {
      return undefined;
    }
    const { kind, spec } = parseItamSpec(entity);
    return mergeDeclared(undefined, ref, kind, spec, date);
  };
  const licensesOf = new Map<string, string[]>();
  for (const ref of recordRefs({ ...size, assets: 0, contracts: 0 })) {
    const contract = recordOf(ref, size)?.spec?.contract;
    if (typeof contract === 'string') {
      licensesOf.set(contract, [...(licensesOf.get(contract) ?? []), ref]);
    }
  }
  return {
    record,
    title: ref => recordOf(ref, size)?.metadata.title ?? ref,
    licensesOf: ref =>
      (licensesOf.get(ref) ?? []).flatMap(license => record(license) ?? []),
  };
}

function addRecord(
  pending: PendingRows,
  of: {
    id: number;
    ref: string;
    context: SeededContext;
    options: { config: RegisterConfig; asOf: Date };
    date: string;
  },
): void {
  const { id, ref, context, date } = of;
  const { config, asOf } = of.options;
  const record = context.record(ref);
  if (!record) {
    throw new Error(`The estate has no ${ref}`);
  }
  pending.add('records', {
    id,
    ...recordColumns(
      record,
      {
        namespace: 'default',
        name: ref.slice(ref.indexOf('/') + 1),
        title: context.title(ref),
        description: null,
        sourceLocation: null,
      },
      date,
    ),
    origin: 'registered',
    version: 1,
    created_at: changedAt(0, asOf),
    updated_at: changedAt(id, asOf),
    retired_at: null,
  });
  for (const target of mentionsOf(record)) {
    pending.add('record_mentions', { record_id: id, target_ref: target });
  }
  for (const use of servicesOn(record, context, date)) {
    pending.add('record_services', {
      record_id: id,
      service_ref: use.serviceRef,
      share_bp: use.basisPoints,
      inherited_from: use.inheritedFrom,
    });
  }
  if (record.kind === 'Contract') {
    for (const { ref: target, weight } of valueOn(record.covers, date) ?? []) {
      pending.add('covers', { record_id: id, target_ref: target, weight });
    }
  }
  if (record.kind === 'License') {
    for (const { to, from } of record.spec.assignments ?? []) {
      pending.add('assignments', {
        record_id: id,
        to_ref: to,
        from_date: from ?? null,
        until_date: null,
      });
    }
  }
  const segments = recomputeSegments(record, context, config, date) ?? [];
  segments.forEach((segment, ordinal) => {
    const segmentId = id * SEGMENTS_PER_RECORD + ordinal;
    pending.add('cost_segments', segmentToRow(segmentId, id, segment));
    for (const slice of segment.slices) {
      pending.add('cost_slices', {
        segment_id: segmentId,
        service_ref: slice.serviceRef,
        lo: slice.lo,
        hi: slice.hi,
      });
    }
  });
}

/**
 * When a record was last changed, two years back at most, in no order of the
 * ids: statistics of records written all at once mislead the planners, in ways
 * they are misled nowhere else.
 */
function changedAt(id: number, asOf: Date): string {
  const minutes = MINUTES_OF_CHANGES - ((id * 7_919) % MINUTES_OF_CHANGES);
  return new Date(asOf.getTime() - minutes * 60_000).toISOString();
}

async function seedOrganisation(
  database: Knex,
  size: EstateSize,
): Promise<void> {
  const builder = new GraphBuilder();
  for (const entity of organisation(size)) {
    builder.add(entity);
  }
  const graph = builder.build();
  await database.transaction(async trx => {
    const changes = graphChanges(await readGraph(trx), graph);
    if (changes) {
      await writeGraphChanges(trx, changes, graph);
    }
  });
}

/** Statistics and sequences as a register that grew to this size has them. */
async function finish(database: Knex): Promise<void> {
  if (database.client.config.client === 'pg') {
    await database.raw(
      `SELECT setval('records_id_seq', (SELECT max(id) FROM records))`,
    );
  }
  await refreshStatistics(database);
}

/** What a database does by itself in time, after many rows were written. */
export async function refreshStatistics(database: Knex): Promise<void> {
  if (database.client.config.client === 'pg') {
    await database.raw('VACUUM ANALYZE');
  } else {
    await database.raw('ANALYZE');
  }
}
