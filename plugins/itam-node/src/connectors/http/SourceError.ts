/**
 * A source does not answer as it should. The message may be shown to people:
 * it holds no secret, and nothing of what the source answered.
 *
 * @public
 */
export class SourceError extends Error {
  constructor(
    message: string,
    /**
     * `refused`: it does not let us; `unavailable`: it does not answer for
     * now; `answer`: it answers something else than it documents.
     */
    readonly reason: 'refused' | 'unavailable' | 'answer',
    /** The status it answered with, and how long it asks us to wait. */
    readonly answered: { status?: number; retryAfterMs?: number } = {},
  ) {
    super(message);
    this.name = 'SourceError';
  }
}
