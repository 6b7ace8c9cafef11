/**
 * Order by code unit: the one order in which keys are locked and written, on
 * every replica and both engines.
 */
export function byCodeUnit(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
