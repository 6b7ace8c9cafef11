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
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What can be chosen in the register's pickers. */
export const CHOICES = { kind: KINDS, class: CLASSES, stage: STAGES } as const;

/** Columns in their order; the name is always there. */
export const COLUMNS = [
  'title',
  'serialNumber',
  'kind',
  'model',
  'stage',
  'owner',
  'assignee',
  'vendor',
  'location',
  'endsOn',
  'monthlyCost',
  'bookValue',
  'updatedAt',
] as const;

/** A column of the register. */
export type RegisterColumn = (typeof COLUMNS)[number];

/** The columns of an address that names none. */
const USUAL_COLUMNS: readonly RegisterColumn[] = [
  'title',
  'kind',
  'stage',
  'owner',
  'assignee',
  'endsOn',
  'monthlyCost',
  'bookValue',
];

/** What changes in an address; undefined takes a parameter away. */
export type RegisterChange = AddressChange<keyof RecordQuery | 'columns'>;

/**
 * Reads the register's question from an address; what the register does not
 * know is left out.
 */
export function readRegisterQuery(search: URLSearchParams): RecordQuery {
  const one = <T extends string>(name: string, known: readonly T[]) =>
    known.find(value => value === search.get(name));
  const text = (name: string) => search.get(name)?.slice(0, 200) || undefined;
  const day = (name: string) => {
    const value = search.get(name) ?? '';
    return DAY.test(value) ? value : undefined;
  };
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
    endsFrom: day('endsFrom'),
    endsTo: day('endsTo'),
    q: text('q'),
    retired: search.get('retired') === 'true' || undefined,
    sort: one('sort', SORTS),
    order: one('order', ['asc', 'desc']),
    limit: PAGE_SIZES.includes(limit) ? limit : PAGE_SIZES[0],
    cursor: search.get('cursor') ?? undefined,
  };
}

/**
 * Reads the columns to show from an address: those named, else the usual ones.
 */
export function readColumns(search: URLSearchParams): RegisterColumn[] {
  const named = search.get('columns')?.split(',') ?? [];
  const known = COLUMNS.filter(column => named.includes(column));
  return known.length === 0
    ? [...USUAL_COLUMNS]
    : COLUMNS.filter(column => column === 'title' || known.includes(column));
}

/**
 * Columns as an address holds them; undefined for the usual ones.
 */
export function writeColumns(
  columns: readonly RegisterColumn[],
): string | undefined {
  const ordered = COLUMNS.filter(
    column => column === 'title' || columns.includes(column),
  );
  return ordered.join() === USUAL_COLUMNS.join() ? undefined : ordered.join();
}

/** Whether anything narrows what the list shows. */
export function isNarrowed(query: RecordQuery): boolean {
  return Object.entries(query).some(
    ([name, value]) =>
      value !== undefined && !['sort', 'order', 'limit'].includes(name),
  );
}
