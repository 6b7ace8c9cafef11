import { HIDDEN, type NamedGroup } from './nameGroups';
import { OTHER } from './figureGroups';

/**
 * The positions of lines in the order they are shown: by what they come to in
 * the reporting currency, largest first; what is hidden or beyond the lines
 * shown comes last. Before a conversion amounts of several currencies have no
 * order.
 *
 * @param converted - Minor units per month, in the order of the lines
 */
export function largestFirst(
  groups: readonly NamedGroup[],
  converted: readonly (readonly bigint[])[],
): number[] {
  const sizes = converted.map(months => {
    const sum = months.reduce((total, minor) => total + minor, 0n);
    return sum < 0n ? -sum : sum;
  });
  const isLast = ({ line }: NamedGroup) =>
    line.key === OTHER || line.key === HIDDEN;
  return [...groups.keys()].sort((a, b) => {
    const last = Number(isLast(groups[a])) - Number(isLast(groups[b]));
    if (last !== 0 || isLast(groups[a]) || sizes[a] === sizes[b]) {
      return last === 0 ? a - b : last;
    }
    return sizes[a] > sizes[b] ? -1 : 1;
  });
}
