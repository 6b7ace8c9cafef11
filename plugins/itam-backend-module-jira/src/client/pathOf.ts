/** A path with parameters, in which a blank is never written as a plus. */
export function pathOf(
  path: string,
  parameters: readonly [string, string][],
): string {
  const query = new URLSearchParams(
    parameters.map(([name, value]) => [name, value]),
  );
  return `${path}?${query.toString().replaceAll('+', '%20')}`;
}
