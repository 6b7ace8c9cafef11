import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { idList } from '../../database/idList';
import { whereReadable } from '../../permissions/recordFilterToKnex';
import {
  AUDIT_DISCREPANCIES,
  AUDIT_OUTCOMES,
  auditItemColumns,
  auditItemFromRow,
  type AuditApplied,
  type AuditDiscrepancy,
  type AuditItemRow,
  type AuditOutcome,
  type Observed,
  type StoredAuditItem,
} from './auditItemRow';
import type { ScopeReader } from './expectRecords';

/** Items of one audit that the caller may see. */
export interface AuditItemQuery extends ScopeReader {
  auditId: number;
  outcome?: AuditOutcome;
  discrepancy?: AuditDiscrepancy;
  /** Part of title, tag or serial number, in any letter case. */
  q?: string;
}

/** Items after one, in the order they were added, at most `limit`. */
export async function listAuditItems(
  database: Knex,
  query: AuditItemQuery,
  page: { afterId?: number; limit: number },
): Promise<StoredAuditItem[]> {
  const items = matching(database, query);
  if (page.afterId !== undefined) {
    items.where('audit_items.id', '>', page.afterId);
  }
  const rows: AuditItemRow[] = await items
    .orderBy('audit_items.id')
    .limit(page.limit)
    .select(auditItemColumns);
  return rows.map(auditItemFromRow);
}

/** How many items a list has over all its pages. */
export async function countAuditItems(
  database: Knex,
  query: AuditItemQuery,
): Promise<number> {
  const [row]: { count?: unknown }[] = await matching(database, query).count({
    count: '*',
  });
  return Number(row?.count ?? 0);
}

/** Items of an audit, counted. */
export interface AuditCounts {
  expected: number;
  outcomes: { outcome: AuditOutcome; items: number }[];
  discrepancies: { discrepancy: AuditDiscrepancy; items: number }[];
}

/** Counts the items of an audit that the caller may see. */
export async function countAudit(
  database: Knex,
  query: AuditItemQuery,
): Promise<AuditCounts> {
  const rows: Record<string, unknown>[] = await matching(database, query)
    .groupBy('audit_items.outcome')
    .select(
      'audit_items.outcome as outcome',
      database.raw('count(*) as items'),
      database.raw(
        'sum(case when audit_items.expected then 1 else 0 end) as expected',
      ),
      ...AUDIT_DISCREPANCIES.map(discrepancy =>
        database.raw(
          'sum(case when audit_items.discrepancies like ? then 1 else 0 end) as ??',
          [`%"${discrepancy}"%`, discrepancy],
        ),
      ),
    );
  const sumOf = (column: string, of = rows) =>
    of.reduce((sum, row) => sum + Number(row[column] ?? 0), 0);
  return {
    expected: sumOf('expected'),
    outcomes: AUDIT_OUTCOMES.map(outcome => ({
      outcome,
      items: sumOf(
        'items',
        rows.filter(row => row.outcome === outcome),
      ),
    })),
    discrepancies: AUDIT_DISCREPANCIES.map(discrepancy => ({
      discrepancy,
      items: sumOf(discrepancy),
    })),
  };
}

/** What names one thing: its record, or a tag or serial number. */
export type ItemName =
  | { by: 'ref'; ref: string }
  | { by: 'tag'; tag: string }
  | { by: 'serial'; serialNumber: string };

/** Items of an audit with a name that the caller may see; several share one. */
export async function findAuditItems(
  database: Knex,
  query: AuditItemQuery,
  name: ItemName,
): Promise<StoredAuditItem[]> {
  const items = matching(database, query);
  switch (name.by) {
    case 'ref':
      items.where('audit_items.ref', name.ref);
      break;
    case 'tag':
      items.where('audit_items.tag', name.tag);
      break;
    default:
      items.where('audit_items.serial_number', name.serialNumber);
  }
  const rows: AuditItemRow[] = await items
    .orderBy('audit_items.id')
    .limit(2)
    .select(auditItemColumns);
  return rows.map(auditItemFromRow);
}

/** Adds something that was not expected; returns its id. */
export async function insertUnexpected(
  trx: Knex.Transaction,
  auditId: number,
  item: Pick<
    StoredAuditItem,
    | 'recordId'
    | 'ref'
    | 'title'
    | 'tag'
    | 'serialNumber'
    | 'location'
    | 'holder'
    | 'status'
  >,
): Promise<number> {
  const [row]: { id: unknown }[] = await trx('audit_items')
    .insert({
      audit_id: auditId,
      record_id: item.recordId,
      expected: false,
      ref: item.ref,
      title: item.title,
      tag: item.tag,
      serial_number: item.serialNumber,
      location: item.location,
      holder: item.holder,
      status: item.status,
      outcome: 'unexpected',
    })
    .returning('id');
  return integerFromRow(row.id);
}

/** Writes what was found of an item, in place of what was before. */
export async function writeObservation(
  trx: Knex.Transaction,
  id: number,
  observed: Observed,
  by: { actor: string; at: Date },
): Promise<void> {
  await trx('audit_items').where('id', id).update({
    outcome: observed.outcome,
    found_location: observed.foundLocation,
    found_holder: observed.foundHolder,
    found_status: observed.foundStatus,
    condition: observed.condition,
    note: observed.note,
    seen_on: observed.seenOn,
    observed_at: by.at.toISOString(),
    observed_by: by.actor,
  });
}

/** Writes how items differ, and what became of them in their records. */
export async function writeDiscrepancies(
  trx: Knex.Transaction,
  items: readonly {
    id: number;
    discrepancies: readonly AuditDiscrepancy[];
    applied: AuditApplied | null;
  }[],
): Promise<void> {
  const groups = new Map<string, number[]>();
  for (const { id, discrepancies, applied } of items) {
    const key = JSON.stringify([JSON.stringify(discrepancies), applied]);
    groups.set(key, [...(groups.get(key) ?? []), id]);
  }
  for (const [key, ids] of groups) {
    const [discrepancies, applied]: [string, string | null] = JSON.parse(key);
    await trx('audit_items')
      .whereIn('id', idList(trx, ids))
      .update({ discrepancies, applied });
  }
}

/** One item by its id. */
export async function readAuditItem(
  database: Knex,
  id: number,
): Promise<StoredAuditItem> {
  const row: AuditItemRow = await database('audit_items')
    .where('id', id)
    .first(auditItemColumns);
  return auditItemFromRow(row);
}

/** Has the findings of all records of an audit evaluated next. */
export async function evaluateAudited(
  trx: Knex.Transaction,
  auditId: number,
): Promise<void> {
  await trx.raw(
    `insert into policy_pending (kind, ref)
      select 'reader', records.ref from audit_items
      join records on records.id = audit_items.record_id
      where audit_items.audit_id = ?`,
    [auditId],
  );
}

/** Items without a record are anybody's who may run audits. */
function matching(database: Knex, query: AuditItemQuery): Knex.QueryBuilder {
  const { auditId, outcome, discrepancy, q } = query;
  const items: Knex.QueryBuilder = database('audit_items')
    .leftJoin('records', 'records.id', 'audit_items.record_id')
    .where('audit_items.audit_id', auditId)
    .where(visible =>
      visible
        .whereNull('audit_items.record_id')
        .orWhere(readable =>
          whereReadable(readable, query.access, query.today),
        ),
    );
  if (outcome !== undefined) {
    items.where('audit_items.outcome', outcome);
  }
  if (discrepancy !== undefined) {
    items.where('audit_items.discrepancies', 'like', `%"${discrepancy}"%`);
  }
  if (q !== undefined) {
    const part = `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    items.where(named => {
      for (const column of ['title', 'tag', 'serial_number']) {
        named.orWhereRaw(`lower(??) like ? escape '\\'`, [
          `audit_items.${column}`,
          part,
        ]);
      }
    });
  }
  return items;
}
