import type { FindingEntry } from '@backstage-itam/plugin-itam-common';

const columns: [string, (finding: FindingEntry) => string | undefined][] = [
  ['id', finding => String(finding.id)],
  ['subject', finding => finding.subject.ref],
  ['title', finding => finding.subject.title],
  ['kind', finding => finding.kind],
  ['owner', finding => finding.owner?.ref],
  ['severity', finding => finding.severity],
  ['area', finding => finding.area],
  ['practice', finding => finding.practice],
  ['rule', finding => finding.rule],
  ['message', finding => finding.message],
  ['path', finding => finding.path],
  ['about', finding => finding.about],
  ['state', finding => finding.state],
  ['firstSeen', finding => finding.firstSeen],
  ['reason', finding => finding.reason],
  ['acceptedBy', finding => finding.acceptedBy],
  ['acceptedUntil', finding => finding.acceptedUntil],
];

/** The header of an export of findings. */
export const findingCsvHeader: readonly string[] = columns.map(
  ([name]) => name,
);

/** A finding as cells under {@link findingCsvHeader}. */
export function findingCsvRow(finding: FindingEntry): string[] {
  return columns.map(([, read]) => read(finding) ?? '');
}
