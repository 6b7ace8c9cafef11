import type {
  AuditEntry,
  AuditItemEntry,
} from '@backstage-itam/plugin-itam-common';
import type { AuditCounts } from '../../stores/audits/auditItems';
import type { StoredAuditItem } from '../../stores/audits/auditItemRow';
import type { StoredAudit } from '../../stores/audits/auditRow';

/** An audit as answers have it, with the counts of what the caller may see. */
export function renderAudit(
  audit: StoredAudit,
  { expected, outcomes, discrepancies }: AuditCounts,
): AuditEntry {
  return {
    id: audit.id,
    name: audit.name,
    note: audit.note ?? undefined,
    scope: audit.scope,
    state: audit.state,
    openedAt: audit.openedAt,
    openedBy: audit.openedBy ?? undefined,
    closedAt: audit.closedAt ?? undefined,
    closedBy: audit.closedBy ?? undefined,
    expected,
    outcomes,
    discrepancies: audit.state === 'closed' ? discrepancies : [],
    version: audit.version,
  };
}

/** An item as answers have it. */
export function renderAuditItem(item: StoredAuditItem): AuditItemEntry {
  return {
    id: item.id,
    expected: item.expected,
    ref: item.ref ?? undefined,
    title: item.title,
    tag: item.tag ?? undefined,
    serialNumber: item.serialNumber ?? undefined,
    location: item.location ?? undefined,
    holder: item.holder ?? undefined,
    status: item.status ?? undefined,
    outcome: item.outcome,
    foundLocation: item.foundLocation ?? undefined,
    foundHolder: item.foundHolder ?? undefined,
    foundStatus: item.foundStatus ?? undefined,
    condition: item.condition ?? undefined,
    note: item.note ?? undefined,
    seenOn: item.seenOn ?? undefined,
    observedAt: item.observedAt ?? undefined,
    observedBy: item.observedBy ?? undefined,
    discrepancies: item.discrepancies,
    applied: item.applied ?? undefined,
  };
}
