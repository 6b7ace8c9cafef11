import { CurrencySums } from './costFigures';

/**
 * What belongs to each node itself, from totals that include everything below
 * it: the total less the direct figures of all nodes below, from the leaves
 * upwards. A node below two others is taken off each of them once.
 *
 * Undefined when nodes are above each other in a circle: totals cannot tell
 * them apart then.
 */
export function directFigures(
  totals: ReadonlyMap<string, CurrencySums>,
  pairs: readonly { ancestor: string; descendant: string }[],
  months: number,
): Map<string, CurrencySums> | undefined {
  const below = new Map<string, Set<string>>();
  for (const { ancestor, descendant } of pairs) {
    const set = below.get(ancestor) ?? new Set();
    below.set(ancestor, set.add(descendant));
  }
  for (const { ancestor, descendant } of pairs) {
    if (below.get(descendant)?.has(ancestor)) {
      return undefined;
    }
  }
  const keys = [...new Set([...totals.keys(), ...below.keys()])].sort(
    (a, b) => (below.get(a)?.size ?? 0) - (below.get(b)?.size ?? 0),
  );
  const direct = new Map<string, CurrencySums>();
  for (const key of keys) {
    const own = new CurrencySums(months);
    const total = totals.get(key);
    if (total) {
      own.addAll(total);
    }
    for (const descendant of below.get(key) ?? []) {
      const part = direct.get(descendant);
      if (part) {
        own.takeAll(part);
      }
    }
    direct.set(key, own);
  }
  return direct;
}
