import type { CostSegment } from '@backstage-itam/plugin-itam-common';

/** Upper bound of units × weights, within which the formula stays exact. */
const MAX_SCALE = 2_000_000_000;

/**
 * Joins the segments of equal invoices in consecutive months, as charges every
 * month give them, into one over as many units: a record would have a segment
 * and its slices for every month up to the horizon otherwise.
 *
 * Every month keeps its amount. Over several months slices add up to the share
 * of the sum, rounded once, instead of once per invoice; how many months follow
 * changes nothing about those before.
 */
export function joinInvoices(segments: readonly CostSegment[]): CostSegment[] {
  const joined: CostSegment[] = [];
  /** Where those are that end with a month; twins are joined in order. */
  const ending = new Map<string, number[]>();
  const endsAt = (key: string, at: number) => {
    const list = ending.get(key);
    if (list) {
      list.push(at);
    } else {
      ending.set(key, [at]);
    }
  };
  for (const segment of segments) {
    if (!isInvoiceOfMonth(segment)) {
      joined.push(segment);
      continue;
    }
    const key = keyOf(segment);
    const { startMonth: month, totalMinor } = segment;
    const before = ending.get(`${month} ${key}`);
    const at = before?.find(
      index => (joined[index].units + 1) * segment.weightTotal <= MAX_SCALE,
    );
    if (before === undefined || at === undefined) {
      endsAt(`${month + 1} ${key}`, joined.length);
      joined.push(segment);
      continue;
    }
    before.splice(before.indexOf(at), 1);
    const first = joined[at];
    joined[at] = {
      ...first,
      totalMinor: first.totalMinor + totalMinor,
      units: first.units + 1,
      windowToUnitExclusive: first.windowToUnitExclusive + 1,
    };
    endsAt(`${month + 1} ${key}`, at);
  }
  return joined;
}

function isInvoiceOfMonth(segment: CostSegment): boolean {
  return (
    segment.view === 'invoiced' &&
    segment.units === 1 &&
    segment.windowFromUnit === 0 &&
    segment.windowToUnitExclusive === 1
  );
}

/** All that joined segments have in common. */
function keyOf(segment: CostSegment): string {
  return JSON.stringify([
    segment.recordRef,
    segment.category,
    segment.certainty,
    segment.estimated === true,
    segment.currency,
    String(segment.totalMinor),
    segment.ownerRef,
    segment.costCenter,
    segment.vendor,
    segment.assetClass,
    segment.weightTotal,
    segment.slices.map(({ serviceRef, lo, hi }) => [serviceRef, lo, hi]),
  ]);
}
