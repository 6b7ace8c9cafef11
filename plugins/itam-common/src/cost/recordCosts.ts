import { costSegments } from './costSegments';
import { invoicedSegments } from './invoicedSegments';
import type { CostOptions } from './options';
import type { CostContext, CostRecord, CostSegment } from './types';

/**
 * All costs of a record in both views, accrued first, with the renewals and
 * replacements that are committed or forecast.
 *
 * What is stored of a record's costs. Every reader names its view and
 * certainty. Throws {@link UnsupportedDepreciationError} for a depreciation
 * without a life.
 * @public
 */
export function recordCosts(
  record: CostRecord,
  context: CostContext,
  options: CostOptions,
): CostSegment[] {
  const all = { ...options, renewals: true, replacements: true };
  return [
    ...costSegments(record, context, all),
    ...invoicedSegments(record, context, all).map(
      ({ date: _date, nature: _nature, ...segment }): CostSegment => segment,
    ),
  ];
}
