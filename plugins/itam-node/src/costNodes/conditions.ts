import { createConditionExports } from '@backstage/plugin-permission-node';
import { itamCostNodePermissionResourceRef } from './resource';
import { itamCostNodePermissionRules } from './rules';

const costNodeExports = createConditionExports({
  resourceRef: itamCostNodePermissionResourceRef,
  rules: itamCostNodePermissionRules,
});

/**
 * Conditions on cost nodes for permission policies, one factory per rule.
 *
 * @public
 */
export const itamCostNodeConditions = costNodeExports.conditions;

/**
 * Wraps conditions on cost nodes into the decision a permission policy
 * returns.
 *
 * @public
 */
export const createItamCostNodeConditionalDecision =
  costNodeExports.createConditionalDecision;
