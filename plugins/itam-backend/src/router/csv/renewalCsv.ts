import type { RenewalEntry } from '@backstage-itam/plugin-itam-common';

const columns: [
  string,
  (renewal: RenewalEntry) => string | number | boolean | undefined,
][] = [
  ['ref', ({ record }) => record.ref],
  ['kind', ({ record }) => record.kind],
  ['title', ({ record }) => record.title],
  ['vendor', ({ record }) => record.vendor],
  ['owner', ({ record }) => record.owner?.ref],
  ['state', renewal => renewal.state],
  ['start', renewal => renewal.start],
  ['end', renewal => renewal.end],
  ['dueOn', renewal => renewal.dueOn],
  ['dueKind', renewal => renewal.dueKind],
  ['daysLeft', renewal => renewal.daysLeft],
  ['renewalKind', renewal => renewal.renewalKind],
  ['noticeGiven', renewal => renewal.noticeGiven],
  ['currentAmount', renewal => renewal.currentAmount?.amount],
  ['currentCurrency', renewal => renewal.currentAmount?.currency],
  ['nextAmount', renewal => renewal.nextAmount?.amount],
  ['nextCurrency', renewal => renewal.nextAmount?.currency],
  ['estimated', renewal => renewal.estimated],
];

/** The header of an export of renewals. */
export const renewalCsvHeader: readonly string[] = columns.map(
  ([name]) => name,
);

/** A renewal as cells under {@link renewalCsvHeader}. */
export function renewalCsvRow(renewal: RenewalEntry): string[] {
  return columns.map(([, read]) => String(read(renewal) ?? ''));
}
