import { monthFromText, monthText } from '../../values';
import { segmentMonths } from '../segmentValue';
import type { CostSegment } from '../types';

/** First month looked at. */
export const START = monthFromText('2020-01');
/** First month not looked at. */
export const END = monthFromText('2031-01');

/** Months with a cost, as text, over all segments. */
export function months(
  segments: readonly CostSegment[],
  pick: (segment: CostSegment) => boolean = () => true,
): Record<string, string> {
  const sums: Record<string, bigint> = {};
  for (const segment of segments.filter(pick)) {
    segmentMonths(segment, START, END).forEach((minor, index) => {
      if (minor !== 0n) {
        const month = monthText(START + index);
        sums[month] = (sums[month] ?? 0n) + minor;
      }
    });
  }
  return Object.fromEntries(
    Object.entries(sums)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, minor]) => [month, String(minor)]),
  );
}

/** The same amount in each month of a range, both ends included. */
export function range(from: string, to: string, minor: number) {
  const entries: Record<string, string> = {};
  for (let month = monthFromText(from); month <= monthFromText(to); month++) {
    entries[monthText(month)] = String(minor);
  }
  return entries;
}

/** An amount in EUR. */
export const euro = (amount: string) => ({ amount, currency: 'EUR' });
