import {
  formatAmount,
  type AmountJson,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { sumCosts } from '../../stores/queries/costSums';
import {
  accruedRows,
  readCostVectors,
  readModelWindow,
} from '../../stores/queries/costVectors';

/**
 * What each record costs in one month, per currency; an empty list for a
 * record without cost in that month.
 *
 * @param month - Month index, year × 12 + month − 1
 */
export async function readMonthlyCosts(
  knex: Knex,
  refs: readonly string[],
  month: number,
): Promise<Map<string, AmountJson[]>> {
  const minors = new Map(refs.map(ref => [ref, new Map<string, bigint>()]));
  const add = (ref: string, currency: string, minor: bigint) => {
    const sums = minors.get(ref);
    sums?.set(currency, (sums.get(currency) ?? 0n) + minor);
  };
  if (refs.length > 0) {
    const window = await readModelWindow(knex);
    if (window && month >= window.from && month < window.toExclusive) {
      const vectors = await readCostVectors(
        knex,
        {
          ...accruedRows('owned'),
          months: { from: month - window.from, count: 1 },
        },
        refs,
      );
      for (const { nodeKey, currency, months } of vectors) {
        add(nodeKey, currency, months[0]);
      }
    } else {
      for (const ref of refs) {
        const sums = await sumCosts(knex, {
          scope: { over: 'records', where: 'record', key: ref },
          by: 'nothing',
          fromMonth: month,
          toMonthExclusive: month + 1,
        });
        sums.forEach(sum => add(ref, sum.currency, sum.minor));
      }
    }
  }
  return new Map(
    [...minors].map(([ref, sums]) => [
      ref,
      [...sums]
        .filter(([, minor]) => minor !== 0n)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([currency, minor]) => ({
          amount: formatAmount(minor, currency),
          currency,
        })),
    ]),
  );
}
