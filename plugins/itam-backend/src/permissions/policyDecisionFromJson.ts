import {
  AuthorizeResult,
  type PermissionCondition,
  type PermissionCriteria,
  type PermissionRuleParam,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type { JsonObject, JsonValue } from '@backstage/types';

/**
 * Reads a decision that was kept as JSON.
 *
 * Throws when it is none.
 */
export function policyDecisionFromJson(
  value: JsonValue | undefined,
): PolicyDecision {
  const { result, pluginId, resourceType, conditions } = objectOf(value);
  switch (result) {
    case AuthorizeResult.ALLOW:
      return { result: AuthorizeResult.ALLOW };
    case AuthorizeResult.DENY:
      return { result: AuthorizeResult.DENY };
    case AuthorizeResult.CONDITIONAL:
      return {
        result: AuthorizeResult.CONDITIONAL,
        pluginId: textOf(pluginId),
        resourceType: textOf(resourceType),
        conditions: criteriaFrom(conditions),
      };
    default:
      throw new Error('A kept decision has an unknown result');
  }
}

function criteriaFrom(
  value: JsonValue | undefined,
): PermissionCriteria<PermissionCondition> {
  const criteria = objectOf(value);
  if (criteria.allOf !== undefined) {
    return { allOf: listFrom(criteria.allOf) };
  }
  if (criteria.anyOf !== undefined) {
    return { anyOf: listFrom(criteria.anyOf) };
  }
  if (criteria.not !== undefined) {
    return { not: criteriaFrom(criteria.not) };
  }
  return {
    resourceType: textOf(criteria.resourceType),
    rule: textOf(criteria.rule),
    params:
      criteria.params === undefined
        ? undefined
        : Object.fromEntries(
            Object.entries(objectOf(criteria.params)).map(([name, param]) => [
              name,
              paramOf(param),
            ]),
          ),
  };
}

function listFrom(
  value: JsonValue,
): [
  PermissionCriteria<PermissionCondition>,
  ...PermissionCriteria<PermissionCondition>[],
] {
  const [first, ...others] = Array.isArray(value) ? value : [];
  return [criteriaFrom(first), ...others.map(criteriaFrom)];
}

function paramOf(value: JsonValue | undefined): PermissionRuleParam {
  if (Array.isArray(value)) {
    return value.map(primitiveOf);
  }
  return value === undefined ? undefined : primitiveOf(value);
}

function primitiveOf(value: JsonValue): string | number | boolean | null {
  if (typeof value === 'object' && value !== null) {
    throw new Error('A kept condition has a parameter of the wrong kind');
  }
  return value;
}

function objectOf(
  value: JsonValue | undefined,
): Partial<Record<string, JsonValue>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('A kept decision is not as it was written');
  }
  const object: JsonObject = value;
  return object;
}

function textOf(value: JsonValue | undefined): string {
  if (typeof value !== 'string') {
    throw new Error('A kept decision is not as it was written');
  }
  return value;
}
