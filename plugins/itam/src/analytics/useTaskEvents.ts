import { useAnalytics } from '@backstage/core-plugin-api';

/**
 * What somebody did, and what the portal's analytics are told of it. Kinds and
 * counts only: no refs, names, titles, amounts or texts that people wrote, as
 * analytics may go to another company.
 */
export interface TaskEvents {
  /** Records were registered. */
  registered(what: { kind: string; count: number }): void;
  /** An import was sent off to be written. */
  importCommitted(what: { mode: string; count: number }): void;
  /** Assets went out of use, or records were retired (`record`). */
  retired(what: { to: string; count: number }): void;
  /** Seats were taken back. */
  reclaimed(what: { licences: number; seats: number }): void;
  /** A file was downloaded. */
  exported(what: { format: string }): void;
  /** Why a cost differs was looked at. */
  costExplained(what: { kind: string; basis: string; view: string }): void;
}

/** Tells the portal's analytics of the main tasks once they are done. */
export function useTaskEvents(): TaskEvents {
  const analytics = useAnalytics();
  return {
    registered: ({ kind, count }) =>
      count > 0 &&
      analytics.captureEvent('itam-register', kind, { value: count }),
    importCommitted: ({ mode, count }) =>
      analytics.captureEvent('itam-import-commit', mode, { value: count }),
    retired: ({ to, count }) =>
      count > 0 && analytics.captureEvent('itam-retire', to, { value: count }),
    reclaimed: ({ licences, seats }) =>
      seats > 0 &&
      analytics.captureEvent('itam-reclaim', 'seats', {
        value: seats,
        attributes: { licences },
      }),
    exported: ({ format }) => analytics.captureEvent('itam-export', format),
    costExplained: ({ kind, basis, view }) =>
      analytics.captureEvent('itam-cost-explanation', kind, {
        attributes: { basis, view },
      }),
  };
}
