import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { matchesItamCostNodeFilter, type ItamCostNodeFilter } from '../filter';
import { itamCostNodePermissionResourceRef } from '../resource';

const filterOf = (kinds: string[]): ItamCostNodeFilter => ({
  kind: 'node-kind-in',
  kinds: [...new Set(kinds.map(kind => kind.toLocaleLowerCase('en-US')))],
});

/**
 * `NODE_HAS_KIND`: the node is of one of the kinds, in any letter case. No
 * kinds match no node.
 *
 * @public
 */
export const nodeHasKind = createPermissionRule({
  name: 'NODE_HAS_KIND',
  description: 'Cost nodes of one of the kinds',
  resourceRef: itamCostNodePermissionResourceRef,
  paramsSchema: z.object({
    kinds: z
      .array(z.string().min(1))
      .describe('Kinds such as component, group, supplier or all'),
  }),
  apply: (node, { kinds }) => matchesItamCostNodeFilter(node, filterOf(kinds)),
  toQuery: ({ kinds }) => filterOf(kinds),
});
