import type { MonthIndex } from '../values';
import { coveredRecordSegments } from './costSegments';
import type { ContractRecord } from './distribution';
import { invoicedSegments } from './invoicedSegments';
import type { CostOptions } from './options';
import type { CurrencySums } from './rollUp';
import { segmentTotal, sliceAmount } from './segmentValue';
import type { CostContext, CostRecord } from './types';

/**
 * What owning a record costs, by kind, per currency in minor units.
 *
 * Purchase and depreciation are two views of the same money: depreciation is
 * no part of it.
 * @public
 */
export interface CostOfOwnership {
  /** What was paid for it. */
  purchase: CurrencySums;
  /** What was added to its value since. */
  improvements: CurrencySums;
  /** Its own charges and, for a licence, its price. */
  charges: CurrencySums;
  /** What maintaining it cost. */
  servicings: CurrencySums;
  /** Its part of the contracts that cover it. */
  contracts: CurrencySums;
  /** Negative: what was received. */
  proceeds: CurrencySums;
  /** All the others added up. */
  total: CurrencySums;
}

const KIND_OF = {
  purchase: 'purchase',
  improvement: 'improvements',
  proceeds: 'proceeds',
  charge: 'charges',
  license: 'charges',
  contract: 'charges',
  servicing: 'servicings',
} as const;

/**
 * Purchase + improvements + own charges + servicings + distributed contract
 * cost − proceeds, of everything up to a month.
 *
 * `contracts` are those that cover the record. Throws {@link UnsupportedDepreciationError}.
 * @public
 */
export function costOfOwnership(
  record: CostRecord,
  contracts: readonly ContractRecord[],
  context: CostContext,
  options: CostOptions,
  toMonthExclusive: MonthIndex,
): CostOfOwnership {
  const result: CostOfOwnership = {
    purchase: new Map(),
    improvements: new Map(),
    charges: new Map(),
    servicings: new Map(),
    contracts: new Map(),
    proceeds: new Map(),
    total: new Map(),
  };
  const add = (
    kind: Exclude<keyof CostOfOwnership, 'total'>,
    currency: string,
    minor: bigint,
  ) => {
    for (const sums of [result[kind], result.total]) {
      sums.set(currency, (sums.get(currency) ?? 0n) + minor);
    }
  };
  for (const segment of invoicedSegments(record, context, options)) {
    if (segment.startMonth < toMonthExclusive) {
      add(
        KIND_OF[segment.category],
        segment.currency,
        segmentTotal(segment, segment.startMonth, toMonthExclusive),
      );
    }
  }
  for (const contract of contracts) {
    for (const segment of coveredRecordSegments(contract, context, options)) {
      for (const slice of segment.slices) {
        if (slice.serviceRef === record.ref) {
          const units = toMonthExclusive - segment.startMonth;
          add(
            'contracts',
            segment.currency,
            sliceAmount(segment, slice, 0, units),
          );
        }
      }
    }
  }
  return result;
}
