import type { Knex } from 'knex';
import type { Access } from '../../permissions/access';
import {
  whereBelow,
  whereReadable,
} from '../../permissions/recordFilterToKnex';
import type { AuditScope } from './auditRow';

/** Whose scope it is, and on which day. */
export interface ScopeReader {
  access: Access;
  /** ISO calendar date on which seats are held. */
  today: string;
}

/** How many live records that the caller may read are in a scope. */
export async function countScope(
  database: Knex,
  scope: AuditScope,
  reader: ScopeReader,
): Promise<number> {
  const [row]: { count?: unknown }[] = await inScope(
    database,
    scope,
    reader,
  ).count({ count: '*' });
  return Number(row?.count ?? 0);
}

/** Writes what the register says now of the records in a scope. */
export async function expectRecords(
  trx: Knex.Transaction,
  auditId: number,
  scope: AuditScope,
  reader: ScopeReader,
): Promise<void> {
  const expected = inScope(trx, scope, reader)
    .orderBy('records.id')
    .select(
      trx.raw('cast(? as integer) as audit_id', [auditId]),
      'records.id as record_id',
      trx.raw('? as expected', [true]),
      'records.ref as ref',
      'records.title as title',
      'records.tag as tag',
      'records.serial_number as serial_number',
      'records.location as location',
      'records.assignee_ref as holder',
      'records.status as status',
      trx.raw(`'pending' as outcome`),
    );
  await trx(
    trx.raw('audit_items (??, ??, ??, ??, ??, ??, ??, ??, ??, ??, ??)', [
      'audit_id',
      'record_id',
      'expected',
      'ref',
      'title',
      'tag',
      'serial_number',
      'location',
      'holder',
      'status',
      'outcome',
    ]),
  ).insert(expected);
}

function inScope(
  database: Knex,
  scope: AuditScope,
  { access, today }: ScopeReader,
): Knex.QueryBuilder {
  const records: Knex.QueryBuilder =
    database('records').whereNull('records.retired_at');
  for (const [column, value] of Object.entries({
    kind: scope.kind,
    class: scope.class,
    stage: scope.stage,
    assignee_ref: scope.assignee,
    vendor: scope.vendor,
  })) {
    if (value !== undefined) {
      records.where(`records.${column}`, value);
    }
  }
  const { owner, location } = scope;
  if (owner !== undefined) {
    records.where(inner => whereBelow(inner, 'records.owner_ref', [owner]));
  }
  if (location !== undefined) {
    records.whereRaw(`records.location like ? escape '\\'`, [
      `${location.replace(/[\\%_]/g, '\\$&')}%`,
    ]);
  }
  whereReadable(records, access, today);
  return records;
}
