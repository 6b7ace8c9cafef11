import {
  withClosedMonths,
  type CostContext,
  type CostRecord,
  type CostSegment,
  type MonthIndex,
} from '@backstage-itam/plugin-itam-common';
import type { RegisterConfig } from '../../config';
import { recomputeSegments } from './recomputeSegments';

/**
 * The segments of a record that no closing froze: those stored, and those it
 * should have.
 */
export interface OpenSegments {
  before: CostSegment[];
  after: CostSegment[];
  /** Whether the configured defaults suffice; it costs nothing otherwise. */
  computable: boolean;
}

/**
 * Computes the open segments of a record on an ISO calendar date, from what is
 * stored of it.
 */
export function openSegmentsOf(options: {
  record: CostRecord;
  /** All its stored segments. */
  stored: readonly CostSegment[];
  context: CostContext;
  config: Pick<RegisterConfig, 'depreciation'>;
  closedThrough: MonthIndex | null;
  date: string;
}): OpenSegments {
  const { record, stored, context, config, closedThrough, date } = options;
  const computed = recomputeSegments(record, context, config, date);
  const closed = stored.filter(segment => segment.closed);
  return {
    before: stored.filter(segment => !segment.closed),
    after: withClosedMonths(computed ?? [], closed, closedThrough).filter(
      segment => !segment.closed,
    ),
    computable: computed !== undefined,
  };
}
