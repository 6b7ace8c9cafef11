import type { RecordSummary } from '@backstage-itam/plugin-itam-common';

const columns: [string, (record: RecordSummary) => string | undefined][] = [
  ['ref', record => record.ref],
  ['kind', record => record.kind],
  ['title', record => record.title],
  ['class', record => record.class],
  ['type', record => record.type],
  ['stage', record => record.stage],
  ['status', record => record.status],
  ['owner', record => record.owner?.ref],
  ['assignee', record => record.assignee?.ref],
  ['vendor', record => record.vendor],
  ['product', record => record.product],
  ['manufacturer', record => record.manufacturer],
  ['model', record => record.model],
  ['tag', record => record.tag],
  ['serialNumber', record => record.serialNumber],
  ['location', record => record.location],
  ['endsOn', record => record.endsOn],
  ['endsKind', record => record.endsKind],
  [
    'monthlyCost',
    record =>
      record.monthlyCost
        ?.map(({ amount, currency }) => `${amount} ${currency}`)
        .join('; '),
  ],
  [
    'bookValue',
    ({ bookValue }) => bookValue && `${bookValue.amount} ${bookValue.currency}`,
  ],
  ['origin', record => record.origin],
  ['updatedAt', record => record.updatedAt],
  ['retiredAt', record => record.retiredAt],
];

/** The header of an export of records. */
export const recordCsvHeader: readonly string[] = columns.map(([name]) => name);

/** A record as cells under {@link recordCsvHeader}. */
export function recordCsvRow(record: RecordSummary): string[] {
  return columns.map(([, read]) => read(record) ?? '');
}
