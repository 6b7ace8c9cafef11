import { isDatedServices } from '../entities/inForce';
import type { ItamSpec } from '../entities/types';
import type { PlainDate } from '../values';
import type { PublishedRecord } from './publishedEntity';

/**
 * Which registered records are published to the catalog.
 * @public
 */
export type PublicationScope = 'all' | 'linked' | 'none';

/**
 * What is known about the records around one, references in full.
 * @public
 */
export interface PublicationContext {
  /** The day of the question. */
  asOf: PlainDate;
  /** Full ref of the record. */
  ref: string;
  /** Whether the record is retired. */
  isRetired?: boolean;
  /**
   * Whether another record, by full ref, is linked by itself: the answer of
   * {@link isDirectlyLinked} for it.
   */
  isDirectlyLinked: (ref: string) => boolean;
  /** Full refs of the licences under a contract; needed for contracts only. */
  licensesUnder?: (contractRef: string) => Iterable<string>;
}

const SERVICE_KINDS: ReadonlySet<string> = new Set([
  'component',
  'system',
  'resource',
  'api',
  'domain',
]);

/**
 * Whether a record is linked by itself to what the catalog is about: it names
 * a service that uses it on the day or later; or, for a licence, a seat in
 * effect on the day or later is held by a service; or, for a contract, it
 * covers a Component, System or Resource.
 *
 * References of the spec are in full (`parseItamSpec`).
 * @public
 */
export function isDirectlyLinked(
  record: PublishedRecord,
  asOf: PlainDate,
): boolean {
  if (hasServices(record.spec.services, asOf)) {
    return true;
  }
  switch (record.kind) {
    case 'License':
      return seatHolders(record.spec.assignments, asOf).some(isService);
    case 'Contract':
      return coveredRefs(record.spec.covers).some(isService);
    default:
      return false;
  }
}

/**
 * Whether a registered record is published in a scope.
 *
 * `all`: every record that is not retired; `none`: no record; `linked`: every
 * record that is not retired and
 * - is linked by itself ({@link isDirectlyLinked}), or
 * - is a licence whose contract is linked by itself, or of which a seat in
 *   effect is held by an asset that is, or
 * - is a contract that covers an asset or licence that is linked by itself, or
 *   under which a licence is that is.
 *
 * It goes no further than that one step, so that one service does not publish
 * a whole estate through its master agreement.
 * @public
 */
export function isPublishable(
  record: PublishedRecord,
  scope: PublicationScope,
  context: PublicationContext,
): boolean {
  if (scope === 'none' || context.isRetired) {
    return false;
  }
  return (
    scope === 'all' ||
    isDirectlyLinked(record, context.asOf) ||
    neighboursOf(record, context).some(ref => context.isDirectlyLinked(ref))
  );
}

function neighboursOf(
  record: PublishedRecord,
  context: PublicationContext,
): string[] {
  switch (record.kind) {
    case 'License':
      return [
        ...(record.spec.contract === undefined ? [] : [record.spec.contract]),
        ...seatHolders(record.spec.assignments, context.asOf).filter(isAsset),
      ];
    case 'Contract':
      return [
        ...coveredRefs(record.spec.covers),
        ...(context.licensesUnder?.(context.ref) ?? []),
      ];
    default:
      return [];
  }
}

/** Of a dated list, entries that another replaced before the day are over. */
function hasServices(services: ItamSpec['services'], asOf: PlainDate): boolean {
  if (!services) {
    return false;
  }
  if (!isDatedServices(services)) {
    return services.length > 0;
  }
  const sorted = [...services].sort((a, b) =>
    (a.from ?? '') < (b.from ?? '') ? -1 : 1,
  );
  return sorted.some((entry, at) => {
    const next = at + 1 < sorted.length ? sorted[at + 1].from : undefined;
    const isOver = next !== undefined && next <= asOf;
    return !isOver && entry.services.length > 0;
  });
}

function seatHolders(
  assignments: { to: string; until?: string }[] | undefined,
  asOf: PlainDate,
): string[] {
  return (assignments ?? [])
    .filter(({ until }) => until === undefined || until >= asOf)
    .map(({ to }) => to);
}

function coveredRefs(
  covers: (string | { ref: string })[] | undefined,
): string[] {
  return (covers ?? []).map(cover =>
    typeof cover === 'string' ? cover : cover.ref,
  );
}

function isService(ref: string): boolean {
  return SERVICE_KINDS.has(kindOf(ref));
}

function isAsset(ref: string): boolean {
  return kindOf(ref) === 'asset';
}

function kindOf(ref: string): string {
  return ref.slice(0, Math.max(0, ref.indexOf(':'))).toLowerCase();
}
