import {
  plainDateOf,
  type CostRecord,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { bulkInsert, type ColumnType } from '../../database/bulkInsert';
import { textList } from '../../database/idList';
import { isStock } from '../holdings/followAssignee';
import { recordColumns, type RecordMetadata } from './recordColumns';
import { replaceMentions } from './recordMentions';
import { coversOf } from './writeCovers';

/** A new record the register is the source of. */
export interface NewRecordRow {
  record: CostRecord;
  metadata: RecordMetadata;
}

const coverTypes = {
  record_id: 'integer',
  target_ref: 'text',
  weight: 'integer',
} as const;

const seatTypes = {
  record_id: 'integer',
  to_ref: 'text',
  from_date: 'text',
  until_date: 'text',
} as const;

const holdingTypes = {
  record_id: 'integer',
  to_ref: 'text',
  quantity: 'integer',
  from_date: 'text',
  assigned_at: 'text',
  assigned_by: 'text',
} as const;

/**
 * Writes new records with what they cover, their seats and who holds them, as
 * `writeRegisteredRecord` does one by one, with few statements.
 */
export async function insertRecordRows(
  trx: Knex.Transaction,
  rows: readonly NewRecordRow[],
  by: { actor: string; at: Date },
): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  const at = by.at.toISOString();
  const date = plainDateOf(by.at);
  const columns = rows.map(({ record, metadata }) => ({
    ...recordColumns(record, metadata, date),
    origin: 'registered',
    created_at: at,
    updated_at: at,
  }));
  const names = Object.keys(columns[0]);
  const types = Object.fromEntries(
    names.map((name): [string, ColumnType] => [
      name,
      name === 'has_price' ? 'boolean' : 'text',
    ]),
  );
  await bulkInsert(
    trx,
    'records',
    { ...types, version: 'integer' },
    columns.map(row => {
      const values = new Map(Object.entries(row));
      return [...names.map(name => values.get(name) ?? null), 1];
    }),
  );
  const stored: { id: unknown; ref: string }[] = await trx('records')
    .whereIn(
      'ref',
      textList(
        trx,
        rows.map(({ record }) => record.ref),
      ),
    )
    .select('id', 'ref');
  const ids = new Map(stored.map(({ id, ref }) => [ref, integerFromRow(id)]));
  const records = rows.map(({ record }) => ({
    id: idOf(ids, record.ref),
    record,
  }));
  await replaceMentions(trx, records);
  await bulkInsert(
    trx,
    'covers',
    coverTypes,
    records.flatMap(({ id, record }) =>
      record.kind === 'Contract'
        ? [...coversOf(record, date)].map(([ref, weight]) => [id, ref, weight])
        : [],
    ),
  );
  await bulkInsert(
    trx,
    'assignments',
    seatTypes,
    records.flatMap(({ id, record }) =>
      record.kind === 'License'
        ? (record.spec.assignments ?? []).map(({ to, from, until }) => [
            id,
            to,
            from ?? null,
            until ?? null,
          ])
        : [],
    ),
  );
  await bulkInsert(
    trx,
    'holdings',
    holdingTypes,
    records.flatMap(({ id, record }) =>
      record.kind === 'Asset' &&
      record.spec.assignee !== undefined &&
      !isStock(record.spec)
        ? [[id, record.spec.assignee, 1, date, at, by.actor]]
        : [],
    ),
  );
}

function idOf(ids: ReadonlyMap<string, number>, ref: string): number {
  const id = ids.get(ref);
  if (id === undefined) {
    throw new Error(`${ref} was not stored`);
  }
  return id;
}
