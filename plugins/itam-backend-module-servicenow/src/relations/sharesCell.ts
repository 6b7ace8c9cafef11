const WHOLE_BASIS_POINTS = 10_000;

/**
 * The cell of services in equal parts. Where some of them are no entities of
 * the catalog, the others have only their own part, and the rest is not
 * allocated; where all are, the register splits to the basis point.
 */
export function sharesCell(refs: readonly string[], nameless: number): string {
  const part = Math.floor(WHOLE_BASIS_POINTS / (refs.length + nameless)) / 100;
  return [...refs]
    .sort()
    .map(ref => (nameless === 0 ? ref : `${ref}=${part}`))
    .join('; ');
}
