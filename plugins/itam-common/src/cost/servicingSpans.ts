import { accrual, monthOf } from '../values';
import type { CostSpan } from './spans';
import type { CostRecord } from './types';

/**
 * What keeping a record working cost: in full in the month of its date, and
 * spent whatever the record's stage.
 */
export function servicingSpans(record: CostRecord): CostSpan[] {
  return (record.servicings ?? []).map(({ date, minor, currency }) => ({
    ...accrual(minor, monthOf(date), 1),
    category: 'servicing',
    certainty: 'actual',
    currency,
  }));
}
