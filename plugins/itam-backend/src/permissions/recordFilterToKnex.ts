import type { ItamRecordFilter } from '@backstage-itam/plugin-itam-node';
import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import {
  isAndCriteria,
  isNotCriteria,
  isOrCriteria,
} from '@backstage/plugin-permission-node';
import type { Knex } from 'knex';
import type { Access, Scope } from './access';

/**
 * Limits a query on `records` to what the caller may read: the one predicate
 * for lists, counts, exports and single records.
 *
 * @param asOf - ISO calendar date on which seats are held
 */
export function whereReadable(
  query: Knex.QueryBuilder,
  access: Access,
  asOf: string,
): void {
  whereInScope(query, access.records, asOf);
  if (access.contracts.kind !== 'all') {
    query.where(either => {
      either
        .where('records.kind', '<>', 'Contract')
        .orWhere(contract => whereInScope(contract, access.contracts, asOf));
    });
  }
}

/**
 * Limits a query that has `nodes` to services the caller may read: those with
 * an owner whose records they may read.
 */
export function whereServiceReadable(
  query: Knex.QueryBuilder,
  { records }: Access,
): void {
  if (records.kind === 'none') {
    query.whereRaw('1 = 0');
  } else if (records.kind === 'criteria') {
    const { criteria } = records;
    query.where(inner =>
      whereCriteria(inner, criteria, (leaf, filter) => {
        if (
          filter.kind === 'owner-in-groups' ||
          filter.kind === 'service-owner-in-groups'
        ) {
          leaf
            .whereNotNull('nodes.owner_ref')
            .where(below => whereBelow(below, 'nodes.owner_ref', filter.refs));
        } else {
          // A service has no holder, kind, class or cost centre.
          leaf.whereRaw('1 = 0');
        }
      }),
    );
  } else {
    query.whereRaw('1 = 1');
  }
}

function whereInScope(
  query: Knex.QueryBuilder,
  scope: Scope<ItamRecordFilter>,
  asOf: string,
): void {
  if (scope.kind === 'none') {
    query.whereRaw('1 = 0');
  } else if (scope.kind === 'criteria') {
    query.where(inner =>
      whereCriteria(inner, scope.criteria, (leaf, filter) =>
        whereFilter(leaf, filter, asOf),
      ),
    );
  } else {
    // An empty group would not be valid SQL after `or`.
    query.whereRaw('1 = 1');
  }
}

function whereCriteria(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<ItamRecordFilter>,
  whereLeaf: (leaf: Knex.QueryBuilder, filter: ItamRecordFilter) => void,
): void {
  if (isAndCriteria(criteria)) {
    for (const part of criteria.allOf) {
      query.where(inner => whereCriteria(inner, part, whereLeaf));
    }
  } else if (isOrCriteria(criteria)) {
    if (criteria.anyOf.length === 0) {
      query.whereRaw('1 = 0');
    }
    for (const part of criteria.anyOf) {
      query.orWhere(inner => whereCriteria(inner, part, whereLeaf));
    }
  } else if (isNotCriteria(criteria)) {
    query.whereNot(inner => whereCriteria(inner, criteria.not, whereLeaf));
  } else {
    whereLeaf(query, criteria);
  }
}

/**
 * Every leaf is true or false, never null: `not` of an unknown would lose the
 * records without owner, class or cost centre.
 */
function whereFilter(
  query: Knex.QueryBuilder,
  filter: ItamRecordFilter,
  asOf: string,
): void {
  switch (filter.kind) {
    case 'owner-in-groups':
      query
        .whereNotNull('records.owner_ref')
        .where(inner => whereBelow(inner, 'records.owner_ref', filter.refs));
      break;
    case 'holder-in-groups':
      query
        .where(assignee =>
          assignee
            .whereNotNull('records.assignee_ref')
            .where(inner =>
              whereBelow(inner, 'records.assignee_ref', filter.refs),
            ),
        )
        .orWhereIn('records.id', seats =>
          seats
            .select('assignments.record_id')
            .from('assignments')
            .where(inner =>
              whereBelow(inner, 'assignments.to_ref', filter.refs),
            )
            .where(from =>
              from
                .whereNull('assignments.from_date')
                .orWhere('assignments.from_date', '<=', asOf),
            )
            .where(until =>
              until
                .whereNull('assignments.until_date')
                .orWhere('assignments.until_date', '>=', asOf),
            ),
        );
      break;
    case 'service-owner-in-groups':
      query.whereIn('records.id', services =>
        services
          .select('record_services.record_id')
          .from('record_services')
          .join('nodes', 'nodes.ref', 'record_services.service_ref')
          .where(inner => whereBelow(inner, 'nodes.owner_ref', filter.refs)),
      );
      break;
    case 'kind-in':
      query.whereIn('records.kind', filter.kinds);
      break;
    case 'class-in':
      query
        .whereNotNull('records.class')
        .whereIn('records.class', filter.classes);
      break;
    case 'cost-center-in':
      query
        .whereNotNull('records.cost_center')
        .whereIn('records.cost_center', filter.costCenters);
      break;
    default: {
      const unknown: never = filter;
      throw new Error(`Unknown record filter ${JSON.stringify(unknown)}`);
    }
  }
}

/** The column is one of the refs or below one of them. */
export function whereBelow(
  query: Knex.QueryBuilder,
  column: string,
  refs: readonly string[],
): void {
  if (refs.length === 0) {
    query.whereRaw('1 = 0');
    return;
  }
  // The refs themselves too: an owner need not be in the catalog. In one list,
  // since an `or` would keep PostgreSQL from using the column's index.
  const wanted = refs.map(() => '?').join(', ');
  const themselves = refs
    .map(() => 'union all select cast(? as text)')
    .join(' ');
  query.whereRaw(
    `?? in (select descendant_ref from node_closure
      where dimension = 'group' and ancestor_ref in (${wanted}) ${themselves})`,
    [column, ...refs, ...refs],
  );
}
