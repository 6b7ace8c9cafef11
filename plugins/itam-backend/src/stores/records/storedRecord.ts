import type { CostRecord } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { integerFromRow } from '../../database/bigints';
import { hasBills } from '../cloudBilling/hasBills';
import { readBilledAmounts } from './billedAmounts';
import {
  hasServicingInvoices,
  readServicingInvoices,
} from './servicingInvoices';
import {
  costRecordColumns,
  costRecordFromRow,
  type CostRecordRow,
} from './costRecordFromRow';

const REFS_PER_STATEMENT = 300;

/**
 * A record as it is stored, for changes and cost computation.
 */
export interface StoredRecord {
  id: number;
  record: CostRecord;
  origin: 'declared' | 'registered';
  revision: string | null;
  namespace: string;
  /** As it is written; the ref has it in lower case. */
  name: string;
  title: string;
  description: string | null;
  sourceLocation: string | null;
  version: number;
  retiredAt: string | null;
}

interface Row extends CostRecordRow {
  id: unknown;
  origin: string;
  revision: string | null;
  title: string;
  description: string | null;
  source_location: string | null;
  version: unknown;
  retired_at: string | null;
  is_serviced: unknown;
  is_billed: unknown;
}

const columns = [
  ...costRecordColumns,
  'id',
  'origin',
  'revision',
  'title',
  'description',
  'source_location',
  'version',
  'retired_at',
];

/**
 * The stored records of these refs, by ref; retired ones too.
 */
export async function readStoredRecords(
  database: Knex,
  refs: Iterable<string>,
): Promise<Map<string, StoredRecord>> {
  const records = new Map<string, StoredRecord>();
  for (const batch of batchesOf([...refs], REFS_PER_STATEMENT)) {
    const rows: Row[] = await database('records')
      .whereIn('ref', batch)
      .select(
        ...columns,
        flag(database, hasServicingInvoices('records'), 'is_serviced'),
        flag(database, hasBills('records'), 'is_billed'),
      );
    // Few records have either: the others are read with one statement.
    const servicings = await readServicingInvoices(
      database,
      idsOf(rows.filter(row => Number(row.is_serviced) === 1)),
    );
    const bills = await readBilledAmounts(
      database,
      idsOf(rows.filter(row => Number(row.is_billed) === 1)),
    );
    for (const row of rows) {
      const stored = fromRow(row);
      const invoices = servicings.get(stored.id);
      const billed = bills.get(stored.id);
      records.set(row.ref, {
        ...stored,
        record: {
          ...stored.record,
          ...(invoices ? { servicings: invoices } : {}),
          ...(billed ? { billed } : {}),
        },
      });
    }
  }
  return records;
}

function flag(database: Knex, condition: string, name: string): Knex.Raw {
  return database.raw(`CASE WHEN ${condition} THEN 1 ELSE 0 END AS ??`, [name]);
}

function idsOf(rows: readonly Row[]): number[] {
  return rows.map(row => integerFromRow(row.id));
}

function fromRow(row: Row): StoredRecord {
  if (row.origin !== 'declared' && row.origin !== 'registered') {
    throw new Error(`Unknown origin of ${row.ref}`);
  }
  return {
    id: integerFromRow(row.id),
    record: costRecordFromRow(row),
    origin: row.origin,
    revision: row.revision,
    namespace: row.namespace,
    name: row.name,
    title: row.title,
    description: row.description,
    sourceLocation: row.source_location,
    version: integerFromRow(row.version),
    retiredAt: row.retired_at,
  };
}
