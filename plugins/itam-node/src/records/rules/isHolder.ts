import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { canonicalRefs, entityRefList } from '../../entityRefs';
import { matchesItamRecordFilter, type ItamRecordFilter } from '../filter';
import { itamRecordPermissionResourceRef } from '../resource';

const filterOf = (claims: string[]): ItamRecordFilter => ({
  kind: 'holder-in-groups',
  refs: canonicalRefs(claims),
});

/**
 * `IS_HOLDER`: the record is assigned to one of the claims, or to a group or
 * person below one of them. No claims match no record.
 *
 * @public
 */
export const isHolder = createPermissionRule({
  name: 'IS_HOLDER',
  description:
    'Records held by one of the claims, or by someone below one of them',
  resourceRef: itamRecordPermissionResourceRef,
  paramsSchema: z.object({
    claims: entityRefList(
      'Users and groups, of which at least one holds the record',
    ),
  }),
  apply: (record, { claims }) =>
    matchesItamRecordFilter(record, filterOf(claims)),
  toQuery: ({ claims }) => filterOf(claims),
});
