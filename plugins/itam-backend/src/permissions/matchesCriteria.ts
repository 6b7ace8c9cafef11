import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { Scope } from './access';

/** Whether a loaded resource is within a scope. */
export function isInScope<TResource, TFilter>(
  resource: TResource,
  scope: Scope<TFilter>,
  matches: (resource: TResource, filter: TFilter) => boolean,
): boolean {
  if (scope.kind === 'criteria') {
    return matchesCriteria(resource, scope.criteria, matches);
  }
  return scope.kind === 'all';
}

function matchesCriteria<TResource, TFilter>(
  resource: TResource,
  criteria: PermissionCriteria<TFilter>,
  matches: (resource: TResource, filter: TFilter) => boolean,
): boolean {
  if (isAndCriteria(criteria)) {
    return criteria.allOf.every(part =>
      matchesCriteria(resource, part, matches),
    );
  }
  if (isOrCriteria(criteria)) {
    return criteria.anyOf.some(part =>
      matchesCriteria(resource, part, matches),
    );
  }
  if (isNotCriteria(criteria)) {
    return !matchesCriteria(resource, criteria.not, matches);
  }
  return matches(resource, criteria);
}
