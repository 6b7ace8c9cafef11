/** Whether at least one of the wanted values is among the held ones. */
export function containsAny(
  held: readonly string[],
  wanted: readonly string[],
): boolean {
  return wanted.some(value => held.includes(value));
}
