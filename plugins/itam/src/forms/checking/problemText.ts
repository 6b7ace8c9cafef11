import type { ServerProblem } from './serverProblems';

/**
 * A problem as it stands at its field: the catalog's words without the path,
 * which the label says.
 */
export function problemText({ path, message }: ServerProblem): string {
  const prefix = `${path}: `;
  const text = message.startsWith(prefix)
    ? message.slice(prefix.length)
    : message;
  return text.charAt(0).toUpperCase() + text.slice(1);
}
