import type {
  FindingEntry,
  FindingQuery,
} from '@backstage-itam/plugin-itam-common';
import type { AddressChange } from '../view';

/** Findings a page shows. */
export const PAGE_SIZES = [25, 50, 100];

/** The gravest first. */
export const SEVERITIES: readonly FindingEntry['severity'][] = [
  'error',
  'warning',
  'info',
];

/** What rules are about. */
export const AREAS: readonly FindingEntry['area'][] = [
  'ownership',
  'life-cycle',
  'financial',
  'licensing',
  'contracts',
  'warranty',
  'security',
  'data-quality',
  'shadow-it',
];

/** The chapters of a policy for IT assets, in the order of an asset's life. */
export const PRACTICES: readonly FindingEntry['practice'][] = [
  'cataloguing',
  'acquisition',
  'deployment',
  'maintenance-and-upgrades',
  'functionality-monitoring',
  'financial-management',
  'ownership',
  'removal',
  'record-keeping',
];

/** States of a finding. */
export const STATES: readonly FindingEntry['state'][] = [
  'open',
  'accepted',
  'resolved',
];

/** What a finding can be about. */
export const KINDS: readonly FindingEntry['kind'][] = [
  'Asset',
  'License',
  'Contract',
  'Discovery',
  'Service',
];

const SORTS = ['severity', 'firstSeen', 'rule', 'record'] as const;

/** What changes in an address; undefined takes a parameter away. */
export type FindingsChange = AddressChange<keyof FindingQuery | 'finding'>;

/**
 * Reads the question about findings from an address; what the register does
 * not know is left out. Open ones unless it says otherwise.
 */
export function readFindingQuery(search: URLSearchParams): FindingQuery {
  const one = <T extends string>(name: string, known: readonly T[]) =>
    known.find(value => value === search.get(name));
  const text = (name: string) => search.get(name)?.slice(0, 200) || undefined;
  const limit = Number(search.get('limit'));
  return {
    severity: one('severity', SEVERITIES),
    area: one('area', AREAS),
    practice: one('practice', PRACTICES),
    rule: text('rule')?.slice(0, 100),
    state: one('state', STATES),
    kind: one('kind', KINDS),
    owner: text('owner'),
    record: text('record'),
    sort: one('sort', SORTS),
    order: one('order', ['asc', 'desc']),
    limit: PAGE_SIZES.includes(limit) ? limit : PAGE_SIZES[0],
    cursor: search.get('cursor') ?? undefined,
  };
}

/** The number of the finding whose details an address shows. */
export function readChosenFinding(search: URLSearchParams): number | undefined {
  const id = search.get('finding') ?? '';
  return /^[1-9]\d{0,9}$/.test(id) ? Number(id) : undefined;
}
