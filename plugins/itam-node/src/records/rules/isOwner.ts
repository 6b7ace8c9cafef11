import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { canonicalRefs, entityRefList } from '../../entityRefs';
import { matchesItamRecordFilter, type ItamRecordFilter } from '../filter';
import { itamRecordPermissionResourceRef } from '../resource';

const filterOf = (claims: string[]): ItamRecordFilter => ({
  kind: 'owner-in-groups',
  refs: canonicalRefs(claims),
});

/**
 * `IS_OWNER`: the record is owned by one of the claims, or by a group below one
 * of them. No claims match no record.
 *
 * @public
 */
export const isOwner = createPermissionRule({
  name: 'IS_OWNER',
  description:
    'Records owned by one of the claims, or by a group below one of them',
  resourceRef: itamRecordPermissionResourceRef,
  paramsSchema: z.object({
    claims: entityRefList(
      'Users and groups, of which at least one owns the record',
    ),
  }),
  apply: (record, { claims }) =>
    matchesItamRecordFilter(record, filterOf(claims)),
  toQuery: ({ claims }) => filterOf(claims),
});
