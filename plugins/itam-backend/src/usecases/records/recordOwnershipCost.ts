import {
  costOfOwnership,
  formatAmount,
  UnsupportedDepreciationError,
  type AmountJson,
  type CostOfOwnership,
  type CostRecord,
  type RecordDetail,
} from '@backstage-itam/plugin-itam-common';
import type { ReadContext, ReadDeps } from './readContext';
import type { RecordNeighbours } from './readNeighbours';

type OwnershipCost = NonNullable<RecordDetail['ownershipCost']>;

const ITEMS: readonly OwnershipCost['items'][number]['item'][] = [
  'purchase',
  'improvements',
  'charges',
  'servicings',
  'contracts',
  'proceeds',
];

/**
 * What owning a record has cost up to the current month, per currency;
 * undefined when it has cost nothing, or its costs cannot be computed.
 *
 * @param neighbours - What its costs are computed with
 */
export function recordOwnershipCost(
  deps: Pick<ReadDeps, 'config'>,
  context: Pick<ReadContext, 'today' | 'currentMonth'>,
  record: CostRecord,
  neighbours: RecordNeighbours,
): RecordDetail['ownershipCost'] {
  const toMonthExclusive = context.currentMonth + 1;
  let cost: CostOfOwnership;
  try {
    cost = costOfOwnership(
      record,
      neighbours.contracts.flatMap(one =>
        one.kind === 'Contract' ? [one] : [],
      ),
      neighbours.costContext,
      {
        ...deps.config.depreciation,
        asOf: context.today,
        horizonMonth: toMonthExclusive,
      },
      toMonthExclusive,
    );
  } catch (error) {
    if (error instanceof UnsupportedDepreciationError) {
      return undefined;
    }
    throw error;
  }
  const items = ITEMS.map(item => ({
    item,
    amounts: amountsOf(cost[item]),
  })).filter(({ amounts }) => amounts.length > 0);
  return items.length === 0
    ? undefined
    : { items, total: amountsOf(cost.total) };
}

function amountsOf(sums: ReadonlyMap<string, bigint>): AmountJson[] {
  return [...sums]
    .filter(([, minor]) => minor !== 0n)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, minor]) => ({
      amount: formatAmount(minor, currency),
      currency,
    }));
}
