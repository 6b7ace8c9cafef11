import type { AssetSpec } from '../entities/types';
import { monthOf, type MonthIndex } from '../values';
import type { DepreciationRule } from './types';

/**
 * The months in which an asset stands in the books: from the month of its
 * purchase, or of its first day in service where that is earlier, to the month
 * before its disposal.
 */
export interface Holding {
  /** First month in the books. */
  firstMonth: MonthIndex;
  /** Month of the disposal, the first one out of the books; null: none. */
  disposalMonth: MonthIndex | null;
}

/** When an asset with a depreciation is in the books. */
export function holdingOf(spec: AssetSpec, rule: DepreciationRule): Holding {
  const purchased = spec.financials?.purchase?.date ?? rule.inService;
  return {
    firstMonth: Math.min(monthOf(purchased), monthOf(rule.inService)),
    disposalMonth: rule.disposedOn === null ? null : monthOf(rule.disposedOn),
  };
}

/** Whether an asset is in the books at the end of a month. */
export function isHeldAtEndOf(holding: Holding, month: MonthIndex): boolean {
  const { firstMonth, disposalMonth } = holding;
  return (
    month >= firstMonth && (disposalMonth === null || month < disposalMonth)
  );
}
