import { createPermissionRule } from '@backstage/plugin-permission-node';
import { z } from 'zod';
import { matchesItamRecordFilter } from '../filter';
import { itamRecordPermissionResourceRef } from '../resource';

/**
 * `IN_COST_CENTER`: the cost centre in force for the record is one of those
 * listed, compared exactly. A record without a cost centre never matches.
 *
 * @public
 */
export const inCostCenter = createPermissionRule({
  name: 'IN_COST_CENTER',
  description: 'Records booked to one of the cost centres',
  resourceRef: itamRecordPermissionResourceRef,
  paramsSchema: z.object({
    costCenters: z
      .array(z.string().min(1))
      .describe('Cost centres as the records name them'),
  }),
  apply: (record, { costCenters }) =>
    matchesItamRecordFilter(record, { kind: 'cost-center-in', costCenters }),
  toQuery: ({ costCenters }) => ({ kind: 'cost-center-in', costCenters }),
});
