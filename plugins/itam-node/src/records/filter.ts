import type { AssetClass, ItamKind } from '@backstage-itam/plugin-itam-common';
import { containsAny } from '../entityRefs';
import type { ItamRecordResource } from './resource';

/**
 * One condition on records as data, which the register translates to its
 * database and {@link matchesItamRecordFilter} decides on a loaded record.
 *
 * @remarks
 * An empty list matches nothing. Refs are canonical, unique and sorted. The
 * `*-in-groups` conditions match downwards: the record's ref itself or one of
 * the groups above it has to be listed.
 *
 * @public
 */
export type ItamRecordFilter =
  | {
      /** The owner is one of the refs, or below one of them. */
      kind: 'owner-in-groups';
      refs: string[];
    }
  | {
      /** A holder is one of the refs, or below one of them. */
      kind: 'holder-in-groups';
      refs: string[];
    }
  | {
      /** A service that uses the record is owned by, or below, one of them. */
      kind: 'service-owner-in-groups';
      refs: string[];
    }
  | {
      /** The record is of one of these kinds. */
      kind: 'kind-in';
      kinds: ItamKind[];
    }
  | {
      /** The record is an asset of one of these classes. */
      kind: 'class-in';
      classes: AssetClass[];
    }
  | {
      /** The record's cost centre is one of these, compared exactly. */
      kind: 'cost-center-in';
      costCenters: string[];
    };

/**
 * Decides a filter on a loaded record; the meaning a database translation of
 * the same filter has to have.
 *
 * @public
 */
export function matchesItamRecordFilter(
  record: ItamRecordResource,
  filter: ItamRecordFilter,
): boolean {
  switch (filter.kind) {
    case 'owner-in-groups':
      return containsAny(record.ownerRefs, filter.refs);
    case 'holder-in-groups':
      return containsAny(record.holderRefs, filter.refs);
    case 'service-owner-in-groups':
      return containsAny(record.serviceOwnerRefs, filter.refs);
    case 'kind-in':
      return filter.kinds.includes(record.kind);
    case 'class-in':
      return filter.classes.some(wanted => wanted === record.class);
    case 'cost-center-in':
      return (
        record.costCenter !== null &&
        filter.costCenters.includes(record.costCenter)
      );
    default: {
      const unknown: never = filter;
      throw new Error(`Unknown record filter ${JSON.stringify(unknown)}`);
    }
  }
}
