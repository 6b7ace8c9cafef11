import type {
  AssetClass,
  ItamKind,
  LifecycleStage,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { isPostgres } from '../../database/engine';
import type { Access } from '../../permissions/access';
import {
  whereBelow,
  whereReadable,
} from '../../permissions/recordFilterToKnex';
import { readRecordCount } from '../nodeCoverage/nodeCoverage';
import { countedNodeOf } from './countedNode';
import { recordCondition } from './costScopes';
import { recordColumns, type RecordRow } from './recordRow';
import { whereParties } from './unknownParties';

/** What a list of records is narrowed to. */
export interface RecordFilters {
  kind?: ItamKind;
  class?: AssetClass;
  stage?: LifecycleStage;
  /** Group or user ref; groups include their sub-groups. */
  owner?: string;
  /** Naming no owner, or one the catalog does not have. */
  ownerState?: 'none' | 'unknown';
  /** Ref of who holds a record or, on the day asked, a seat of a licence. */
  assignee?: string;
  /** Held by somebody whom the catalog does not have. */
  assigneeState?: 'unknown';
  /** Service ref; systems and domains include their parts. */
  service?: string;
  vendor?: string;
  /** ISO calendar date: the next date that matters is on or after it. */
  endsFrom?: string;
  /** ISO calendar date: the next date that matters is on or before it. */
  endsTo?: string;
  /** Part of the searchable text, in any letter case. */
  q?: string;
  /** Records that went away instead of live ones. */
  retired: boolean;
}

/** The sort orders a list has. */
export type RecordSort =
  | 'title'
  | 'ref'
  | 'kind'
  | 'stage'
  | 'owner'
  | 'vendor'
  | 'endsOn'
  | 'updatedAt';

const sortColumns: Record<RecordSort, keyof RecordRow> = {
  title: 'title_order',
  ref: 'ref',
  kind: 'kind',
  stage: 'stage',
  owner: 'owner_ref',
  vendor: 'vendor',
  endsOn: 'ends_on',
  updatedAt: 'updated_at',
};

/** The indexes in the order of the list, each followed by the id. */
const sortIndexes: Record<RecordSort, string> = {
  title: 'records_title_order_idx',
  ref: 'records_ref_unique',
  kind: 'records_kind_idx',
  stage: 'records_stage_idx',
  owner: 'records_owner_idx',
  vendor: 'records_vendor_idx',
  endsOn: 'records_ends_on_idx',
  updatedAt: 'records_updated_idx',
};

/**
 * So many matches are not sorted, but read in the order of the list, of which
 * a page needs few.
 */
const MANY_MATCHES = 5_000;

/** The last row of a page: records without a value sort last either way. */
export interface RecordPosition {
  value: string | null;
  id: number;
}

/** A list of records the caller may read. */
export interface RecordListQuery {
  access: Access;
  /** ISO calendar date on which seats are held. */
  asOf: string;
  filters: RecordFilters;
  sort: RecordSort;
  order: 'asc' | 'desc';
}

/** Where a row stands in the order of a list. */
export function positionOf(row: RecordRow, sort: RecordSort): RecordPosition {
  const value = row[sortColumns[sort]];
  return { value: value === null ? null : String(value), id: row.id };
}

/** How many records the list has over all its pages. */
export async function countRecords(
  knex: Knex,
  query: RecordListQuery,
): Promise<number> {
  const nodeKey = countedNodeOf(query);
  if (nodeKey !== undefined) {
    return await readRecordCount(knex, nodeKey);
  }
  const rows = await matching(knex, query, countIndexOf(query)).count({
    count: '*',
  });
  return Number(rows[0]?.count ?? 0);
}

/**
 * The rows after a position, at most `limit`.
 *
 * Two ranges of one index: first the records that have a value in the sort
 * column, then those without. SQLite's planner does not see how many match,
 * and would sort them all for a page: it is told.
 */
export async function listRecords(
  knex: Knex,
  query: RecordListQuery,
  page: {
    after?: RecordPosition;
    limit: number;
    /** How many records the list has, if that is known. */
    matches?: number;
  },
): Promise<RecordRow[]> {
  const index =
    (page.matches ?? 0) >= MANY_MATCHES ? sortIndexes[query.sort] : undefined;
  const column = `records.${sortColumns[query.sort]}`;
  const { after } = page;
  const rows: RecordRow[] = [];

  if (!after || after.value !== null) {
    const withValue = matching(knex, query, index)
      .whereNotNull(column)
      .orderBy([
        { column, order: query.order },
        { column: 'records.id', order: query.order },
      ])
      .limit(page.limit)
      .select(recordColumns);
    if (after) {
      const comparison = query.order === 'asc' ? '>' : '<';
      withValue.whereRaw(`(??, ??) ${comparison} (?, ?)`, [
        column,
        'records.id',
        after.value,
        after.id,
      ]);
    }
    rows.push(...(await withValue));
  }

  if (rows.length < page.limit && isNullable(query.sort)) {
    const withoutValue = matching(knex, query, index)
      .whereNull(column)
      .orderBy('records.id', query.order)
      .limit(page.limit - rows.length)
      .select(recordColumns);
    if (after && after.value === null) {
      withoutValue.where(
        'records.id',
        query.order === 'asc' ? '>' : '<',
        after.id,
      );
    }
    rows.push(...(await withoutValue));
  }
  return rows;
}

function isNullable(sort: RecordSort): boolean {
  return !['title', 'ref', 'kind', 'updatedAt'].includes(sort);
}

/**
 * An index with all that a count of a class or of what a group owns looks at;
 * by another one each record would be looked up.
 */
function countIndexOf({ filters }: RecordListQuery): string | undefined {
  const { class: assetClass, owner, retired, stage, ...others } = filters;
  return (assetClass ?? owner) !== undefined &&
    Object.values(others).every(value => value === undefined)
    ? 'records_coverage_idx'
    : undefined;
}

/**
 * Live or retired records that match and the caller may read.
 *
 * @param index - What SQLite has to read them by
 */
export function matching(
  knex: Knex,
  query: Pick<RecordListQuery, 'access' | 'asOf' | 'filters'>,
  index?: string,
): Knex.QueryBuilder {
  const { filters } = query;
  const records: Knex.QueryBuilder =
    index === undefined || isPostgres(knex)
      ? knex('records')
      : knex.from(knex.raw('?? indexed by ??', ['records', index]));
  if (filters.retired) {
    records.whereNotNull('records.retired_at');
  } else {
    records.whereNull('records.retired_at');
  }
  for (const [column, value] of Object.entries({
    'records.kind': filters.kind,
    'records.class': filters.class,
    'records.stage': filters.stage,
    'records.vendor': filters.vendor,
  })) {
    if (value !== undefined) {
      records.where(column, value);
    }
  }
  const { assignee, endsFrom, endsTo, owner, service, q } = filters;
  if (assignee !== undefined) {
    records.where(inner => whereHeldBy(inner, assignee, query.asOf));
  }
  whereParties(records, filters, query.asOf);
  if (endsFrom !== undefined) {
    records.where('records.ends_on', '>=', endsFrom);
  }
  if (endsTo !== undefined) {
    records.where('records.ends_on', '<=', endsTo);
  }
  if (owner !== undefined) {
    records.where(inner => whereBelow(inner, 'records.owner_ref', [owner]));
  }
  if (service !== undefined) {
    const uses = recordCondition({
      over: 'slices',
      where: 'part-of',
      key: service,
    });
    records.whereRaw(uses.sql, uses.values);
  }
  if (q !== undefined) {
    whereContains(knex, records, q.toLocaleLowerCase('en-US'), index);
  }
  whereReadable(records, query.access, query.asOf);
  return records;
}

/**
 * Assigned to somebody, or a licence they have a seat of on the day. One list
 * instead of an `or`, so that each part uses its own index.
 */
function whereHeldBy(
  query: Knex.QueryBuilder,
  assignee: string,
  asOf: string,
): void {
  query.whereRaw(
    `records.id in (
      select assigned.id from records assigned where assigned.assignee_ref = ?
      union all
      select seat.record_id from assignments seat where seat.to_ref = ?
        and (seat.from_date is null or seat.from_date <= ?)
        and (seat.until_date is null or seat.until_date >= ?))`,
    [assignee, assignee, asOf, asOf],
  );
}

/**
 * Whose searched text contains a text. Trigram indexes serve it on both
 * engines; SQLite's needs three characters that are no wildcards, and no
 * escape.
 */
function whereContains(
  knex: Knex,
  query: Knex.QueryBuilder,
  text: string,
  /** What the records are read by already. */
  index: string | undefined,
): void {
  if (
    !isPostgres(knex) &&
    index === undefined &&
    text.length >= 3 &&
    !/[\\%_]/.test(text)
  ) {
    // The plus keeps SQLite from looking up each id within each time of change:
    // statistics of records written together make it think that is fast.
    query.whereRaw(
      `+records.id in (
        select rowid from records_search where search_text like ?)`,
      [`%${text}%`],
    );
  } else {
    query.whereRaw(`records.search_text like ? escape '\\'`, [
      `%${escapeLike(text)}%`,
    ]);
  }
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, '\\$&');
}
