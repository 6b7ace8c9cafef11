import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';

/** A seat of a licence. */
export interface Seat {
  id: number;
  to: string;
  /** ISO calendar date; null when it was there from the start. */
  from: string | null;
  /** ISO calendar date, inclusive; null while it has no end. */
  until: string | null;
}

/**
 * One page of the seats of a licence, those that began last first.
 *
 * @param page.openOn - Only those that have not ended before this date
 * @param page.after - First day (empty: from the start) and id of the last one
 *   of the page before
 */
export async function readSeatPage(
  knex: Knex,
  recordId: number,
  page: {
    openOn?: string;
    after?: { from: string; id: number };
    limit: number;
  },
): Promise<Seat[]> {
  const { openOn, after, limit } = page;
  const start = knex.raw(`coalesce(from_date, '')`);
  const rows: {
    id: unknown;
    to_ref: string;
    from_date: string | null;
    until_date: string | null;
  }[] = await knex('assignments')
    .where('record_id', recordId)
    .modify(query => {
      if (openOn !== undefined) {
        whereOpen(query, openOn);
      }
      if (after) {
        query.where(later =>
          later
            .where(start, '<', after.from)
            .orWhere(same =>
              same.where(start, '=', after.from).where('id', '<', after.id),
            ),
        );
      }
    })
    .orderBy([
      { column: start, order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit)
    .select('id', 'to_ref', 'from_date', 'until_date');
  return rows.map(row => ({
    id: integerFromRow(row.id),
    to: row.to_ref,
    from: row.from_date,
    until: row.until_date,
  }));
}

/** How many seats are listed, and how many have not ended before a date. */
export async function countSeats(
  knex: Knex,
  recordId: number,
  date: string,
): Promise<{ total: number; open: number }> {
  const count = async (narrow: (query: Knex.QueryBuilder) => void) => {
    const row: { count: unknown } | undefined = await knex('assignments')
      .where('record_id', recordId)
      .modify(narrow)
      .first(knex.raw('count(*) as count'));
    return integerFromRow(row?.count ?? 0);
  };
  return {
    total: await count(() => {}),
    open: await count(query => whereOpen(query, date)),
  };
}

function whereOpen(query: Knex.QueryBuilder, date: string): void {
  query.where(open =>
    open.whereNull('until_date').orWhere('until_date', '>=', date),
  );
}
