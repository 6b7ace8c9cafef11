import {
  RESOURCE_TYPE_ITAM_RECORD,
  type ItamKind,
} from '@backstage-itam/plugin-itam-common';
import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import type { ItamRecordFilter } from './filter';

/**
 * What the permission rules need to know of one record of the register.
 *
 * @remarks
 * All refs are full entity refs in the catalog's own spelling (lower case).
 * The lists carry the ancestors, because a token's claims hold only the
 * groups a person is a direct member of: a claim of a parent group matches
 * the records of its sub-groups, not the other way round.
 *
 * @public
 */
export interface ItamRecordResource {
  /** Entity ref of the record, e.g. `asset:default/payments-db-eu1`. */
  ref: string;
  /** Kind of the record. */
  kind: ItamKind;
  /** Asset class; null for licences and contracts. */
  class: string | null;
  /** Cost centre in force, as written in the record; null when it has none. */
  costCenter: string | null;
  /** The owner and all groups above it. */
  ownerRefs: string[];
  /** Those who hold the record, and all groups above them. */
  holderRefs: string[];
  /** Owners of the services that use the record, and all groups above them. */
  serviceOwnerRefs: string[];
}

/**
 * The resource type `itam-record` of plugin `itam`: one asset, licence or
 * contract of the register.
 *
 * @public
 */
export const itamRecordPermissionResourceRef = createPermissionResourceRef<
  ItamRecordResource,
  ItamRecordFilter
>().with({
  pluginId: 'itam',
  resourceType: RESOURCE_TYPE_ITAM_RECORD,
});
