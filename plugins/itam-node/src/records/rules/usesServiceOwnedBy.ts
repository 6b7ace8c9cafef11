import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { canonicalRefs, entityRefList } from '../../entityRefs';
import { matchesItamRecordFilter, type ItamRecordFilter } from '../filter';
import { itamRecordPermissionResourceRef } from '../resource';

const filterOf = (claims: string[]): ItamRecordFilter => ({
  kind: 'service-owner-in-groups',
  refs: canonicalRefs(claims),
});

/**
 * `USES_SERVICE_OWNED_BY`: the record is used by a service owned by one of the
 * claims, or by a group below one of them. No claims match no record.
 *
 * @public
 */
export const usesServiceOwnedBy = createPermissionRule({
  name: 'USES_SERVICE_OWNED_BY',
  description:
    'Records used by a service that one of the claims, or a group below one of them, owns',
  resourceRef: itamRecordPermissionResourceRef,
  paramsSchema: z.object({
    claims: entityRefList(
      'Users and groups, of which at least one owns a service that uses the record',
    ),
  }),
  apply: (record, { claims }) =>
    matchesItamRecordFilter(record, filterOf(claims)),
  toQuery: ({ claims }) => filterOf(claims),
});
