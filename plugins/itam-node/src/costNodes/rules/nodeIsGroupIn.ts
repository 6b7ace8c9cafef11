import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { canonicalRefs, entityRefList } from '../../entityRefs';
import { matchesItamCostNodeFilter, type ItamCostNodeFilter } from '../filter';
import { itamCostNodePermissionResourceRef } from '../resource';

const filterOf = (groups: string[]): ItamCostNodeFilter => ({
  kind: 'node-group-in',
  refs: canonicalRefs(groups),
});

/**
 * `NODE_IS_GROUP_IN`: the node is one of the groups itself. Unlike
 * `NODE_IS_OWNED_BY` it matches neither their sub-groups nor their services.
 *
 * @public
 */
export const nodeIsGroupIn = createPermissionRule({
  name: 'NODE_IS_GROUP_IN',
  description: 'The groups themselves, without sub-groups and services',
  resourceRef: itamCostNodePermissionResourceRef,
  paramsSchema: z.object({
    groups: entityRefList('Groups, of which the node is one'),
  }),
  apply: (node, { groups }) =>
    matchesItamCostNodeFilter(node, filterOf(groups)),
  toQuery: ({ groups }) => filterOf(groups),
});
