import type {
  ItamSchemas,
  RenewalQuery,
} from '@backstage-itam/plugin-itam-common';
import { DateTime } from 'luxon';
import type { AddressChange } from '../view';

/** Days ahead that people choose by name. */
export const PRESETS = ['30', '60', '90'] as const;

/** @see PRESETS */
export type Preset = (typeof PRESETS)[number];

/** Preset without which an address is read. */
export const DEFAULT_PRESET: Preset = '90';

/** Renewals a page shows. */
export const PAGE_SIZE = 200;

/** States a renewal ahead can be in. */
export const RENEWAL_STATES: readonly ItamSchemas['RenewalState'][] = [
  'notice-due',
  'expiring',
  'renewing',
  'active',
  'expired',
  'ended',
];

/**
 * The view of the renewals as its address holds it: a number of days ahead,
 * which follows the calendar, or two days.
 */
export interface RenewalView {
  preset?: Preset;
  from?: string;
  to?: string;
  state?: ItamSchemas['RenewalState'];
  owner?: string;
  vendor?: string;
  decision: boolean;
  cursor?: string;
}

/** What changes in an address; undefined takes a parameter away. */
export type RenewalChange = AddressChange<
  'days' | 'from' | 'to' | 'state' | 'owner' | 'vendor' | 'decision'
>;

/**
 * Reads a view from an address; what makes no sense is left out.
 */
export function readRenewalView(search: URLSearchParams): RenewalView {
  const day = (name: string) => {
    const value = search.get(name) ?? '';
    return /^\d{4}-\d{2}-\d{2}$/.test(value) && DateTime.fromISO(value).isValid
      ? value
      : undefined;
  };
  const text = (name: string) => search.get(name)?.slice(0, 200) || undefined;
  const from = day('from');
  const to = day('to');
  const range = from && to && from <= to ? { from, to } : undefined;
  return {
    ...(range ?? {
      preset:
        PRESETS.find(preset => preset === search.get('days')) ?? DEFAULT_PRESET,
    }),
    state: RENEWAL_STATES.find(state => state === search.get('state')),
    owner: text('owner'),
    vendor: text('vendor'),
    decision: search.get('decision') === 'true',
    cursor: search.get('cursor') ?? undefined,
  };
}

/**
 * First and last day of a view, both inclusive, seen from a day.
 */
export function rangeOfView(
  view: RenewalView,
  today: DateTime,
): { from: string; to: string } {
  if (view.from && view.to) {
    return { from: view.from, to: view.to };
  }
  return {
    from: isoDay(today),
    to: isoDay(today.plus({ days: Number(view.preset ?? DEFAULT_PRESET) })),
  };
}

/**
 * The question a view asks the register, seen from a day.
 */
export function renewalQueryOf(
  view: RenewalView,
  today: DateTime,
): RenewalQuery {
  return {
    ...rangeOfView(view, today),
    state: view.state,
    owner: view.owner,
    vendor: view.vendor,
    decision: view.decision || undefined,
    limit: PAGE_SIZE,
    cursor: view.cursor,
  };
}

function isoDay(date: DateTime): string {
  return date.toFormat('yyyy-MM-dd');
}
