import {
  addDays,
  currentTerm,
  lastNoticeDay,
  type CostRecord,
} from '@backstage-itam/plugin-itam-common';

/**
 * A date on which something of a record ends.
 */
export interface RecordEnd {
  /** ISO calendar date, inclusive. */
  on: string;
  kind: 'warranty' | 'term' | 'end-of-life' | 'notice';
}

/**
 * The next date that matters: the earliest that is not over, else the latest
 * of those that are.
 */
export function nextEnd(
  record: CostRecord,
  date: string,
): RecordEnd | undefined {
  const ends = endsOf(record, date).sort((a, b) => (a.on < b.on ? -1 : 1));
  return ends.find(end => end.on >= date) ?? ends[ends.length - 1];
}

function endsOf(record: CostRecord, date: string): RecordEnd[] {
  if (record.kind === 'Asset') {
    const { warranty, endOfLife, supportUntil, rights } = record.spec;
    return [
      ...endOn(warranty?.until, 'warranty'),
      ...endOn(endOfLife, 'end-of-life'),
      ...endOn(supportUntil, 'end-of-life'),
      ...endOn(rights?.until, 'term'),
    ];
  }
  if (record.kind === 'License') {
    return endOn(record.spec.term?.end, 'term');
  }
  const { endExclusive } = currentTerm(record.spec, date);
  if (endExclusive === null) {
    return [];
  }
  const noticeDay = record.spec.renewal?.noticeGiven
    ? null
    : lastNoticeDay(record.spec, endExclusive);
  return [
    ...endOn(noticeDay ?? undefined, 'notice'),
    ...endOn(addDays(endExclusive, -1), 'term'),
  ];
}

function endOn(on: string | undefined, kind: RecordEnd['kind']): RecordEnd[] {
  return on === undefined ? [] : [{ on, kind }];
}
