import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import {
  auditColumns,
  auditFromRow,
  type AuditRow,
  type AuditScope,
  type StoredAudit,
} from './auditRow';

/** Opens an audit; returns its id. */
export async function insertAudit(
  trx: Knex.Transaction,
  audit: { name: string; note: string | null; scope: AuditScope },
  by: { actor: string; at: Date },
): Promise<number> {
  const [row]: { id: unknown }[] = await trx('audits')
    .insert({
      name: audit.name,
      note: audit.note,
      scope: JSON.stringify(audit.scope),
      state: 'open',
      opened_at: by.at.toISOString(),
      opened_by: by.actor,
      version: 1,
    })
    .returning('id');
  return integerFromRow(row.id);
}

/** One audit, if there is one with this id. */
export async function readAudit(
  database: Knex,
  id: number,
): Promise<StoredAudit | undefined> {
  const row: AuditRow | undefined = await database('audits')
    .where('id', id)
    .first(auditColumns);
  return row && auditFromRow(row);
}

/** Audits before one, the newest first, at most `limit`. */
export async function listAudits(
  database: Knex,
  query: { state?: 'open' | 'closed' },
  page: { beforeId?: number; limit: number },
): Promise<StoredAudit[]> {
  const audits = database('audits');
  if (query.state !== undefined) {
    audits.where('state', query.state);
  }
  if (page.beforeId !== undefined) {
    audits.where('id', '<', page.beforeId);
  }
  const rows: AuditRow[] = await audits
    .orderBy('id', 'desc')
    .limit(page.limit)
    .select(auditColumns);
  return rows.map(auditFromRow);
}

/** Notes that what an audit found has changed. */
export async function raiseAuditVersion(
  trx: Knex.Transaction,
  { id, version }: StoredAudit,
): Promise<void> {
  await trx('audits')
    .where('id', id)
    .update({ version: version + 1 });
}

/** Closes an audit. */
export async function markAuditClosed(
  trx: Knex.Transaction,
  { id, version }: StoredAudit,
  by: { actor: string; at: Date; today: string },
): Promise<void> {
  await trx('audits')
    .where('id', id)
    .update({
      state: 'closed',
      closed_at: by.at.toISOString(),
      closed_on: by.today,
      closed_by: by.actor,
      version: version + 1,
    });
}
