import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import { idList } from '../../database/idList';

/** What audits say of records, by id. */
export interface AuditFacts {
  /** The last closed audit that expected the record. */
  lastAudit: Map<number, { closedOn: string; wasSeen: boolean }>;
  /** ISO calendar date on which any audit last saw it. */
  lastSeen: Map<number, string>;
}

/** What audits say of these records. */
export async function readAuditFacts(
  database: Knex,
  ids: readonly number[],
): Promise<AuditFacts> {
  const rows: {
    record_id: unknown;
    outcome: string;
    seen_on: string | null;
    closed_on: string | null;
    expected: unknown;
  }[] = await database('audit_items as item')
    .join('audits as audit', 'audit.id', 'item.audit_id')
    .whereIn('item.record_id', idList(database, ids))
    .orderBy(['audit.closed_at', 'audit.id'])
    .select(
      'item.record_id as record_id',
      'item.outcome as outcome',
      'item.seen_on as seen_on',
      'item.expected as expected',
      'audit.closed_on as closed_on',
    );
  const facts: AuditFacts = { lastAudit: new Map(), lastSeen: new Map() };
  for (const row of rows) {
    const id = integerFromRow(row.record_id);
    const wasSeen = row.seen_on !== null;
    if (row.closed_on !== null && Boolean(row.expected)) {
      const before = facts.lastAudit.get(id);
      if (!before || before.closedOn <= row.closed_on) {
        facts.lastAudit.set(id, { closedOn: row.closed_on, wasSeen });
      }
    }
    if (row.seen_on !== null && row.seen_on > (facts.lastSeen.get(id) ?? '')) {
      facts.lastSeen.set(id, row.seen_on);
    }
  }
  return facts;
}
