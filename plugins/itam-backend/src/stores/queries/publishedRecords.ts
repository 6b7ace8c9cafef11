import type { Entity } from '@backstage/catalog-model';
import {
  isAssetEntity,
  isContractEntity,
  isLicenseEntity,
  ITAM_API_VERSION,
  type PublishedMetadata,
  type PublishedRecord,
} from '@backstage-itam/plugin-itam-common';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { integerFromRow } from '../../database/bigints';
import { datedStateFromJson, type DatedState } from '../records/datedState';

const REFS_PER_STATEMENT = 300;

/** Kinds whose seats link a licence to the catalog. */
const LINKING_KINDS = [
  'asset',
  'component',
  'system',
  'resource',
  'api',
  'domain',
];

/** A record as publication sees it: no money is read. */
export interface PublicationRow {
  ref: string;
  isRegistered: boolean;
  isRetired: boolean;
  /** As people wrote it. */
  record: PublishedRecord;
  /** What of it is in force from dates on. */
  timelines: Pick<DatedState, 'owners' | 'services' | 'covers'>;
  metadata: PublishedMetadata;
}

interface Row {
  id: unknown;
  ref: string;
  kind: string;
  namespace: string;
  name: string;
  origin: string;
  title: string;
  description: string | null;
  spec: string;
  dated_state: string;
  retired_at: string | null;
}

const columns = [
  'id',
  'ref',
  'kind',
  'namespace',
  'name',
  'origin',
  'title',
  'description',
  'spec',
  'dated_state',
  'retired_at',
];

/**
 * Refs of the registered records that are not retired, in their order, after
 * the given one.
 */
export async function listRegisteredRefs(
  database: Knex,
  options: { after: string; limit: number },
): Promise<string[]> {
  const rows: { ref: string }[] = await database('records')
    .where('origin', 'registered')
    .whereNull('retired_at')
    .where('ref', '>', options.after)
    .orderBy('ref')
    .limit(options.limit)
    .select('ref');
  return rows.map(row => row.ref);
}

/**
 * The records of these refs, by ref, whatever their origin; retired ones too.
 * Of a licence's seats only those are read that link it to the catalog.
 *
 * Throws when a stored spec is none of its kind's any more.
 */
export async function readPublicationRows(
  database: Knex,
  refs: Iterable<string>,
): Promise<Map<string, PublicationRow>> {
  const found = new Map<string, PublicationRow>();
  for (const batch of batchesOf([...new Set(refs)], REFS_PER_STATEMENT)) {
    const rows: Row[] = await database('records')
      .whereIn('ref', batch)
      .select(columns);
    const seats = await readLinkingSeats(
      database,
      rows
        .filter(row => row.kind === 'License')
        .map(row => integerFromRow(row.id)),
    );
    for (const row of rows) {
      found.set(row.ref, fromRow(row, seats.get(integerFromRow(row.id)) ?? []));
    }
  }
  return found;
}

type Seat = { to: string; until?: string };

async function readLinkingSeats(
  database: Knex,
  recordIds: number[],
): Promise<Map<number, Seat[]>> {
  const seats = new Map<number, Seat[]>();
  if (recordIds.length === 0) {
    return seats;
  }
  const rows: {
    record_id: unknown;
    to_ref: string;
    until_date: string | null;
  }[] = await database('assignments')
    .whereIn('record_id', recordIds)
    .where(linking => {
      for (const kind of LINKING_KINDS) {
        linking.orWhere('to_ref', 'like', `${kind}:%`);
      }
    })
    .select('record_id', 'to_ref', 'until_date');
  for (const row of rows) {
    const id = integerFromRow(row.record_id);
    const seat = {
      to: row.to_ref,
      ...(row.until_date === null ? {} : { until: row.until_date }),
    };
    seats.set(id, [...(seats.get(id) ?? []), seat]);
  }
  return seats;
}

function fromRow(row: Row, seats: Seat[]): PublicationRow {
  const { owners, services, covers } = datedStateFromJson(row.dated_state);
  return {
    ref: row.ref,
    isRegistered: row.origin === 'registered',
    isRetired: row.retired_at !== null,
    record: recordFromRow(row, seats),
    timelines: { owners, services, covers },
    metadata: {
      name: row.name,
      namespace: row.namespace,
      ...(row.title === row.name ? {} : { title: row.title }),
      ...(row.description === null ? {} : { description: row.description }),
    },
  };
}

function recordFromRow(row: Row, seats: Seat[]): PublishedRecord {
  const { assignments: _seats, ...spec } = jsonObject(row.spec);
  const entity: Entity = {
    apiVersion: ITAM_API_VERSION,
    kind: row.kind,
    metadata: { name: row.name, namespace: row.namespace },
    spec,
  };
  if (isAssetEntity(entity)) {
    return { kind: 'Asset', spec: entity.spec };
  }
  if (isLicenseEntity(entity)) {
    return { kind: 'License', spec: { ...entity.spec, assignments: seats } };
  }
  if (isContractEntity(entity)) {
    return { kind: 'Contract', spec: entity.spec };
  }
  throw new Error(`The stored spec of ${row.ref} cannot be read`);
}

function jsonObject(text: string): JsonObject {
  const value: JsonValue = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('An object was expected in a stored record');
  }
  return value;
}
