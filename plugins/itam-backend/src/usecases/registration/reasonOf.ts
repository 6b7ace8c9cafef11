import { ItamValidationError } from '@backstage-itam/plugin-itam-common';
import { lineProblems } from '../records/inputProblems';

/**
 * The reason somebody gives, as it is kept; undefined for none.
 *
 * Throws ItamValidationError (400) for more than a line of plain text.
 */
export function reasonOf(
  ref: string,
  reason: string | undefined,
): string | undefined {
  const problems = lineProblems('reason', reason);
  if (problems.length > 0) {
    throw new ItamValidationError({ ref, problems });
  }
  return reason?.trim();
}
