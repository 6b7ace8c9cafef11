import type {
  AuditEntry,
  AuditItemEntry,
  ItamApi,
} from '@backstage-itam/plugin-itam-common';

const ITEMS_AT_A_TIME = 500;

/** An audit with all of its items that the reader may see. */
export interface ReadAudit {
  audit: AuditEntry;
  items: AuditItemEntry[];
}

/**
 * Reads an audit to the end, so that it can be worked through where there is
 * no reception.
 */
export async function readAudit(api: ItamApi, id: number): Promise<ReadAudit> {
  const audit = await api.audits.get(id);
  const items: AuditItemEntry[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.audits.listItems(id, {
      limit: ITEMS_AT_A_TIME,
      cursor,
    });
    items.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== undefined);
  return { audit, items };
}
