import {
  forecastEvents,
  formatAmount,
  monthText,
  renewalStartMonths,
  type ForecastAnswer,
  type MonthIndex,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  readFutureCosts,
  readFutureRecords,
  type FutureCost,
} from '../../stores/queries/futureCosts';
import { readStoredRecords } from '../../stores/records/storedRecord';
import { scopeOf } from '../costs/costScope';
import type { NodeQuestion } from '../costs/readCostQuestion';
import type { ReadContext } from '../records/readContext';

/** Events one forecast names at most. */
export const MAX_EVENTS = 200;

/**
 * Why a node has costs that are not actual: the first events in a range, of
 * records the caller may read. What began before the range is dated by its
 * first month.
 */
export async function readForecastEvents(
  knex: Knex,
  context: Pick<ReadContext, 'access' | 'today'>,
  question: NodeQuestion,
): Promise<ForecastAnswer['events']> {
  const query = { ...question, scope: scopeOf(question) };
  // Every record has an event at its first cost, so that the first events
  // are found among as many first records.
  const records = await readFutureRecords(
    knex,
    query,
    context.access,
    context.today,
    MAX_EVENTS,
  );
  const costs = await readFutureCosts(knex, query, records);
  const terms = await readTermStarts(knex, costs, question.toMonthExclusive);
  const titles = new Map(costs.map(cost => [cost.recordRef, cost.title]));
  return forecastEvents(
    costs,
    cost => cost.minor,
    ref => terms.get(ref) ?? [],
  )
    .slice(0, MAX_EVENTS)
    .map(event => ({
      kind: event.kind,
      certainty: event.certainty,
      month: monthText(Math.max(question.fromMonth, event.month)),
      ref: event.recordRef,
      title: titles.get(event.recordRef) ?? event.recordRef,
      recordKind: event.recordKind,
      amount: {
        amount: formatAmount(event.minor, event.currency),
        currency: event.currency,
      },
    }));
}

async function readTermStarts(
  knex: Knex,
  costs: readonly FutureCost[],
  toMonthExclusive: MonthIndex,
): Promise<Map<string, MonthIndex[]>> {
  const refs = costs
    .filter(({ recordKind }) => recordKind === 'Contract')
    .map(({ recordRef }) => recordRef);
  const stored = await readStoredRecords(knex, [...new Set(refs)]);
  return new Map(
    [...stored].flatMap(([ref, { record }]) =>
      record.kind === 'Contract'
        ? [[ref, renewalStartMonths(record.spec, toMonthExclusive)] as const]
        : [],
    ),
  );
}
