import {
  mergeDeclared,
  parseItamSpec,
  type CostContext,
  type CostRecord,
} from '@backstage-itam/plugin-itam-common';
import { stringifyEntityRef } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../plugins/itam-backend/src/config';
import { segmentToRow } from '../../plugins/itam-backend/src/stores/costSegments/segmentRow';
import { writeGraphChanges } from '../../plugins/itam-backend/src/stores/projection/writeGraphChanges';
import { readGraph } from '../../plugins/itam-backend/src/stores/projection/readGraph';
import { valueOn } from '../../plugins/itam-backend/src/stores/records/inForce';
import { mentionsOf } from '../../plugins/itam-backend/src/stores/records/loadCostContext';
import { recordColumns } from '../../plugins/itam-backend/src/stores/records/recordColumns';
import { rebuildReadModel } from '../../plugins/itam-backend/src/usecases/costs/recomputeReadModel';
import { recomputeWhenDue } from '../../plugins/itam-backend/src/usecases/costs/recomputeWhenDue';
import { recomputeSegments } from '../../plugins/itam-backend/src/usecases/costs/recomputeSegments';
import { servicesOn } from '../../plugins/itam-backend/src/usecases/costs/recomputeServices';
import { prepareRegister } from '../../plugins/itam-backend/src/usecases/prepareRegister';
import { graphChanges } from '../../plugins/itam-backend/src/usecases/projection/graphChanges';
import { GraphBuilder } from '../../plugins/itam-backend/src/usecases/projection/graphFromEntities';
import { organisation } from './organisation';
import { records } from './records';
import type { EstateSize } from './size';

const SEGMENTS_PER_RECORD = 65_536;
const ROWS_PER_STATEMENT = 500;

/**
 * Fills an empty database with an estate: the same rows the register would
 * write, in bulk, and the read model built from them.
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

  const date = asOf.toISOString().slice(0, 10);
  const all = new Map<string, { record: CostRecord; title: string }>();
  const licensesOf = new Map<string, CostRecord[]>();
  for (const entity of records(size)) {
    const { kind, spec } = parseItamSpec(entity);
    const ref = stringifyEntityRef(entity);
    const record = mergeDeclared(undefined, ref, kind, spec, date);
    all.set(ref, { record, title: entity.metadata.title ?? ref });
    if (record.kind === 'License' && record.spec.contract) {
      const list = licensesOf.get(record.spec.contract) ?? [];
      licensesOf.set(record.spec.contract, [...list, record]);
    }
  }
  progress(`${all.size} records generated`);
  const context: CostContext = {
    record: ref => all.get(ref)?.record,
    licensesOf: ref => licensesOf.get(ref) ?? [],
  };

  const pending = new PendingRows(database);
  let id = 0;
  for (const [ref, { record, title }] of all) {
    id += 1;
    const name = ref.slice(ref.indexOf('/') + 1);
    pending.add('records', {
      id,
      ...recordColumns(
        record,
        {
          namespace: 'default',
          name,
          title,
          description: null,
          sourceLocation: null,
        },
        date,
      ),
      origin: 'registered',
      version: 1,
      created_at: asOf.toISOString(),
      updated_at: asOf.toISOString(),
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
      for (const { ref: target, weight } of valueOn(record.covers, date) ??
        []) {
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
    if (id % 1_000 === 0) {
      await pending.write();
    }
    if (id % 20_000 === 0) {
      progress(`${id} records written`);
    }
  }
  await pending.write();
  await finish(database);
  progress(`${id} records written`);
  await rebuildReadModel({ database }, asOf);
  progress('read model built');
  // As the daily task would: it finds nothing to change, and notes the day.
  await recomputeWhenDue({ database, config }, asOf);
  progress('costs computed for the day');
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
    await database.raw('VACUUM ANALYZE');
  } else {
    await database.raw('ANALYZE');
  }
}

/** Rows to insert, by table, in the order foreign keys ask for. */
class PendingRows {
  readonly #tables = new Map<string, Record<string, unknown>[]>(
    [
      'records',
      'record_mentions',
      'record_services',
      'covers',
      'assignments',
      'cost_segments',
      'cost_slices',
    ].map(table => [table, []]),
  );

  constructor(readonly database: Knex) {}

  add(table: string, row: Record<string, unknown>): void {
    this.#tables.get(table)?.push(row);
  }

  async write(): Promise<void> {
    await this.database.transaction(async trx => {
      for (const [table, rows] of this.#tables) {
        for (let at = 0; at < rows.length; at += ROWS_PER_STATEMENT) {
          await trx(table).insert(rows.slice(at, at + ROWS_PER_STATEMENT));
        }
        rows.length = 0;
      }
    });
  }
}
