import { createPermissionRule } from '@backstage/plugin-permission-node';
import { matchesItamCostNodeFilter, type ItamCostNodeFilter } from '../filter';
import { itamCostNodePermissionResourceRef } from '../resource';

const filter: ItamCostNodeFilter = { kind: 'node-all' };

/**
 * `NODE_IS_ALL`: the node is the whole estate.
 *
 * @public
 */
export const nodeIsAll = createPermissionRule({
  name: 'NODE_IS_ALL',
  description: 'The whole estate',
  resourceRef: itamCostNodePermissionResourceRef,
  apply: node => matchesItamCostNodeFilter(node, filter),
  toQuery: () => filter,
});
