import type { Knex } from 'knex';
import type { Access } from '../../permissions/access';
import {
  whereBelow,
  whereReadable,
} from '../../permissions/recordFilterToKnex';
import { recordColumns, type RecordRow } from './recordRow';

/** Terms that end and notices that are due. */
export interface RenewalsQuery {
  access: Access;
  /** ISO calendar date on which seats are held. */
  today: string;
  /** ISO calendar dates, inclusive. */
  from: string;
  to: string;
  /** Group or user ref; groups include their sub-groups. */
  owner?: string;
  vendor?: string;
  /** Only those whose notice is due. */
  decision: boolean;
}

/** The last row of a page. */
export interface RenewalPosition {
  /** ISO calendar date. */
  endsOn: string;
  id: number;
}

/** A contract or licence with the next date to act on. */
export type RenewalRow = RecordRow & {
  ends_on: string;
  ends_kind: 'notice' | 'term';
};

/** How many there are over all pages. */
export async function countRenewals(
  knex: Knex,
  query: RenewalsQuery,
): Promise<number> {
  const rows = await matching(knex, query).count({ count: '*' });
  return Number(rows[0]?.count ?? 0);
}

/** The rows after a position in order of their date, at most `limit`. */
export async function listRenewals(
  knex: Knex,
  query: RenewalsQuery,
  page: { after?: RenewalPosition; limit: number },
): Promise<RenewalRow[]> {
  const { after, limit } = page;
  const rows = matching(knex, query)
    .orderBy([{ column: 'records.ends_on' }, { column: 'records.id' }])
    .limit(limit)
    .select(recordColumns);
  if (after) {
    rows.whereRaw('(records.ends_on, records.id) > (?, ?)', [
      after.endsOn,
      after.id,
    ]);
  }
  const found: RecordRow[] = await rows;
  return found.filter(isRenewal);
}

function matching(knex: Knex, query: RenewalsQuery): Knex.QueryBuilder {
  const { owner, vendor } = query;
  const records: Knex.QueryBuilder = knex('records')
    .whereNull('records.retired_at')
    // Written out as the index of renewals has it: SQLite takes no parameters
    // for what a partial index is about.
    .whereRaw(`records.ends_kind in ('notice', 'term')`)
    .whereIn('records.kind', ['Contract', 'License'])
    .where('records.ends_on', '>=', query.from)
    .where('records.ends_on', '<=', query.to);
  if (query.decision) {
    records.where('records.ends_kind', 'notice');
  }
  if (vendor !== undefined) {
    records.where('records.vendor', vendor);
  }
  if (owner !== undefined) {
    records.where(inner => whereBelow(inner, 'records.owner_ref', [owner]));
  }
  whereReadable(records, query.access, query.today);
  return records;
}

function isRenewal(row: RecordRow): row is RenewalRow {
  return (
    row.ends_on !== null &&
    (row.ends_kind === 'notice' || row.ends_kind === 'term')
  );
}
