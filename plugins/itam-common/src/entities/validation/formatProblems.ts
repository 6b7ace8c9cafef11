import { quoteText } from './describe';
import type { ValidationProblem } from './ValidationProblem';

/** More would only hide the first ones, and is stored with the entity. */
const MAX_LINES = 100;

/**
 * The one message about all problems of an entity: a heading, then one line
 * for each problem with its path, what was found and what is allowed.
 *
 * Beyond 100 problems the rest is counted. The ref is shown as given when it
 * looks like one, quoted otherwise.
 * @public
 */
export function formatProblems(
  ref: string,
  problems: readonly ValidationProblem[],
): string {
  const shownRef = /^[\w:/.-]{1,200}$/.test(ref) ? ref : quoteText(ref);
  const count =
    problems.length === 1 ? '1 problem' : `${problems.length} problems`;
  const lines = problems
    .slice(0, MAX_LINES)
    .map(problem => `- ${problem.message}`);
  if (problems.length > MAX_LINES) {
    lines.push(`- and ${problems.length - MAX_LINES} more`);
  }
  return [`${shownRef} has ${count}:`, ...lines].join('\n');
}
