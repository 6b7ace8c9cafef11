import type { CostCertainty } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { CostScope } from '../../stores/queries/costScopes';
import { sumCosts } from '../../stores/queries/costSums';
import { CurrencySums } from './costFigures';
import { scopeOf } from './costScope';
import type { NodeQuestion } from './readCostQuestion';

/** What a scope costs per month of a range, summed over the segments. */
export async function sumsFromSegments(
  knex: Knex,
  question: Pick<NodeQuestion, 'view' | 'fromMonth' | 'toMonthExclusive'> & {
    scope: CostScope;
    unallocatedOnly?: boolean;
  },
): Promise<CurrencySums> {
  const { view, scope, fromMonth, toMonthExclusive, unallocatedOnly } =
    question;
  const total = new CurrencySums(toMonthExclusive - fromMonth);
  const sums = await sumCosts(knex, {
    view,
    scope,
    by: 'nothing',
    fromMonth,
    toMonthExclusive,
    unallocatedOnly,
  });
  for (const sum of sums) {
    total.add(sum.currency, sum.month - fromMonth, sum.minor);
  }
  return total;
}

/** The part of a node's actual costs that no service takes. */
export async function unallocatedFromSegments(
  knex: Knex,
  question: NodeQuestion,
): Promise<CurrencySums> {
  const scope = scopeOf(question);
  return scope.over === 'records'
    ? await sumsFromSegments(knex, {
        ...question,
        scope,
        unallocatedOnly: true,
      })
    : new CurrencySums(question.toMonthExclusive - question.fromMonth);
}

/** What a node costs per month, by how sure it is. */
export async function certaintySumsFromSegments(
  knex: Knex,
  question: NodeQuestion,
  certainties: readonly CostCertainty[],
): Promise<Map<CostCertainty, CurrencySums>> {
  const { view, fromMonth, toMonthExclusive } = question;
  const found = await sumCosts(knex, {
    view,
    certainties,
    scope: scopeOf(question),
    by: 'nothing',
    fromMonth,
    toMonthExclusive,
  });
  return new Map(
    certainties.map(certainty => {
      const sums = new CurrencySums(toMonthExclusive - fromMonth);
      for (const sum of found) {
        if (sum.certainty === certainty) {
          sums.add(sum.currency, sum.month - fromMonth, sum.minor);
        }
      }
      return [certainty, sums];
    }),
  );
}
