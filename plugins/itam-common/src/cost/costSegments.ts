import { slicesOf, type SlicedWeights, slicesOfWeights } from '../allocation';
import type { MonthIndex } from '../values';
import { ContractDistribution, type ContractRecord } from './distribution';
import { changeMonths, valueInMonth } from './months';
import type { CostOptions } from './options';
import { recordSpans } from './recordSpans';
import { serviceChangeMonths, servicesInMonth } from './services';
import type { CostSpan } from './spans';
import type { CostContext, CostRecord, CostSegment, CostView } from './types';

/**
 * All costs of a record as they accrue, as segments, each with one owner, cost centre and set
 * of slices.
 *
 * A pure function of the record, of what `context` finds and of the options;
 * {@link costDependencies} names what it looks up. Throws
 * {@link UnsupportedDepreciationError} for a depreciation without a life.
 * @public
 */
export function costSegments(
  record: CostRecord,
  context: CostContext,
  options: CostOptions,
): CostSegment[] {
  return segmentsOfSpans(
    record,
    context,
    options,
    'accrued',
    recordSpans(record, context, options),
  );
}

/**
 * The charges and servicings of a contract sliced over the records it covers, instead of
 * their services: `serviceRef` is the ref of a covered record or service, null
 * where no covered record is active.
 *
 * For the cost of owning one record; never to be added to the contract's own
 * segments.
 * @public
 */
export function coveredRecordSegments(
  contract: ContractRecord,
  context: CostContext,
  options: CostOptions,
): CostSegment[] {
  const distribution = new ContractDistribution(contract, context, options);
  const cuts = sortedCuts(distribution.changeMonths());
  return recordSpans(contract, context, options).flatMap(span =>
    cutSpan(
      contract,
      'accrued',
      span,
      distribution.isMonthly ? everyMonth(span) : cuts,
      month =>
        slicesOfWeights(
          distribution.itemShares(span.currency, month),
          span.units,
        ),
    ),
  );
}

/**
 * Spans of a record, cut where its state changes. A span of one month gives
 * one segment, in the order given.
 */
export function segmentsOfSpans(
  record: CostRecord,
  context: CostContext,
  options: CostOptions,
  view: CostView,
  spans: readonly CostSpan[],
): CostSegment[] {
  if (spans.length === 0) {
    return [];
  }
  const distribution =
    record.kind === 'Contract'
      ? new ContractDistribution(record, context, options)
      : undefined;
  const changes = [
    ...changeMonths(record.owners),
    ...changeMonths(record.costCenters),
    ...serviceChangeMonths(record, context),
    ...(distribution?.changeMonths() ?? []),
  ];
  const cuts = sortedCuts(changes);
  return spans.flatMap(span =>
    cutSpan(
      record,
      view,
      span,
      distribution?.isMonthly ? everyMonth(span) : cuts,
      month => {
        const own = servicesInMonth(record, context, month);
        return own.length || !distribution
          ? slicesOf(own)
          : slicesOfWeights(
              distribution.weights(span.currency, month),
              span.units,
            );
      },
    ),
  );
}

function sortedCuts(months: readonly MonthIndex[]): MonthIndex[] {
  return [...new Set(months)].sort((a, b) => a - b);
}

function everyMonth(span: CostSpan): MonthIndex[] {
  return Array.from(
    { length: span.windowToUnitExclusive - span.windowFromUnit },
    (_, index) => span.startMonth + span.windowFromUnit + index,
  );
}

function cutSpan(
  record: CostRecord,
  view: CostView,
  span: CostSpan,
  cuts: readonly MonthIndex[],
  slicesIn: (month: MonthIndex) => SlicedWeights,
): CostSegment[] {
  const first = span.startMonth + span.windowFromUnit;
  const end = span.startMonth + span.windowToUnitExclusive;
  const starts = [first, ...cuts.filter(cut => cut > first && cut < end)];
  const segments: CostSegment[] = [];
  starts.forEach((from, index) => {
    const toExclusive = starts[index + 1] ?? end;
    const segment = segmentOf(
      record,
      view,
      span,
      from,
      toExclusive,
      slicesIn(from),
    );
    const last = segments[segments.length - 1];
    if (last && isSameState(last, segment)) {
      last.windowToUnitExclusive = segment.windowToUnitExclusive;
    } else {
      segments.push(segment);
    }
  });
  return segments;
}

function segmentOf(
  record: CostRecord,
  view: CostView,
  span: CostSpan,
  from: MonthIndex,
  toExclusive: MonthIndex,
  { weightTotal, slices }: SlicedWeights,
): CostSegment {
  return {
    recordRef: record.ref,
    recordKind: record.kind,
    view,
    category: span.category,
    certainty: span.certainty,
    ...(span.estimated ? { estimated: true as const } : {}),
    currency: span.currency,
    totalMinor: span.totalMinor,
    units: span.units,
    startMonth: span.startMonth,
    windowFromUnit: from - span.startMonth,
    windowToUnitExclusive: toExclusive - span.startMonth,
    ownerRef: valueInMonth(record.owners, from) ?? null,
    costCenter: valueInMonth(record.costCenters, from) ?? null,
    vendor: record.spec.vendor ?? null,
    assetClass: record.kind === 'Asset' ? record.spec.class : null,
    weightTotal,
    slices,
  };
}

function isSameState(a: CostSegment, b: CostSegment): boolean {
  return (
    a.ownerRef === b.ownerRef &&
    a.costCenter === b.costCenter &&
    a.weightTotal === b.weightTotal &&
    a.slices.length === b.slices.length &&
    a.slices.every(
      (slice, index) =>
        slice.serviceRef === b.slices[index].serviceRef &&
        slice.hi === b.slices[index].hi,
    )
  );
}
