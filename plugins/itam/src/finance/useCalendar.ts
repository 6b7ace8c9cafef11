import { useApi } from '@backstage/core-plugin-api';
import { itamApiRef } from '../api';
import { type Loaded, useLoad } from '../loading';
import type { Calendar } from '../view';

/**
 * The register's current month and fiscal year, as its default forecast of a
 * node shows them.
 */
export function useCalendar(of: string): Loaded<Calendar> {
  const api = useApi(itamApiRef);
  return useLoad(of, async () => {
    const { currentMonth, from } = await api.getForecast({ of });
    return { currentMonth, fiscalYearFrom: from };
  });
}
