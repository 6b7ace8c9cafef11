import {
  type DepreciationReport,
  isMonthText,
} from '@backstage-itam/plugin-itam-common';

/** What a depreciation report can be broken down by. */
export const REPORT_DIMENSIONS = [
  'class',
  'owner',
  'cost-center',
  'supplier',
  'record',
] as const satisfies readonly DepreciationReport['by'][];

/** What the depreciation page shows, as its address holds it. */
export interface ReportView {
  from?: string;
  to?: string;
  by: DepreciationReport['by'];
}

/**
 * Reads a view from an address; what makes no sense is left out.
 */
export function readReportView(search: URLSearchParams): ReportView {
  const month = (name: string) => {
    const text = search.get(name);
    return text && isMonthText(text) ? text : undefined;
  };
  const from = month('from');
  const to = month('to');
  return {
    ...(from && to && from > to ? {} : { from, to }),
    by: REPORT_DIMENSIONS.find(by => by === search.get('by')) ?? 'class',
  };
}

/**
 * Writes a view into an address, leaving other parameters alone.
 */
export function writeReportView(
  search: URLSearchParams,
  change: Partial<ReportView>,
): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined || (name === 'by' && value === 'class')) {
      next.delete(name);
    } else {
      next.set(name, value);
    }
  }
  return next;
}
