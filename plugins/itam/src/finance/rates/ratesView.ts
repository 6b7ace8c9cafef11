import {
  isMonthText,
  type RateQuery,
} from '@backstage-itam/plugin-itam-common';
import { DateTime } from 'luxon';
import type { AddressChange } from '../../view';

/** Rates on a page. */
export const RATE_PAGE_SIZES = [25, 50, 100];

/** Which rates are shown, as the address holds it. */
export interface RatesView {
  rateCurrency?: string;
  rateFrom?: string;
  rateTo?: string;
  limit: number;
  cursor?: string;
}

/** What changes in an address; undefined takes a parameter away. */
export type RatesChange = AddressChange<keyof RatesView>;

/**
 * Reads a view from an address; what makes no sense is left out.
 */
export function readRatesView(search: URLSearchParams): RatesView {
  const month = (name: string) => {
    const text = search.get(name);
    return text && isMonthText(text) ? text : undefined;
  };
  const currency = search.get('rateCurrency') ?? '';
  const limit = Number(search.get('limit'));
  return {
    rateCurrency: /^[A-Z]{3}$/.test(currency) ? currency : undefined,
    rateFrom: month('rateFrom'),
    rateTo: month('rateTo'),
    limit: RATE_PAGE_SIZES.includes(limit) ? limit : RATE_PAGE_SIZES[0],
    cursor: search.get('cursor') ?? undefined,
  };
}

/**
 * The question to the register: whole months become their first and last day.
 */
export function rateQueryOf(view: RatesView): RateQuery {
  return {
    currency: view.rateCurrency,
    from: view.rateFrom && `${view.rateFrom}-01`,
    to:
      view.rateTo &&
      (DateTime.fromISO(`${view.rateTo}-01`).endOf('month').toISODate() ??
        undefined),
    limit: view.limit,
    cursor: view.cursor,
  };
}
