const MOST_LEVELS = 200;

/**
 * Whether a parsed document is nested beyond any sensible depth, which
 * includes one that contains itself through an anchor. Such a document cannot
 * be written as JSON.
 * @public
 */
export function isTooDeep(document: object): boolean {
  // A set per level: what aliases repeat is visited once on each level.
  let level = new Set<object>([document]);
  for (let depth = 0; level.size > 0; depth += 1) {
    if (depth > MOST_LEVELS) {
      return true;
    }
    const next = new Set<object>();
    for (const parent of level) {
      for (const child of Object.values(parent)) {
        if (typeof child === 'object' && child !== null) {
          next.add(child);
        }
      }
    }
    level = next;
  }
  return false;
}
