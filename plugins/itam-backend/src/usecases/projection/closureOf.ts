import type { Closure } from '../../stores/projection/catalogGraph';

/**
 * All ancestors of every ref, itself included, with the shortest distance.
 *
 * Cycles end: members of a cycle are ancestors of each other.
 */
export function closureOf(
  refs: Iterable<string>,
  parents: ReadonlyMap<string, readonly string[]>,
): Closure {
  const closure: Closure = new Map();
  for (const ref of refs) {
    const depths = new Map([[ref, 0]]);
    let level = [ref];
    for (let depth = 1; level.length > 0; depth++) {
      const next: string[] = [];
      for (const current of level) {
        for (const parent of parents.get(current) ?? []) {
          if (!depths.has(parent)) {
            depths.set(parent, depth);
            next.push(parent);
          }
        }
      }
      level = next;
    }
    closure.set(ref, depths);
  }
  return closure;
}
