import type { RecordSummary } from '@backstage-itam/plugin-itam-common';
import { inParallel, problemOf, type Problem } from '../loading';
import type { Texts } from '../translation';

/** How one of many changes went. */
export interface Outcome {
  ref: string;
  title: string;
  /** Why it was not done; undefined when it was. */
  error?: string;
}

/** A record that a change cannot be sent for, and why. */
export interface LeftOut {
  record: RecordSummary;
  why: string;
}

/**
 * Changes records a few at a time; what is refused keeps no other from being
 * done.
 */
export async function changeEach(
  t: Texts,
  records: readonly RecordSummary[],
  change: (record: RecordSummary) => Promise<unknown>,
  onProgress: (done: number) => void,
): Promise<Outcome[]> {
  return inParallel(
    records,
    async (record): Promise<Outcome> => {
      const { ref, title } = record;
      try {
        await change(record);
        return { ref, title };
      } catch (error) {
        return { ref, title, error: problemText(t, problemOf(error)) };
      }
    },
    onProgress,
  );
}

/** Why something was not saved, in one line. */
export function problemText(t: Texts, problem: Problem): string {
  switch (problem.kind) {
    case 'conflict':
      return t('actions.conflict');
    case 'forbidden':
      return t('problem.forbidden');
    case 'not-found':
      return t('problem.notFound');
    default:
      return problem.fields
        ? problem.fields
            .map(({ path, allowed }) => `${path}: ${allowed}`)
            .join('; ')
        : problem.message;
  }
}

/** Why a record that is chosen can not be changed here; undefined if it can. */
export function unchangeable(
  t: Texts,
  record: RecordSummary,
): string | undefined {
  if (record.origin === 'declared') {
    return t('bulk.declared');
  }
  return record.retiredAt === undefined ? undefined : t('bulk.retired');
}
