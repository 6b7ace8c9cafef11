import type { AuditItemEntry } from '@backstage-itam/plugin-itam-common';

const columns: [string, (item: AuditItemEntry) => string | undefined][] = [
  ['ref', item => item.ref],
  ['title', item => item.title],
  ['tag', item => item.tag],
  ['serialNumber', item => item.serialNumber],
  ['expected', item => (item.expected ? 'yes' : 'no')],
  ['outcome', item => item.outcome],
  ['discrepancies', item => item.discrepancies.join('; ')],
  ['location', item => item.location],
  ['foundLocation', item => item.foundLocation],
  ['holder', item => item.holder],
  ['foundHolder', item => item.foundHolder],
  ['status', item => item.status],
  ['foundStatus', item => item.foundStatus],
  ['condition', item => item.condition],
  ['note', item => item.note],
  ['seenOn', item => item.seenOn],
  ['observedBy', item => item.observedBy],
  ['observedAt', item => item.observedAt],
  ['applied', item => item.applied],
];

/** The header of the report of an audit. */
export const auditItemCsvHeader: readonly string[] = columns.map(
  ([name]) => name,
);

/** An item as cells under {@link auditItemCsvHeader}. */
export function auditItemCsvRow(item: AuditItemEntry): string[] {
  return columns.map(([, read]) => read(item) ?? '');
}
