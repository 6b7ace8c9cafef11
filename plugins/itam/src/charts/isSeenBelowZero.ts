/** Part of the highest column from which on something can be seen. */
const SEEN = 0.01;

/**
 * Whether stacked columns reach so far below zero that it can be seen. Where
 * they do not, the axis need not go there, which takes a whole step of it. For
 * drawing only.
 */
export function isSeenBelowZero(
  series: readonly { amounts: readonly string[] }[],
): boolean {
  const highest = (sign: 1 | -1) => {
    const sums: number[] = [];
    for (const { amounts } of series) {
      amounts.forEach((amount, at) => {
        sums[at] = (sums[at] ?? 0) + Math.max(0, sign * Number(amount));
      });
    }
    return Math.max(0, ...sums);
  };
  return highest(-1) > SEEN * highest(1);
}
