import { createConditionExports } from '@backstage/plugin-permission-node';
import { itamRecordPermissionResourceRef } from './resource';
import { itamRecordPermissionRules } from './rules';

const recordExports = createConditionExports({
  resourceRef: itamRecordPermissionResourceRef,
  rules: itamRecordPermissionRules,
});

/**
 * Conditions on records for permission policies, one factory per rule.
 *
 * @example
 * ```ts
 * createItamRecordConditionalDecision(permission, {
 *   anyOf: [
 *     itamRecordConditions.isOwner({ claims }),
 *     itamRecordConditions.isHolder({ claims }),
 *   ],
 * });
 * ```
 *
 * @public
 */
export const itamRecordConditions = recordExports.conditions;

/**
 * Wraps conditions on records into the decision a permission policy returns.
 *
 * @public
 */
export const createItamRecordConditionalDecision =
  recordExports.createConditionalDecision;
