import type { Knex } from 'knex';
import {
  engines,
  registerDatabases,
} from '../../__testUtils__/registerDatabases';
import { migrateDatabase } from '../../database/migrateDatabase';
import {
  countRecords,
  listRecords,
  positionOf,
  type RecordFilters,
  type RecordListQuery,
  type RecordPosition,
  type RecordSort,
} from './listRecords';
import { titleOrder } from '../records/titleOrder';
import { rowsOf } from './rowsOf';

jest.setTimeout(120_000);

const TODAY = '2026-10-15';
const RECORDS = 4000;
const RECORD_SORTS: readonly RecordSort[] = [
  'title',
  'ref',
  'kind',
  'stage',
  'owner',
  'vendor',
  'endsOn',
  'updatedAt',
];
const databases = registerDatabases();

function everyoneMay(
  filters: Omit<RecordFilters, 'retired'>,
  sort: RecordListQuery['sort'],
): RecordListQuery {
  return {
    access: {
      records: { kind: 'all' },
      contracts: { kind: 'all' },
      costs: { kind: 'all' },
    },
    asOf: TODAY,
    filters: { ...filters, retired: false },
    sort,
    order: 'asc',
  };
}

async function insertEstate(knex: Knex): Promise<void> {
  const day = (n: number) =>
    `${2020 + (n % 13)}-${String((n % 12) + 1).padStart(2, '0')}-01`;
  await knex.batchInsert(
    'records',
    Array.from({ length: RECORDS }, (_, n) => ({
      ref: `license:default/r${n}`,
      kind: 'License',
      namespace: 'default',
      name: `r${n}`,
      origin: 'declared',
      title: `r${n}`,
      title_order: titleOrder(`r${n}`),
      assignee_ref: n % 500 === 0 ? 'user:default/mia' : `user:default/u${n}`,
      ends_on: n % 7 === 0 ? null : day(n),
      ends_kind: n % 7 === 0 ? null : 'term',
      has_price: false,
      search_text: `r${n}`,
      spec: '{}',
      dated_state: '{}',
      version: 1,
      created_at: TODAY,
      updated_at: TODAY,
    })),
    25,
  );
  const ids: number[] = await knex('records').orderBy('id').pluck('id');
  const seat = (from_date: string | null, until_date: string | null) => ({
    to_ref: 'user:default/mia',
    from_date,
    until_date,
  });
  const seats = [
    seat(null, null),
    seat(TODAY, TODAY),
    seat('2026-10-16', null),
    seat(null, '2026-10-14'),
  ];
  await knex('assignments').insert(
    seats.map((one, index) => ({ record_id: ids[index + 1], ...one })),
  );
  await knex.batchInsert(
    'assignments',
    ids.map(id => ({ record_id: id, to_ref: `user:default/u${id}` })),
    100,
  );
}

describe.each(engines)('listRecords on %s', engine => {
  let knex: Knex;

  beforeAll(async () => {
    knex = await databases.empty(engine);
    await migrateDatabase(knex);
    await insertEstate(knex);
    await knex.raw('analyze');
  });

  const refsOf = async (query: RecordListQuery) =>
    (await listRecords(knex, query, { limit: 500 })).map(row => row.ref);

  /** What the engine does for the statements of a list and its count. */
  const planOf = async (
    query: RecordListQuery,
    matches?: number,
  ): Promise<string> => {
    const statements: { sql: string; bindings: Knex.RawBinding[] }[] = [];
    const note = (statement: (typeof statements)[number]) =>
      statements.push({
        sql: statement.sql.replace(/\$\d+/g, '?'),
        bindings: statement.bindings,
      });
    knex.on('query', note);
    await listRecords(knex, query, { limit: 6, matches });
    await countRecords(knex, query);
    knex.removeListener('query', note);
    const explain = engine === 'SQLITE_3' ? 'explain query plan' : 'explain';
    const plans = await Promise.all(
      statements.map(async ({ sql, bindings }) =>
        rowsOf(await knex.raw(`${explain} ${sql}`, bindings)),
      ),
    );
    return JSON.stringify(plans);
  };

  it('counts a seat as held from its first to its last day', async () => {
    const query = everyoneMay({ assignee: 'user:default/mia' }, 'ref');
    const assigned = [0, 500, 1000, 1500, 2000, 2500, 3000, 3500];
    expect(await refsOf(query)).toEqual(
      [...assigned, 1, 2].map(n => `license:default/r${n}`).sort(),
    );
    expect(await countRecords(knex, query)).toBe(10);
    // One row, however many seats somebody has.
    expect(await countRecords(knex, { ...query, asOf: '2026-10-16' })).toBe(10);
  });

  it('finds parts of the text as it is now, by an index', async () => {
    const find = async (q: string) => await refsOf(everyoneMay({ q }, 'ref'));
    const set = async (n: number, text: string) =>
      await knex('records')
        .where('ref', `license:default/r${n}`)
        .update('search_text', text);
    await set(7, 'sn-4711\nthinkpad größe');
    expect(await find('THINKpad')).toEqual(['license:default/r7']);
    expect(await find('4711\nthink')).toEqual(['license:default/r7']);
    expect(await find('größe')).toEqual(['license:default/r7']);
    expect(await find('nk')).toEqual(['license:default/r7']);
    expect(await find('think_ad')).toEqual([]);
    await set(7, 'r7');
    expect(await find('thinkpad')).toEqual([]);
    expect(await find('r3999')).toEqual(['license:default/r3999']);
    // PostgreSQL reads a table of this size faster without its index.
    expect(await planOf(everyoneMay({ q: 'thinkpad' }, 'ref'))).toContain(
      engine === 'SQLITE_3' ? 'records_search VIRTUAL TABLE INDEX' : 'records',
    );
  });

  it('holds both ends of a range and leaves out what never ends', async () => {
    const query = everyoneMay(
      { endsFrom: '2026-07-01', endsTo: '2027-02-01' },
      'endsOn',
    );
    const rows = await listRecords(knex, query, { limit: 500 });
    const dates = rows.map(row => row.ends_on);
    expect(dates).toEqual([...dates].sort());
    expect([dates[0], dates.at(-1)]).toEqual(['2026-07-01', '2027-02-01']);
    expect(await countRecords(knex, query)).toBe(rows.length);
  });

  it('sorts titles as people do, the same on every database', async () => {
    const titles = ['r10', 'R9', 'Ä9', 'a 10', 'Z', 'b'];
    const trx = await knex.transaction();
    try {
      await trx('records').update({ retired_at: TODAY });
      const ids: number[] = await trx('records').limit(6).pluck('id');
      for (const [at, title] of titles.entries()) {
        await trx('records')
          .where('id', ids[at])
          .update({ title, title_order: titleOrder(title), retired_at: null });
      }
      const listed = async (order: 'asc' | 'desc') =>
        (
          await listRecords(
            trx,
            { ...everyoneMay({}, 'title'), order },
            { limit: 10 },
          )
        ).map(row => row.title);
      const sorted = ['a 10', 'Ä9', 'b', 'R9', 'r10', 'Z'];
      expect(await listed('asc')).toEqual(sorted);
      expect(await listed('desc')).toEqual([...sorted].reverse());
    } finally {
      await trx.rollback();
    }
  });

  it('gives the same page however many match', async () => {
    const pages = async (query: RecordListQuery, matches?: number) => {
      const refs: string[] = [];
      let after: RecordPosition | undefined;
      for (;;) {
        const rows = await listRecords(knex, query, {
          after,
          limit: 300,
          matches,
        });
        refs.push(...rows.map(({ ref }) => ref));
        const last = rows.at(-1);
        if (!last || rows.length < 300) {
          return refs;
        }
        after = positionOf(last, query.sort);
      }
    };
    for (const sort of RECORD_SORTS) {
      for (const order of ['asc', 'desc'] as const) {
        const query = {
          ...everyoneMay({ kind: 'License', endsFrom: '2021-01-01' }, sort),
          order,
        };
        const few = await pages(query);
        expect(few).toHaveLength(await countRecords(knex, query));
        expect(await pages(query, RECORDS)).toEqual(few);
        expect(await pages(query, 1_000_000)).toEqual(few);
      }
    }
  });

  it('does not sort many matches for a page of them', async () => {
    for (const filters of [
      { owner: 'group:default/payments' },
      { class: 'hardware', stage: 'maintenance' },
      { q: 'r3999' },
    ] as const) {
      const plan = await planOf(everyoneMay(filters, 'title'), 1_000_000);
      // PostgreSQL's planner knows how many match, here few.
      expect(plan).toContain(
        engine === 'SQLITE_3' ? 'USING INDEX records_title_order_idx' : 'Limit',
      );
      expect(plan).not.toContain('USE TEMP B-TREE');
    }
  });

  it('reads who holds and what ends from indexes', async () => {
    const held = await planOf(
      everyoneMay({ assignee: 'user:default/mia' }, 'title'),
    );
    expect(held).toContain('records_assignee_idx');
    expect(held).toContain('assignments_to_idx');
    const ending = await planOf(
      everyoneMay({ endsFrom: '2026-10-15', endsTo: '2026-10-31' }, 'endsOn'),
    );
    expect(ending).toContain('records_ends_on_idx');
    for (const plan of [held, ending]) {
      expect(plan).not.toMatch(/SCAN records\b|Seq Scan on records/);
    }
  });
});
