import {
  type CostBasis,
  isMonthText,
} from '@backstage-itam/plugin-itam-common';

/** What the organisation does not hold, as branches of their own. */
export const BRANCHES = ['orphans', 'leavers', 'shadow-it'] as const;

/** @see BRANCHES */
export type Branch = (typeof BRANCHES)[number];

/**
 * What the page shows, as its address holds it:
 * `?of=group:default/payments&basis=used&month=2026-10`, or `?of=orphans`.
 */
export interface OwnershipView {
  /** A group's ref. */
  group?: string;
  branch?: Branch;
  basis: CostBasis;
  month?: string;
}

/**
 * Reads a view from an address; what makes no sense is left out.
 */
export function readOwnershipView(search: URLSearchParams): OwnershipView {
  const of = search.get('of') ?? '';
  const month = search.get('month') ?? '';
  return {
    branch: BRANCHES.find(branch => branch === of),
    group: /^group:./.test(of) ? of.slice(0, 200) : undefined,
    basis: search.get('basis') === 'used' ? 'used' : 'owned',
    month: isMonthText(month) ? month : undefined,
  };
}

/**
 * The address of another group or branch; basis and month are kept, what
 * belongs to the place left behind is not.
 */
export function addressOf(search: URLSearchParams, of: string): string {
  const next = new URLSearchParams({ of });
  for (const name of ['basis', 'month']) {
    const value = search.get(name);
    if (value) {
      next.set(name, value);
    }
  }
  return `?${next}`;
}
