import {
  type CostBasis,
  type CostDimension,
  isMonthText,
} from '@backstage-itam/plugin-itam-common';

/**
 * What a cost page shows, as its address holds it.
 */
export interface CostView {
  /** First month; the register's default when absent. */
  from?: string;
  /** Last month, inclusive. */
  to?: string;
  /** The month in focus. */
  month?: string;
  by: CostDimension;
  basis?: CostBasis;
  currency?: string;
}

/** Dimensions in the order people are offered them. */
export const DIMENSIONS: readonly CostDimension[] = [
  'category',
  'record',
  'service',
  'owner',
  'supplier',
  'class',
  'cost-center',
  'currency',
];

const BASES: readonly CostBasis[] = ['used', 'owned'];

/**
 * Reads a view from an address; what makes no sense is left out.
 */
export function readCostView(search: URLSearchParams): CostView {
  const month = (name: string) => {
    const text = search.get(name);
    return text && isMonthText(text) ? text : undefined;
  };
  const from = month('from');
  const to = month('to');
  const currency = search.get('currency') ?? '';
  return {
    ...(from && to && from > to ? {} : { from, to }),
    month: month('month'),
    by: DIMENSIONS.find(by => by === search.get('by')) ?? 'category',
    basis: BASES.find(basis => basis === search.get('basis')),
    currency: /^[A-Z]{3}$/.test(currency) ? currency : undefined,
  };
}

/**
 * Writes a view into an address, leaving other parameters alone.
 */
export function writeCostView(
  search: URLSearchParams,
  change: Partial<CostView>,
): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined || (name === 'by' && value === 'category')) {
      next.delete(name);
    } else {
      next.set(name, value);
    }
  }
  return next;
}
