import type { Knex } from 'knex';
import { sumCosts } from '../../stores/queries/costSums';
import { readLargestRecords } from '../../stores/queries/largestRecords';
import type { CurrencySums } from './costFigures';
import { scopeOf } from './costScope';
import { categoryOf, FigureGroups, MAX_LINES, OTHER } from './figureGroups';
import type { NodeQuestion } from './readCostQuestion';

/**
 * What each record costs a node: the largest by month, the rest together as
 * one line. Of an estate with many records the months of the few that are
 * shown are summed, and no others.
 *
 * @param total - What the node costs altogether; asked only when there is a
 * rest
 * @param limit - How many records have a line of their own
 */
export async function recordFigures(
  knex: Knex,
  question: NodeQuestion,
  total: () => Promise<CurrencySums>,
  limit = MAX_LINES,
): Promise<FigureGroups> {
  const { view, fromMonth, toMonthExclusive } = question;
  const groups = new FigureGroups(toMonthExclusive - fromMonth);
  const asked = {
    view,
    certainties: ['actual'],
    scope: scopeOf(question),
    fromMonth,
    toMonthExclusive,
  } as const;
  const largest = await readLargestRecords(knex, asked, limit);
  if (largest.recordIds.length === 0) {
    return groups;
  }
  const sums = await sumCosts(knex, {
    ...asked,
    by: 'record',
    recordIds: largest.complete ? undefined : largest.recordIds,
  });
  const shown = groups.empty();
  for (const sum of sums) {
    const group = groups.of(sum.key);
    group.categories.add(categoryOf(sum.category));
    group.sums.add(sum.currency, sum.month - fromMonth, sum.minor);
    shown.add(sum.currency, sum.month - fromMonth, sum.minor);
  }
  if (!largest.complete) {
    const rest = groups.of(OTHER).sums;
    rest.addAll(await total());
    rest.takeAll(shown);
  }
  return groups;
}
