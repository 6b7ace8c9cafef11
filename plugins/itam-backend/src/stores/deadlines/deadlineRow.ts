import type { ItamKind } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { Access } from '../../permissions/access';
import { whereReadable } from '../../permissions/recordFilterToKnex';

/** What deadlines need of a record. */
export interface DeadlineRow {
  id: number;
  ref: string;
  kind: ItamKind;
  title: string;
  owner_ref: string | null;
  assignee_ref: string | null;
  version: number;
  updated_at: string;
}

/** Which deadlines are asked for. */
export interface DeadlineRange {
  access: Access;
  /** ISO calendar date on which seats are held. */
  today: string;
  /** ISO calendar dates, inclusive; no last day means no limit. */
  from: string;
  to?: string;
}

/** One page of a query over ids. */
export interface IdPage {
  /** The last id of the page before. */
  after: number;
  limit: number;
}

/** Names of the columns of {@link DeadlineRow}, qualified. */
export const deadlineColumns = [
  'id',
  'ref',
  'kind',
  'title',
  'owner_ref',
  'assignee_ref',
  'version',
  'updated_at',
].map(column => `records.${column}`);

/** Limits a query on `records` to those in use that the caller may read. */
export function whereInUse(
  query: Knex.QueryBuilder,
  { access, today }: DeadlineRange,
): void {
  query
    .whereNull('records.retired_at')
    .where(stage =>
      stage
        .whereNull('records.stage')
        .orWhere('records.stage', '<>', 'decommission'),
    );
  whereReadable(query, access, today);
}

/** Limits a query to days of a range. */
export function whereInRange(
  query: Knex.QueryBuilder,
  column: string,
  { from, to }: DeadlineRange,
): void {
  query.where(column, '>=', from);
  if (to !== undefined) {
    query.where(column, '<=', to);
  }
}
