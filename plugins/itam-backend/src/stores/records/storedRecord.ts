import type { CostRecord } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { batchesOf } from '../../database/batches';
import { integerFromRow } from '../../database/bigints';
import { readBilledAmounts } from './billedAmounts';
import { readServicingInvoices } from './servicingInvoices';
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
      .select(columns);
    const ids = rows.map(row => integerFromRow(row.id));
    const servicings = await readServicingInvoices(database, ids);
    const bills = await readBilledAmounts(database, ids);
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
