import type {
  CostCertainty,
  CostView,
} from '@backstage-itam/plugin-itam-common';
import {
  segmentCondition,
  type CostScope,
  type SqlCondition,
} from './costScopes';

/**
 * Segments `s`, with slices `c` for scopes over slices, of one view that have
 * cost in a range of months and belong to a scope.
 */
export function segmentsIn(question: {
  view: CostView;
  certainties: readonly CostCertainty[];
  scope: CostScope;
  /** Month index, year × 12 + month − 1. */
  fromMonth: number;
  toMonthExclusive: number;
  /** Only these records. */
  recordIds?: readonly number[];
}): SqlCondition {
  const { view, certainties, fromMonth, toMonthExclusive, recordIds } =
    question;
  const within = segmentCondition(question.scope);
  const list = (values: readonly unknown[]) => values.map(() => '?').join(', ');
  return {
    sql: `s.view = ? and s.certainty in (${list(certainties)})
        and s.start_month + s.window_from < cast(? as bigint)
        and s.start_month + s.window_to > cast(? as bigint)
        and ${within.sql}
        ${recordIds ? `and s.record_id in (${list(recordIds)})` : ''}`,
    values: [
      view,
      ...certainties,
      toMonthExclusive,
      fromMonth,
      ...within.values,
      ...(recordIds ?? []),
    ],
  };
}
