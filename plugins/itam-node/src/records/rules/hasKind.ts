import type { ItamKind } from '@backstage-itam/plugin-itam-common';
import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { matchesItamRecordFilter } from '../filter';
import { itamRecordPermissionResourceRef } from '../resource';

/**
 * `HAS_KIND`: the record is of one of the kinds. No kinds match no record.
 *
 * @public
 */
export const hasKind = createPermissionRule<
  typeof itamRecordPermissionResourceRef,
  { kinds: ItamKind[] }
>({
  name: 'HAS_KIND',
  description: 'Records of one of the kinds',
  resourceRef: itamRecordPermissionResourceRef,
  paramsSchema: z.object({
    kinds: z
      .array(z.enum(['Asset', 'License', 'Contract']))
      .describe('Kinds, of which the record has one'),
  }),
  apply: (record, { kinds }) =>
    matchesItamRecordFilter(record, { kind: 'kind-in', kinds }),
  toQuery: ({ kinds }) => ({ kind: 'kind-in', kinds }),
});
