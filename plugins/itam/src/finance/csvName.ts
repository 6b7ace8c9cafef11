/**
 * Name of a file for figures of a node over a range.
 */
export function csvName(
  what: string,
  of: string,
  range: { from: string; to: string },
): string {
  const node = of.replace(/[^a-z0-9]+/gi, '-');
  return `${what}-${node}-${range.from}-${range.to}.csv`;
}
