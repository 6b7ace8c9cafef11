import type {
  ItamKind,
  PolicySeverity,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import type { Access } from '../../permissions/access';
import { whereCostVisible } from '../../permissions/costFilterToKnex';
import {
  whereBelow,
  whereReadable,
  whereServiceReadable,
} from '../../permissions/recordFilterToKnex';
import {
  findingColumns,
  findingFromRow,
  severityOf,
  severityRank,
  type FindingRow,
  type FindingState,
  type StoredFinding,
} from './findingRow';

/** What a finding can be about. */
export type FindingKind = ItamKind | 'Discovery' | 'Service';

/** What a list of findings is narrowed to. */
export interface FindingFilters {
  rule?: string;
  /** Ids of the rules of a practice. */
  rules?: readonly string[];
  area?: string;
  severity?: PolicySeverity;
  state: FindingState;
  kind?: FindingKind;
  /** Group or user ref; groups include their sub-groups. */
  owner?: string;
  /** Ref of one record. */
  record?: string;
  /** Supplier of the record. */
  vendor?: string;
}

/** The sort orders a list has; the gravest comes first. */
export type FindingSort = 'severity' | 'firstSeen' | 'rule' | 'record';

const sortColumns: Record<FindingSort, string> = {
  severity: 'severity',
  firstSeen: 'first_seen',
  rule: 'rule',
  record: 'subject_ref',
};

/** What of findings a caller may see. */
export interface FindingScope {
  access: Access;
  /** Whether findings about discovered items, which are no records, are shown. */
  discoveries: boolean;
  /** ISO calendar date on which seats are held. */
  asOf: string;
}

/** A list of findings the caller may see. */
export interface FindingListQuery extends FindingScope {
  filters: FindingFilters;
  sort: FindingSort;
  order: 'asc' | 'desc';
}

/** The last row of a page. */
export interface FindingPosition {
  value: string | number;
  id: number;
}

/** A finding with what is shown of its record. */
export interface ListedFinding extends StoredFinding {
  title: string | null;
  kind: FindingKind;
  ownerRef: string | null;
}

type Row = FindingRow & {
  record_title: string | null;
  record_kind: string | null;
  record_owner: string | null;
  item_name: string | null;
  service_title: string | null;
  service_owner: string | null;
};

const listedColumns = [
  ...findingColumns,
  'records.title as record_title',
  'records.kind as record_kind',
  'records.owner_ref as record_owner',
  'discovered_items.name as item_name',
  'nodes.title as service_title',
  'nodes.owner_ref as service_owner',
];

/** Where a finding stands in the order of a list. */
export function findingPosition(
  finding: ListedFinding,
  sort: FindingSort,
): FindingPosition {
  const { id } = finding;
  switch (sort) {
    case 'severity':
      return { value: severityRank(finding.severity), id };
    case 'firstSeen':
      return { value: finding.firstSeen, id };
    case 'rule':
      return { value: finding.rule, id };
    default:
      return { value: finding.subjectRef, id };
  }
}

/** The findings after a position, at most `limit`. */
export async function listFindings(
  knex: Knex,
  query: FindingListQuery,
  page: { after?: FindingPosition; limit: number },
): Promise<ListedFinding[]> {
  const column = `findings.${sortColumns[query.sort]}`;
  const found = matching(knex, query);
  if (page.after) {
    found.whereRaw(`(??, ??) ${query.order === 'asc' ? '>' : '<'} (?, ?)`, [
      column,
      'findings.id',
      page.after.value,
      page.after.id,
    ]);
  }
  const rows: Row[] = await found
    .orderBy([
      { column, order: query.order },
      { column: 'findings.id', order: query.order },
    ])
    .limit(page.limit)
    .select(listedColumns);
  return rows.map(listedFromRow);
}

/** One finding, if the caller may see it. */
export async function readVisibleFinding(
  knex: Knex,
  scope: FindingScope,
  id: number,
): Promise<ListedFinding | undefined> {
  const query = joined(knex).where('findings.id', id);
  whereVisible(query, scope);
  const row: Row | undefined = await query.first(listedColumns);
  return row && listedFromRow(row);
}

/** Findings of a list by severity and area, and how many there are. */
export async function countFindings(
  knex: Knex,
  query: FindingListQuery,
): Promise<{
  total: number;
  bySeverity: Map<PolicySeverity, number>;
  byArea: Map<string, number>;
}> {
  const rows: { severity: unknown; area: string; count: unknown }[] =
    await (needsRecords(query)
      ? matching(knex, query)
      : narrowed(knex('findings'), query)
    )
      .groupBy('findings.severity', 'findings.area')
      .select('findings.severity as severity', 'findings.area as area')
      .count({ count: '*' });
  const bySeverity = new Map<PolicySeverity, number>();
  const byArea = new Map<string, number>();
  let total = 0;
  for (const row of rows) {
    const count = integerFromRow(row.count);
    const severity = severityOf(integerFromRow(row.severity));
    bySeverity.set(severity, (bySeverity.get(severity) ?? 0) + count);
    byArea.set(row.area, (byArea.get(row.area) ?? 0) + count);
    total += count;
  }
  return { total, bySeverity, byArea };
}

/** How many findings of each rule are open or set aside. */
export async function countByRule(
  knex: Knex,
  scope: FindingScope,
): Promise<{ rule: string; state: string; count: number }[]> {
  const query = joined(knex).whereNot('findings.state', 'resolved');
  whereVisible(query, scope);
  const rows: { rule: string; state: string; count: unknown }[] = await query
    .groupBy('findings.rule', 'findings.state')
    .select('findings.rule as rule', 'findings.state as state')
    .count({ count: '*' });
  return rows.map(row => ({ ...row, count: integerFromRow(row.count) }));
}

function joined(knex: Knex): Knex.QueryBuilder {
  return knex('findings')
    .leftJoin('records', 'records.id', 'findings.record_id')
    .leftJoin('discovered_items', 'discovered_items.id', 'findings.item_id')
    .leftJoin('nodes', 'nodes.ref', 'findings.service_ref');
}

/** Counts of who sees everything need no look at any record. */
function needsRecords({ access, filters }: FindingListQuery): boolean {
  const { kind, owner, vendor } = filters;
  return (
    [access.records, access.contracts, access.costs].some(
      scope => scope.kind !== 'all',
    ) ||
    (kind !== undefined && kind !== 'Discovery' && kind !== 'Service') ||
    owner !== undefined ||
    vendor !== undefined
  );
}

function matching(knex: Knex, query: FindingListQuery): Knex.QueryBuilder {
  return narrowed(joined(knex), query);
}

function narrowed(
  found: Knex.QueryBuilder,
  query: FindingListQuery,
): Knex.QueryBuilder {
  const { filters } = query;
  const { kind, owner, severity, rules, vendor } = filters;
  found.where('findings.state', filters.state);
  for (const [column, value] of Object.entries({
    rule: filters.rule,
    area: filters.area,
    severity: severity === undefined ? undefined : severityRank(severity),
    subject_ref: filters.record,
  })) {
    if (value !== undefined) {
      found.where(`findings.${column}`, value);
    }
  }
  if (rules !== undefined) {
    found.whereIn('findings.rule', rules);
  }
  if (kind === 'Discovery') {
    found.whereNotNull('findings.item_id');
  } else if (kind === 'Service') {
    found.whereNotNull('findings.service_ref');
  } else if (kind !== undefined) {
    found.where('records.kind', kind);
  }
  if (vendor !== undefined) {
    found.where('records.vendor', vendor);
  }
  if (owner !== undefined) {
    found.where(inner => {
      inner.where(records => whereBelow(records, 'records.owner_ref', [owner]));
      inner.orWhere(services =>
        whereBelow(services, 'nodes.owner_ref', [owner]),
      );
    });
  }
  whereVisible(found, query);
  return found;
}

/**
 * Findings of records and services the caller may read, those about money
 * where they may see it, and those of discoveries for who may see these.
 */
function whereVisible(query: Knex.QueryBuilder, scope: FindingScope): void {
  query.where(visible => {
    visible.where(ofRecord => {
      ofRecord.whereNotNull('findings.record_id');
      whereReadable(ofRecord, scope.access, scope.asOf);
      if (scope.access.costs.kind !== 'all') {
        ofRecord.where(money =>
          money
            .where('findings.financial', false)
            .orWhere(priced => whereCostVisible(priced, scope.access)),
        );
      }
    });
    visible.orWhere(ofService => {
      ofService.whereNotNull('findings.service_ref');
      if (!scope.discoveries) {
        whereServiceReadable(ofService, scope.access);
      }
    });
    if (scope.discoveries) {
      visible.orWhereNotNull('findings.item_id');
    }
  });
}

const KINDS: readonly ItamKind[] = ['Asset', 'License', 'Contract'];

function listedFromRow(row: Row): ListedFinding {
  return {
    ...findingFromRow(row),
    title: row.record_title ?? row.item_name ?? row.service_title,
    kind:
      KINDS.find(kind => kind === row.record_kind) ??
      (row.service_ref === null ? 'Discovery' : 'Service'),
    ownerRef: row.record_owner ?? row.service_owner,
  };
}
