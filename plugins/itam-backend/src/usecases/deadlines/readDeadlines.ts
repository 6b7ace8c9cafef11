import {
  recordDeadlines,
  type ItamKind,
  type RecordDeadline,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type {
  DeadlineRange,
  DeadlineRow,
  IdPage,
} from '../../stores/deadlines/deadlineRow';
import { listEndingRecords } from '../../stores/deadlines/endingRecords';
import { listLoansDue } from '../../stores/deadlines/loansDue';
import { listServicingsDue } from '../../stores/deadlines/servicingsDue';
import { readStoredRecords } from '../../stores/records/storedRecord';

const ROWS_AT_A_TIME = 500;

/** What has to be done until a day. */
export type DeadlineKind =
  | RecordDeadline['kind']
  | 'servicing-due'
  | 'loan-due';

/** A day until which something has to be done with a record. */
export interface Deadline {
  kind: DeadlineKind;
  /** ISO calendar date, inclusive. */
  on: string;
  /**
   * Tells deadlines of one kind and record apart, and stays when the day is
   * moved: the term, the servicing or the loan.
   */
  part: string;
  /** What is due, where the record does not say it. */
  detail?: string;
  record: {
    ref: string;
    kind: ItamKind;
    title: string;
    version: number;
    /** ISO instant of the last change. */
    updatedAt: string;
  };
  ownerRef: string | null;
  /** Who has it: a borrower, or else the assignee. */
  holderRef: string | null;
}

/**
 * The deadlines of records in a range of days, a part at a time; of each kind
 * by id.
 *
 * Ends before today are found only of records that have no other end in the
 * range, unless the range has no last day.
 */
export async function* readDeadlines(
  knex: Knex,
  kinds: ReadonlySet<DeadlineKind>,
  range: DeadlineRange,
): AsyncGenerator<Deadline[]> {
  const ends = ['notice', 'contract-end', 'licence-end', 'warranty-end'];
  if ([...kinds].some(kind => ends.includes(kind))) {
    const rows = inPages(page => listEndingRecords(knex, range, page), idOf);
    for await (const part of rows) {
      const found = await endsOf(knex, part, range);
      yield found.filter(({ kind }) => kinds.has(kind));
    }
  }
  if (kinds.has('servicing-due')) {
    const rows = inPages(
      page => listServicingsDue(knex, range, page),
      row => row.servicing_id,
    );
    for await (const part of rows) {
      yield part.map(row => ({
        ...deadlineOf(row),
        kind: 'servicing-due' as const,
        on: row.next_due,
        part: String(row.servicing_id),
        detail: row.servicing_title,
      }));
    }
  }
  if (kinds.has('loan-due')) {
    const rows = inPages(
      page => listLoansDue(knex, range, page),
      row => row.holding_id,
    );
    for await (const part of rows) {
      yield part.map(row => ({
        ...deadlineOf(row),
        kind: 'loan-due' as const,
        on: row.due_back,
        part: String(row.holding_id),
        holderRef: row.to_ref,
      }));
    }
  }
}

async function endsOf(
  knex: Knex,
  rows: readonly DeadlineRow[],
  { from, to, today }: DeadlineRange,
): Promise<Deadline[]> {
  const stored = await readStoredRecords(
    knex,
    rows.map(row => row.ref),
  );
  return rows.flatMap(row => {
    const record = stored.get(row.ref)?.record;
    return record === undefined
      ? []
      : recordDeadlines(record, today)
          .filter(({ on }) => on >= from && (to === undefined || on <= to))
          .map(({ kind, on, term }) => ({
            ...deadlineOf(row),
            kind,
            on,
            part: term,
          }));
  });
}

function deadlineOf(
  row: DeadlineRow,
): Pick<Deadline, 'record' | 'ownerRef' | 'holderRef'> {
  const { ref, kind, title, version, updated_at: updatedAt } = row;
  return {
    record: { ref, kind, title, version, updatedAt },
    ownerRef: row.owner_ref,
    holderRef: row.assignee_ref,
  };
}

function idOf(row: DeadlineRow): number {
  return row.id;
}

async function* inPages<T>(
  list: (page: IdPage) => Promise<T[]>,
  positionOf: (row: T) => number,
): AsyncGenerator<T[]> {
  let after = 0;
  for (;;) {
    const rows = await list({ after, limit: ROWS_AT_A_TIME });
    if (rows.length > 0) {
      yield rows;
      after = positionOf(rows[rows.length - 1]);
    }
    if (rows.length < ROWS_AT_A_TIME) {
      return;
    }
  }
}
