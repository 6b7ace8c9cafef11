import {
  monthOf,
  recordCosts,
  UnsupportedDepreciationError,
  type CostContext,
  type CostRecord,
  type CostSegment,
} from '@backstage-itam/plugin-itam-common';
import type { RegisterConfig } from '../../config';
import { joinInvoices } from './joinInvoices';

const MONTHS_PER_YEAR = 12;
/** Years after the current one up to which open-ended costs are computed. */
const HORIZON_YEARS = 10;

/**
 * The cost segments of a record on an ISO calendar date, in both views and of
 * every certainty; undefined when they cannot be computed with the configured defaults.
 */
export function recomputeSegments(
  record: CostRecord,
  context: CostContext,
  config: Pick<RegisterConfig, 'depreciation'>,
  date: string,
): CostSegment[] | undefined {
  try {
    return joinInvoices(
      recordCosts(record, context, {
        ...config.depreciation,
        asOf: date,
        horizonMonth: horizonOn(date),
      }),
    );
  } catch (error) {
    if (error instanceof UnsupportedDepreciationError) {
      return undefined;
    }
    throw error;
  }
}

/** A January, so that open-ended segments change once a year only. */
function horizonOn(date: string): number {
  const year = Math.floor(monthOf(date) / MONTHS_PER_YEAR);
  return (year + 1 + HORIZON_YEARS) * MONTHS_PER_YEAR;
}
