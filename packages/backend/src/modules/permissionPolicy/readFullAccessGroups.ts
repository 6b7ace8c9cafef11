import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';

/** Who sees and keeps the whole register when the configuration says nothing. */
const DEFAULT_FULL_ACCESS_GROUPS = ['finance', 'asset-management'];

/**
 * Reads `itam.examplePolicy.fullAccessGroups`: refs of groups, with `group`
 * and `default` where kind or namespace are left out.
 */
export function readFullAccessGroups(config: Config): string[] {
  const refs =
    config.getOptionalStringArray('itam.examplePolicy.fullAccessGroups') ??
    DEFAULT_FULL_ACCESS_GROUPS;
  return refs.map(ref =>
    stringifyEntityRef(
      parseEntityRef(ref, {
        defaultKind: 'group',
        defaultNamespace: 'default',
      }),
    ),
  );
}
