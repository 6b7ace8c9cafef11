import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { canonicalRefs, entityRefList } from '../../entityRefs';
import { matchesItamCostNodeFilter, type ItamCostNodeFilter } from '../filter';
import { itamCostNodePermissionResourceRef } from '../resource';

const filterOf = (claims: string[]): ItamCostNodeFilter => ({
  kind: 'node-owner-in-groups',
  refs: canonicalRefs(claims),
});

/**
 * `NODE_IS_OWNED_BY`: the service is owned by one of the claims or by a group
 * below one of them; a group or user matches when it is one of the claims or
 * below one of them. No claims match no node.
 *
 * @public
 */
export const nodeIsOwnedBy = createPermissionRule({
  name: 'NODE_IS_OWNED_BY',
  description:
    'Services, groups and people that belong to one of the claims, or to a group below one of them',
  resourceRef: itamCostNodePermissionResourceRef,
  paramsSchema: z.object({
    claims: entityRefList(
      'Users and groups, of which at least one owns or is the node',
    ),
  }),
  apply: (node, { claims }) =>
    matchesItamCostNodeFilter(node, filterOf(claims)),
  toQuery: ({ claims }) => filterOf(claims),
});
