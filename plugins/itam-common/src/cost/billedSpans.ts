import { accrual } from '../values';
import type { CostSpan } from './spans';
import type { CostRecord, CostView } from './types';

/**
 * What bills say a record cost in one view, in full in the month each says.
 * It was billed, so it counts whatever the stage of the record, and after it
 * was removed too.
 */
export function billedSpans(record: CostRecord, view: CostView): CostSpan[] {
  return (record.billed ?? [])
    .filter(billed => billed.view === view)
    .map(({ month, minor, currency }) => ({
      ...accrual(minor, month, 1),
      category: billedCategory(record),
      certainty: 'actual',
      currency,
    }));
}

/** What billed amounts count as: with what the kind costs otherwise. */
export function billedCategory({
  kind,
}: CostRecord): 'charge' | 'license' | 'contract' {
  switch (kind) {
    case 'Asset':
      return 'charge';
    case 'License':
      return 'license';
    default:
      return 'contract';
  }
}
