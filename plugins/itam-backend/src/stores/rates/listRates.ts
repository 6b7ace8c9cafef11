import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';

/** What a list of rates is narrowed to. */
export interface RateFilters {
  /** ISO 4217 code. */
  currency?: string;
  /** ISO calendar date, inclusive. */
  from?: string;
  /** ISO calendar date, inclusive. */
  to?: string;
}

/** The last rate of a page. */
export interface RatePosition {
  date: string;
  currency: string;
}

/** A rate that counts, and where it is from. */
export interface ListedRate extends RatePosition {
  /** Units of the currency for one euro, as decimal text. */
  perEuro: string;
  /** Set on rates set by hand. */
  manual?: {
    setAt: string;
    setBy: string | null;
    /** Rate of the file for the same day. */
    replaced: string | null;
  };
}

/**
 * The rates that count after a position, newest first, currencies of a day in
 * order of their code; at most `limit`.
 */
export async function listRates(
  knex: Knex,
  filters: RateFilters,
  page: { after?: RatePosition; limit: number },
): Promise<ListedRate[]> {
  const of = (table: string) => {
    const query = matching(knex, table, filters)
      .orderBy([
        { column: `${table}.date`, order: 'desc' },
        { column: `${table}.currency`, order: 'asc' },
      ])
      .limit(page.limit);
    const { after } = page;
    if (after) {
      query.where(later =>
        later
          .where(`${table}.date`, '<', after.date)
          .orWhere(sameDay =>
            sameDay
              .where(`${table}.date`, after.date)
              .where(`${table}.currency`, '>', after.currency),
          ),
      );
    }
    return query;
  };
  const fromFile: { date: string; currency: string; per_euro: string }[] =
    await of('rates')
      .whereNotExists(whereReplaced(knex))
      .select('date', 'currency', 'per_euro');
  const byHand: {
    date: string;
    currency: string;
    per_euro: string;
    set_at: string;
    set_by: string | null;
    replaced: string | null;
  }[] = await of('rate_overrides')
    .leftJoin('rates', join =>
      join
        .on('rates.date', 'rate_overrides.date')
        .on('rates.currency', 'rate_overrides.currency'),
    )
    .select(
      'rate_overrides.date',
      'rate_overrides.currency',
      'rate_overrides.per_euro',
      'set_at',
      'set_by',
      'rates.per_euro as replaced',
    );
  return [
    ...fromFile.map(row => ({
      date: row.date,
      currency: row.currency,
      perEuro: row.per_euro,
    })),
    ...byHand.map(row => ({
      date: row.date,
      currency: row.currency,
      perEuro: row.per_euro,
      manual: { setAt: row.set_at, setBy: row.set_by, replaced: row.replaced },
    })),
  ]
    .sort(newestFirst)
    .slice(0, page.limit);
}

/** How many rates the list has over all its pages. */
export async function countRates(
  knex: Knex,
  filters: RateFilters,
): Promise<number> {
  const counts: { count: unknown }[][] = await Promise.all([
    matching(knex, 'rates', filters)
      .whereNotExists(whereReplaced(knex))
      .count({ count: '*' }),
    matching(knex, 'rate_overrides', filters).count({ count: '*' }),
  ]);
  return counts
    .flat()
    .reduce((sum, { count }) => sum + integerFromRow(count), 0);
}

function matching(
  knex: Knex,
  table: string,
  { currency, from, to }: RateFilters,
): Knex.QueryBuilder {
  const query: Knex.QueryBuilder = knex(table);
  if (currency !== undefined) {
    query.where(`${table}.currency`, currency);
  }
  if (from !== undefined) {
    query.where(`${table}.date`, '>=', from);
  }
  if (to !== undefined) {
    query.where(`${table}.date`, '<=', to);
  }
  return query;
}

function whereReplaced(knex: Knex): Knex.QueryBuilder {
  return knex('rate_overrides as manual')
    .whereRaw('manual.date = rates.date')
    .whereRaw('manual.currency = rates.currency')
    .select(knex.raw('1'));
}

function newestFirst(a: RatePosition, b: RatePosition): number {
  if (a.date !== b.date) {
    return a.date < b.date ? 1 : -1;
  }
  return a.currency < b.currency ? -1 : 1;
}
