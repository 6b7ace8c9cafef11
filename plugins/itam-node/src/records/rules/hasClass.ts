import type { AssetClass } from '@backstage-itam/plugin-itam-common';
import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { matchesItamRecordFilter } from '../filter';
import { itamRecordPermissionResourceRef } from '../resource';

/**
 * `HAS_CLASS`: the record is an asset of one of the classes; licences and
 * contracts have no class and never match.
 *
 * @public
 */
export const hasClass = createPermissionRule<
  typeof itamRecordPermissionResourceRef,
  { classes: AssetClass[] }
>({
  name: 'HAS_CLASS',
  description: 'Assets of one of the classes',
  resourceRef: itamRecordPermissionResourceRef,
  paramsSchema: z.object({
    classes: z
      .array(z.enum(['hardware', 'fixed', 'software', 'cloud', 'digital']))
      .describe('Asset classes, of which the record has one'),
  }),
  apply: (record, { classes }) =>
    matchesItamRecordFilter(record, { kind: 'class-in', classes }),
  toQuery: ({ classes }) => ({ kind: 'class-in', classes }),
});
