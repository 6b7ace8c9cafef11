import { currentTerm, lastNoticeDay } from '../contracts';
import type { CostRecord } from '../cost';
import { addDays, type PlainDate } from '../values';

/**
 * A date of a record on which somebody has to have acted.
 * @public
 */
export interface RecordDeadline {
  /**
   * `notice`: the last day on which notice ends a contract; `contract-end` and
   * `licence-end`: the last day of the term; `warranty-end`: the last day
   * under warranty.
   */
  kind: 'notice' | 'contract-end' | 'licence-end' | 'warranty-end';
  /** Inclusive. */
  on: PlainDate;
  /**
   * First day of the term the date belongs to; empty for a warranty. Stays
   * the same when the date is moved.
   */
  term: string;
}

/**
 * All deadlines of a record, of the term that runs on a day, those that are
 * over included. A contract to which notice was given has no notice deadline
 * any more; an asset in decommissioning has no warranty anybody waits for.
 *
 * @param asOf - Decides which term runs
 * @public
 */
export function recordDeadlines(
  record: CostRecord,
  asOf: PlainDate,
): RecordDeadline[] {
  switch (record.kind) {
    case 'Asset': {
      const { stage, warranty } = record.spec;
      return warranty?.until === undefined || stage === 'decommission'
        ? []
        : [{ kind: 'warranty-end', on: warranty.until, term: '' }];
    }
    case 'License': {
      const { term } = record.spec;
      return term?.end === undefined
        ? []
        : [{ kind: 'licence-end', on: term.end, term: term.start }];
    }
    default: {
      const { start, endExclusive, noticeGiven } = currentTerm(
        record.spec,
        asOf,
      );
      if (endExclusive === null) {
        return [];
      }
      const notice = noticeGiven
        ? null
        : lastNoticeDay(record.spec, endExclusive);
      return [
        ...(notice === null
          ? []
          : [{ kind: 'notice', on: notice, term: start } as const]),
        { kind: 'contract-end', on: addDays(endExclusive, -1), term: start },
      ];
    }
  }
}
