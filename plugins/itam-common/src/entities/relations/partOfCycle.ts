/**
 * The cycle a record would close by being part of its parent; undefined when
 * there is none.
 *
 * Follows `parentOf` upwards from the record. The answer names each ref of the
 * cycle once, the record first. A cycle further up that the record is no part
 * of is not its problem: it ends the search, so that the function terminates
 * on any data.
 * @public
 */
export function findPartOfCycle(
  ref: string,
  parentOf: (ref: string) => string | undefined,
): string[] | undefined {
  const path = [ref];
  const seen = new Set(path);
  for (
    let parent = parentOf(ref);
    parent !== undefined;
    parent = parentOf(parent)
  ) {
    if (parent === ref) {
      return path;
    }
    if (seen.has(parent)) {
      return undefined;
    }
    seen.add(parent);
    path.push(parent);
  }
  return undefined;
}
