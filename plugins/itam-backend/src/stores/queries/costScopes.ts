/** Which costs are summed: segments as a whole, or slices of services. */
export type CostScope =
  | { over: 'records'; where: 'all' }
  | {
      over: 'records';
      where: 'record' | 'owner-in-group' | 'supplier' | 'class' | 'cost-center';
      key: string;
    }
  | {
      over: 'slices';
      where: 'service' | 'part-of' | 'service-owner-in-group';
      key: string;
    };

/** What sums are kept apart by. */
export type CostKey =
  | 'category'
  | 'record'
  | 'service'
  | 'service-owner'
  | 'owner'
  | 'supplier'
  | 'class'
  | 'cost-center'
  | 'currency'
  | 'nothing';

/**
 * A ref or what is below it. One list instead of an `or`, which would keep
 * PostgreSQL from using the index of the column.
 */
const below = (dimension: 'group' | 'part', column: string) => `${column} in (
    select descendant_ref from node_closure
    where dimension = '${dimension}' and ancestor_ref = ?
    union all select cast(? as text))`;

const OWNER_BELOW = (column: string) => below('group', column);

const SERVICE_BELOW = (column: string) => below('part', column);

const SERVICE_OWNED_BELOW = (column: string) => `${column} in (
    select o.ref from nodes o where ${OWNER_BELOW('o.owner_ref')})`;

/** A condition as SQL text with the values of its placeholders. */
export interface SqlCondition {
  sql: string;
  values: (string | number)[];
}

/**
 * Segments `s`, with slices `c` for scopes over slices, whose costs belong to
 * a scope.
 */
export function segmentCondition(scope: CostScope): SqlCondition {
  switch (scope.where) {
    case 'all':
      return { sql: '1 = 1', values: [] };
    case 'record':
      return {
        sql: 's.record_id = (select id from records where ref = ?)',
        values: [scope.key],
      };
    case 'owner-in-group':
      return {
        sql: OWNER_BELOW('s.owner_ref'),
        values: [scope.key, scope.key],
      };
    case 'supplier':
      return { sql: 's.vendor = ?', values: [scope.key] };
    case 'class':
      return { sql: 's.asset_class = ?', values: [scope.key] };
    case 'cost-center':
      return { sql: 's.cost_center = ?', values: [scope.key] };
    case 'service':
      return { sql: 'c.service_ref = ?', values: [scope.key] };
    case 'part-of':
      return {
        sql: SERVICE_BELOW('c.service_ref'),
        values: [scope.key, scope.key],
      };
    case 'service-owner-in-group':
      return {
        sql: SERVICE_OWNED_BELOW('c.service_ref'),
        values: [scope.key, scope.key],
      };
    default: {
      const unknown: never = scope;
      throw new Error(`Unknown cost scope ${JSON.stringify(unknown)}`);
    }
  }
}

/** Records, of table `records`, that belong to a scope as of now. */
export function recordCondition(scope: CostScope): SqlCondition {
  const usedBy = (condition: string) =>
    `records.id in (select u.record_id from record_services u where ${condition})`;
  switch (scope.where) {
    case 'all':
      return { sql: '1 = 1', values: [] };
    case 'record':
      return { sql: 'records.ref = ?', values: [scope.key] };
    case 'owner-in-group':
      return {
        sql: OWNER_BELOW('records.owner_ref'),
        values: [scope.key, scope.key],
      };
    case 'supplier':
      return { sql: 'records.vendor = ?', values: [scope.key] };
    case 'class':
      return { sql: 'records.class = ?', values: [scope.key] };
    case 'cost-center':
      return { sql: 'records.cost_center = ?', values: [scope.key] };
    case 'service':
      return { sql: usedBy('u.service_ref = ?'), values: [scope.key] };
    case 'part-of':
      return {
        sql: usedBy(SERVICE_BELOW('u.service_ref')),
        values: [scope.key, scope.key],
      };
    case 'service-owner-in-group':
      return {
        sql: usedBy(SERVICE_OWNED_BELOW('u.service_ref')),
        values: [scope.key, scope.key],
      };
    default: {
      const unknown: never = scope;
      throw new Error(`Unknown cost scope ${JSON.stringify(unknown)}`);
    }
  }
}

/**
 * As {@link recordCondition}, in a form that is decided record by record: for
 * few records of a scope that has many.
 */
export function recordByRecordCondition(scope: CostScope): SqlCondition {
  return scope.where === 'service-owner-in-group'
    ? {
        sql: `exists (select 1 from record_services u
          where u.record_id = records.id
          and ${SERVICE_OWNED_BELOW('u.service_ref')})`,
        values: [scope.key, scope.key],
      }
    : recordCondition(scope);
}
