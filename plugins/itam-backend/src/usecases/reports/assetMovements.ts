import {
  fixedAssetRollForward,
  monthOf,
  UnsupportedDepreciationError,
  type CostRecord,
  type DepreciationOptions,
  type FixedAssetLine,
} from '@backstage-itam/plugin-itam-common';

/** What became of an asset in a range of months. */
export type AssetMovements =
  | { kind: 'moved'; line: FixedAssetLine }
  /** It has a purchase but no schedule, or none that can be computed. */
  | { kind: 'without-schedule' }
  /** No purchase, or not in the books in that range. */
  | { kind: 'absent' };

/**
 * The movements of one asset over months [fromMonth, toMonthExclusive).
 *
 * An asset whose record was removed without a disposal goes out of the books
 * at the end of that month, as its costs do.
 */
export function assetMovements(
  asset: CostRecord & { kind: 'Asset' },
  fromMonth: number,
  toMonthExclusive: number,
  options: DepreciationOptions,
): AssetMovements {
  const lastMonth =
    asset.removedOn === null ? undefined : monthOf(asset.removedOn);
  if (lastMonth !== undefined && lastMonth < fromMonth) {
    return { kind: 'absent' };
  }
  const removed = lastMonth !== undefined && lastMonth < toMonthExclusive;
  try {
    const { lines, withoutSchedule } = fixedAssetRollForward(
      [{ key: asset.ref, spec: asset.spec }],
      fromMonth,
      removed ? lastMonth + 1 : toMonthExclusive,
      options,
    );
    const [line] = lines;
    if (line) {
      return { kind: 'moved', line: removed ? gone(line) : line };
    }
    return { kind: withoutSchedule.length > 0 ? 'without-schedule' : 'absent' };
  } catch (error) {
    if (error instanceof UnsupportedDepreciationError) {
      return { kind: 'without-schedule' };
    }
    throw error;
  }
}

/** Takes what is left at the end out of the books. */
function gone(line: FixedAssetLine): FixedAssetLine {
  return {
    ...line,
    disposalsMinor: line.disposalsMinor + line.closingCostMinor,
    closingCostMinor: 0n,
    depreciationDisposedMinor:
      line.depreciationDisposedMinor + line.closingDepreciationMinor,
    closingDepreciationMinor: 0n,
    impairmentDisposedMinor:
      line.impairmentDisposedMinor + line.closingImpairmentMinor,
    closingImpairmentMinor: 0n,
    closingBookMinor: 0n,
  };
}
