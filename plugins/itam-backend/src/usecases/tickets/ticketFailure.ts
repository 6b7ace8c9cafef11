import { SourceError } from '@backstage-itam/plugin-itam-node';

/** Why a source does not answer, and when it is asked again. */
export interface TicketFailure {
  reason: 'rate-limited' | 'unauthorised' | 'unreachable' | 'unexpected';
  message: string;
  /** Since when, in milliseconds. */
  since: number;
  /** Not asked again before. */
  retryAt: number;
}

/** A source that failed is left alone so long. */
const REST_MS = 30_000;
/** However long it asks us to wait, it is tried again after this. */
const MOST_REST_MS = 60 * 60_000;

/** What an error of a source means. */
export function ticketFailure(
  error: unknown,
  now: number,
  since: number,
): TicketFailure {
  const answered = error instanceof SourceError ? error.answered : {};
  const asked = answered.retryAfterMs ?? 0;
  return {
    reason: reasonOf(error),
    message:
      error instanceof SourceError
        ? error.message
        : 'The tool gave no answer in time',
    since,
    retryAt: now + Math.min(Math.max(asked, REST_MS), MOST_REST_MS),
  };
}

function reasonOf(error: unknown): TicketFailure['reason'] {
  if (!(error instanceof SourceError)) {
    return 'unreachable';
  }
  if (error.answered.status === 429) {
    return 'rate-limited';
  }
  switch (error.reason) {
    case 'refused':
      return 'unauthorised';
    case 'unavailable':
      return 'unreachable';
    default:
      return 'unexpected';
  }
}
