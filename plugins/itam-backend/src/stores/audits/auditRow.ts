import type { NewAudit } from '@backstage-itam/plugin-itam-common';
import { integerFromRow } from '../../database/bigints';

/** What an audit is over. */
export type AuditScope = NewAudit['scope'];

/** A count of what is there against what is registered. */
export interface StoredAudit {
  id: number;
  name: string;
  note: string | null;
  scope: AuditScope;
  state: 'open' | 'closed';
  /** ISO instants. */
  openedAt: string;
  openedBy: string | null;
  closedAt: string | null;
  closedBy: string | null;
  version: number;
}

/** A row of `audits` as {@link auditColumns} selects it. */
export interface AuditRow {
  id: unknown;
  name: string;
  note: string | null;
  scope: string;
  state: string;
  opened_at: string;
  opened_by: string | null;
  closed_at: string | null;
  closed_by: string | null;
  version: unknown;
}

/** Names of the columns of {@link AuditRow}. */
export const auditColumns = [
  'id',
  'name',
  'note',
  'scope',
  'state',
  'opened_at',
  'opened_by',
  'closed_at',
  'closed_by',
  'version',
];

/** A stored audit; its scope is what was validated when it was opened. */
export function auditFromRow(row: AuditRow): StoredAudit {
  const scope: AuditScope = JSON.parse(row.scope);
  return {
    id: integerFromRow(row.id),
    name: row.name,
    note: row.note,
    scope,
    state: row.state === 'closed' ? 'closed' : 'open',
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    closedAt: row.closed_at,
    closedBy: row.closed_by,
    version: integerFromRow(row.version),
  };
}
