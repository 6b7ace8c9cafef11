import type { DepreciationReport } from '@backstage-itam/plugin-itam-common';

const columns = [
  'key',
  'title',
  'currency',
  'assets',
  'openingCost',
  'additions',
  'disposals',
  'closingCost',
  'openingDepreciation',
  'depreciation',
  'impairment',
  'depreciationDisposed',
  'closingDepreciation',
  'openingBook',
  'closingBook',
] as const;

/** The header of an export of the depreciation report. */
export const depreciationCsvHeader: readonly string[] = columns;

/** A line as cells under {@link depreciationCsvHeader}. */
export function depreciationCsvRow(
  line: DepreciationReport['lines'][number],
): string[] {
  return columns.map(column => String(line[column]));
}
