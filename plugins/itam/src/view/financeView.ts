import {
  type CostViewName,
  isMonthText,
} from '@backstage-itam/plugin-itam-common';
import { type CostView, readCostView, writeCostView } from './costView';

/** Everything there is, as the register names it. */
export const EVERYTHING = 'all';

/**
 * What a page of IT Assets › Finance shows, as its address holds it.
 */
export interface FinanceView extends CostView {
  /** The node: an entity ref, `supplier:…`, `class:…`, `cost-center:…`, `all`. */
  of: string;
  view: CostViewName;
  /** First month of the period compared with. */
  baseFrom?: string;
  /** Its last month, inclusive. */
  baseTo?: string;
}

/**
 * Reads a view from an address; what makes no sense is left out.
 */
export function readFinanceView(search: URLSearchParams): FinanceView {
  const month = (name: string) => {
    const text = search.get(name);
    return text && isMonthText(text) ? text : undefined;
  };
  const baseFrom = month('baseFrom');
  const baseTo = month('baseTo');
  return {
    ...readCostView(search),
    of: search.get('of')?.slice(0, 200) || EVERYTHING,
    view: search.get('view') === 'invoiced' ? 'invoiced' : 'accrued',
    ...(baseFrom && baseTo && baseFrom > baseTo ? {} : { baseFrom, baseTo }),
  };
}

/**
 * Writes a view into an address, leaving other parameters alone and defaults
 * out.
 */
export function writeFinanceView(
  search: URLSearchParams,
  change: Partial<FinanceView>,
): URLSearchParams {
  const next = writeCostView(search, change);
  if (next.get('of') === EVERYTHING) {
    next.delete('of');
  }
  if (next.get('view') === 'accrued') {
    next.delete('view');
  }
  return next;
}
