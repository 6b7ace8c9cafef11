import { useApi } from '@backstage/core-plugin-api';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';

/** What the classes a team owns cost in one month. */
export interface ClassCosts {
  month: string;
  currency: string;
  byClass: ReadonlyMap<string, string>;
}

/**
 * What each class a team owns costs in a month, the present one when none is
 * named; undefined while it is not known, and for those who may not see it.
 */
export function useClassCosts(
  ownerRef: string,
  month: string | undefined,
): ClassCosts | undefined {
  const api = useApi(itamApiRef);
  const costs = useLoad(`${ownerRef} ${month}`, () =>
    api.getCosts({
      of: ownerRef,
      by: 'class',
      basis: 'owned',
      ...(month ? { from: month, to: month } : {}),
    }),
  );
  if (costs.state !== 'ready') {
    return undefined;
  }
  const { months, groups, total } = costs.value;
  const last = months.length - 1;
  return {
    month: months[last],
    currency: total.converted.currency,
    byClass: new Map(
      groups.map(({ key, series }) => [key, series.converted.months[last]]),
    ),
  };
}
