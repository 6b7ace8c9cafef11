import type { ItamCostNodeFilter } from '@backstage-itam/plugin-itam-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { Knex } from 'knex';
import type { Access } from './access';
import { whereBelow } from './recordFilterToKnex';

/**
 * Limits a query on `records` to those whose cost the caller may see: the same
 * that `recordsWithVisibleCost` decides on loaded records.
 */
export function whereCostVisible(
  query: Knex.QueryBuilder,
  { costs }: Pick<Access, 'costs'>,
): void {
  if (costs.kind === 'criteria') {
    query.where(inner => whereCriteria(inner, costs.criteria));
  } else {
    // An empty group would not be valid SQL after `or`.
    query.whereRaw(costs.kind === 'all' ? '1 = 1' : '1 = 0');
  }
}

function whereCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<ItamCostNodeFilter>,
): void {
  if (isAndCriteria(criteria)) {
    for (const part of criteria.allOf) {
      query.where(inner => whereCriteria(inner, part));
    }
  } else if (isOrCriteria(criteria)) {
    if (criteria.anyOf.length === 0) {
      query.whereRaw('1 = 0');
    }
    for (const part of criteria.anyOf) {
      query.orWhere(inner => whereCriteria(inner, part));
    }
  } else if (isNotCriteria(criteria)) {
    query.whereNot(inner => whereCriteria(inner, criteria.not));
  } else {
    whereFilter(query, criteria);
  }
}

/** Every leaf is true or false, never null, so that `not` loses no records. */
function whereFilter(
  query: Knex.QueryBuilder,
  filter: ItamCostNodeFilter,
): void {
  switch (filter.kind) {
    case 'node-owner-in-groups':
      query
        .where(owned =>
          owned
            .whereNotNull('records.owner_ref')
            .where(inner =>
              whereBelow(inner, 'records.owner_ref', filter.refs),
            ),
        )
        .orWhereIn('records.id', services =>
          services
            .select('record_services.record_id')
            .from('record_services')
            .join('nodes', 'nodes.ref', 'record_services.service_ref')
            .where(inner => whereBelow(inner, 'nodes.owner_ref', filter.refs)),
        );
      break;
    case 'node-kind-in':
      query.whereRaw(
        filter.kinds.length === 0
          ? '1 = 0'
          : `lower(records.kind) in (${filter.kinds
              .map(() => '?')
              .join(', ')})`,
        filter.kinds,
      );
      break;
    case 'node-group-in':
    case 'node-all':
      // A record is neither a group nor the whole.
      query.whereRaw('1 = 0');
      break;
    default: {
      const unknown: never = filter;
      throw new Error(`Unknown cost filter ${JSON.stringify(unknown)}`);
    }
  }
}
