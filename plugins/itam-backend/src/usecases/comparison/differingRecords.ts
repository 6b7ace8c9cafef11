import type { ComparedLine } from '@backstage-itam/plugin-itam-common';

/** Refs of the records whose cost is not the same in both periods. */
export function differingRecords(
  base: readonly ComparedLine[],
  current: readonly ComparedLine[],
): Set<string> {
  const name = ({ key, currency }: ComparedLine) => `${key} ${currency}`;
  const before = new Map(base.map(line => [name(line), line]));
  const differing = new Set<string>();
  for (const line of current) {
    const other = before.get(name(line));
    before.delete(name(line));
    if (other?.minor !== line.minor) {
      differing.add(line.key);
    }
  }
  before.forEach(line => differing.add(line.key));
  return differing;
}

/** Lines of a comparison, and what is left out of them. */
export interface ChangedLines {
  base: ComparedLine[];
  current: ComparedLine[];
  /** What the lines that are the same come to in either period, converted. */
  sameMinor: bigint;
}

/**
 * The lines with anything to explain: of a large estate most are the same in
 * both periods. Call it once quantities are known.
 */
export function changedLines(
  base: readonly ComparedLine[],
  current: readonly ComparedLine[],
): ChangedLines {
  const name = ({ key, currency }: ComparedLine) => `${key} ${currency}`;
  const before = new Map(base.map(line => [name(line), line]));
  const changed: ChangedLines = { base: [], current: [], sameMinor: 0n };
  for (const line of current) {
    const other = before.get(name(line));
    if (other && isSame(other, line)) {
      before.delete(name(line));
      changed.sameMinor += line.convertedMinor ?? 0n;
    } else {
      changed.current.push(line);
    }
  }
  changed.base.push(...before.values());
  return changed;
}

function isSame(a: ComparedLine, b: ComparedLine): boolean {
  return (
    a.minor === b.minor &&
    a.convertedMinor === b.convertedMinor &&
    a.wholeMinor === b.wholeMinor &&
    a.scheduleMinor === b.scheduleMinor &&
    a.adjustmentMinor === b.adjustmentMinor &&
    a.quantity?.numerator === b.quantity?.numerator &&
    a.quantity?.denominator === b.quantity?.denominator
  );
}
