import type { DepreciationScheduleAnswer } from '@backstage-itam/plugin-itam-common';

/** The header of an export of a depreciation schedule. */
export const scheduleCsvHeader: readonly string[] = [
  'period',
  'from',
  'to',
  'state',
  'openingBook',
  'improvement',
  'depreciation',
  'impairment',
  'closingBook',
  'currency',
];

/** One row per period under {@link scheduleCsvHeader}. */
export function scheduleCsvRows(
  schedule: DepreciationScheduleAnswer,
): string[][] {
  return schedule.periods.map(period => [
    period.label,
    period.from,
    period.to,
    period.state,
    period.openingBook,
    period.improvement,
    period.depreciation,
    period.impairment,
    period.closingBook,
    schedule.currency,
  ]);
}
