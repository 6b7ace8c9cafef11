import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';
import type { Access } from '../../permissions/access';
import { whereReadable } from '../../permissions/recordFilterToKnex';

/** Suppliers of the records the caller may read. */
export interface SupplierListQuery {
  access: Access;
  /** ISO calendar date: decisions are ahead of it, seats are held on it. */
  today: string;
  /** Part of the title or of the slug, in any letter case. */
  q?: string;
  /** Only this one. */
  vendor?: string;
  sort: SupplierSort;
  order: 'asc' | 'desc';
}

/** The sort orders the list has. */
export type SupplierSort =
  | 'vendor'
  | 'contracts'
  | 'licenses'
  | 'assets'
  | 'nextDecision';

/** A supplier with how many live records it has. */
export interface SupplierRow {
  /** Slug that records name it by. */
  vendor: string;
  /** What it is called; null when nobody said. */
  title: string | null;
  /** What it is sorted by as a name: the title in small letters, or the slug. */
  name: string;
  contracts: number;
  licenses: number;
  assets: number;
  /** ISO calendar date; null when nothing has to be decided. */
  nextDecision: string | null;
}

/** Where a supplier stands in the order of the list. */
export interface SupplierPosition {
  value: string | number;
  vendor: string;
}

/** The last day there is: suppliers without a decision are last either way. */
const NEVER = { asc: '9999-12-31', desc: '' };

const SORT_COLUMN = {
  vendor: 'name',
  contracts: 'contracts',
  licenses: 'licenses',
  assets: 'assets',
} as const;

/** @see SupplierPosition */
export function supplierPosition(
  row: SupplierRow,
  { sort, order }: Pick<SupplierListQuery, 'sort' | 'order'>,
): SupplierPosition {
  const { vendor } = row;
  const value =
    sort === 'nextDecision'
      ? row.nextDecision ?? NEVER[order]
      : row[SORT_COLUMN[sort]];
  return { value, vendor };
}

/** How many suppliers the list has over all its pages. */
export async function countSuppliers(
  knex: Knex,
  query: SupplierListQuery,
): Promise<number> {
  const rows = await matching(knex, query).countDistinct({
    count: 'records.vendor',
  });
  return Number(rows[0]?.count ?? 0);
}

/** The suppliers after a position, at most `limit`. */
export async function listSuppliers(
  knex: Knex,
  query: SupplierListQuery,
  page: { after?: SupplierPosition; limit: number },
): Promise<SupplierRow[]> {
  const { sort, order, today } = query;
  const kind = (name: string, as: string) =>
    knex.raw('sum(case when records.kind = ? then 1 else 0 end) as ??', [
      name,
      as,
    ]);
  const grouped = matching(knex, query)
    .groupBy(
      'records.vendor',
      'supplier_titles.title',
      'supplier_titles.title_lower',
    )
    .select(
      'records.vendor as vendor',
      'supplier_titles.title as title',
      knex.raw('coalesce(supplier_titles.title_lower, records.vendor) as name'),
      kind('Contract', 'contracts'),
      kind('License', 'licenses'),
      kind('Asset', 'assets'),
      knex.raw(
        `min(case when records.kind in ('Contract', 'License')
            and records.ends_kind in ('notice', 'term')
            and records.ends_on >= ? then records.ends_on end)
          as next_decision`,
        [today],
      ),
    );
  const sortedBy =
    sort === 'nextDecision'
      ? knex.raw('coalesce(next_decision, ?)', [NEVER[order]])
      : knex.raw('??', [SORT_COLUMN[sort]]);
  const list = knex.from(grouped.as('supplier')).limit(page.limit);
  if (page.after) {
    list.whereRaw(`(?, vendor) ${order === 'asc' ? '>' : '<'} (?, ?)`, [
      sortedBy,
      page.after.value,
      page.after.vendor,
    ]);
  }
  const rows: {
    vendor: string;
    title: string | null;
    name: string;
    contracts: unknown;
    licenses: unknown;
    assets: unknown;
    next_decision: string | null;
  }[] = await list
    .orderByRaw(`? ${order}, vendor ${order}`, [sortedBy])
    .select(
      'vendor',
      'title',
      'name',
      'contracts',
      'licenses',
      'assets',
      'next_decision',
    );
  return rows.map(row => ({
    vendor: row.vendor,
    title: row.title,
    name: row.name,
    contracts: integerFromRow(row.contracts),
    licenses: integerFromRow(row.licenses),
    assets: integerFromRow(row.assets),
    nextDecision: row.next_decision,
  }));
}

/** The record whose term ends, or whose notice is due, next. */
export interface NextDecision {
  vendor: string;
  ref: string;
  title: string;
  dueOn: string;
  dueKind: 'notice' | 'term';
}

/** The next decision of each of some suppliers. */
export async function readNextDecisions(
  knex: Knex,
  { access, today }: Pick<SupplierListQuery, 'access' | 'today'>,
  vendors: readonly string[],
): Promise<NextDecision[]> {
  const ahead: Knex.QueryBuilder = knex('records')
    .whereNull('records.retired_at')
    .whereIn('records.vendor', vendors)
    .whereIn('records.kind', ['Contract', 'License'])
    .whereIn('records.ends_kind', ['notice', 'term'])
    .where('records.ends_on', '>=', today)
    .select(
      'records.vendor as vendor',
      'records.ref as ref',
      'records.title as title',
      'records.ends_on as due_on',
      'records.ends_kind as due_kind',
      knex.raw(
        `row_number() over (partition by records.vendor
          order by records.ends_on, records.id) as place`,
      ),
    );
  whereReadable(ahead, access, today);
  const rows: {
    vendor: string;
    ref: string;
    title: string;
    due_on: string;
    due_kind: string;
  }[] = await knex
    .from(ahead.as('ahead'))
    .where('place', 1)
    .select('vendor', 'ref', 'title', 'due_on', 'due_kind');
  return rows.map(row => ({
    vendor: row.vendor,
    ref: row.ref,
    title: row.title,
    dueOn: row.due_on,
    dueKind: row.due_kind === 'notice' ? 'notice' : 'term',
  }));
}

function matching(knex: Knex, query: SupplierListQuery): Knex.QueryBuilder {
  const { q, vendor, access, today } = query;
  const records: Knex.QueryBuilder = knex('records')
    .leftJoin('supplier_titles', 'supplier_titles.vendor', 'records.vendor')
    .whereNull('records.retired_at')
    .whereNotNull('records.vendor');
  if (vendor !== undefined) {
    records.where('records.vendor', vendor);
  }
  if (q !== undefined) {
    const part = `%${q.toLocaleLowerCase('en-US').replace(/[\\%_]/g, '\\$&')}%`;
    records.whereRaw(
      `(lower(records.vendor) like ? escape '\\'
        or supplier_titles.title_lower like ? escape '\\')`,
      [part, part],
    );
  }
  whereReadable(records, access, today);
  return records;
}
