import type { RecordQuery } from '@backstage-itam/plugin-itam-common';
import type { AddressChange } from '../view';

/** Records a page of the register shows. */
export const PAGE_SIZES = [25, 50, 100, 200];

const SORTS = [
  'title',
  'ref',
  'kind',
  'stage',
  'owner',
  'vendor',
  'endsOn',
  'updatedAt',
] as const;
const KINDS = ['Asset', 'License', 'Contract'] as const;
const CLASSES = ['hardware', 'fixed', 'software', 'cloud', 'digital'] as const;
const STAGES = [
  'planning',
  'procurement',
  'deployment',
  'maintenance',
  'decommission',
] as const;

/** What can be chosen in the register's pickers. */
export const CHOICES = { kind: KINDS, class: CLASSES, stage: STAGES } as const;

/** What changes in an address; undefined takes a parameter away. */
export type RegisterChange = AddressChange<keyof RecordQuery>;

/**
 * Reads the register's question from an address; what the register does not
 * know is left out.
 */
export function readRegisterQuery(search: URLSearchParams): RecordQuery {
  const one = <T extends string>(name: string, known: readonly T[]) =>
    known.find(value => value === search.get(name));
  const text = (name: string) => search.get(name)?.slice(0, 200) || undefined;
  const limit = Number(search.get('limit'));
  return {
    kind: one('kind', KINDS),
    class: one('class', CLASSES),
    stage: one('stage', STAGES),
    owner: text('owner'),
    ownerState: one('ownerState', ['none', 'unknown']),
    assignee: text('assignee'),
    assigneeState: one('assigneeState', ['unknown']),
    service: text('service'),
    vendor: text('vendor'),
    q: text('q'),
    retired: search.get('retired') === 'true' || undefined,
    sort: one('sort', SORTS),
    order: one('order', ['asc', 'desc']),
    limit: PAGE_SIZES.includes(limit) ? limit : PAGE_SIZES[0],
    cursor: search.get('cursor') ?? undefined,
  };
}
