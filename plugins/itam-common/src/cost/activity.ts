import { depreciationStart } from '../depreciation';
import { type Interval, monthOf } from '../values';
import type { CostRecord } from './types';

/**
 * The months in which a record is there to be covered by a contract: an asset
 * from being in service (deployed or later) to the month before its disposal,
 * a licence over its term; both through the month of their removal.
 */
export function activeMonths(record: CostRecord): Interval {
  const removed =
    record.removedOn === null ? Infinity : monthOf(record.removedOn) + 1;
  switch (record.kind) {
    case 'Asset': {
      const { stage, disposal } = record.spec;
      if (stage === 'planning' || stage === 'procurement') {
        return { from: 0, toExclusive: 0 };
      }
      const start = depreciationStart(record.spec);
      const gone = disposal ? monthOf(disposal.date) : Infinity;
      return {
        from: start === undefined ? -Infinity : monthOf(start),
        toExclusive: Math.min(gone, removed),
      };
    }
    case 'License': {
      const { term } = record.spec;
      const end = term?.end === undefined ? Infinity : monthOf(term.end) + 1;
      return {
        from: term ? monthOf(term.start) : -Infinity,
        toExclusive: Math.min(end, removed),
      };
    }
    default:
      return { from: -Infinity, toExclusive: removed };
  }
}
