import type { Knex } from 'knex';
import { groupRef, serviceRef } from './estate/organisation';
import type { EstateSize } from './estate/size';
import type { Question } from './questions';

const PER_PAGE = 20;
const DEEP_PAGE = 200;
/** Most rows a page may have; to get to a deep one with few requests. */
const LARGEST_PAGE = 500;
const TARGETS = { raw: 4 };

/** The rows of a page in SQL, of live records that match. */
export function pageSql(
  where: string,
  order: string,
  values: readonly Knex.Value[],
) {
  return {
    sql: `select ref, kind, title, class, type, stage, status, owner_ref,
        assignee_ref, vendor, tag, serial_number, manufacturer, model, location,
        ends_on, ends_kind, updated_at, version from records
      where retired_at is null and ${where} order by ${order}
      limit ${PER_PAGE}`,
    values,
  };
}

/** Pages of the register by other filters and orders, and deep ones. */
export function pagesOfRegister(knex: Knex, size: EstateSize): Question[] {
  const groupOf = (turn: number) => groupRef(turn % 5);
  const serviceOf = (turn: number) => serviceRef((turn * 37) % size.services);
  const vendorOf = (turn: number) => `vendor-${turn % 60}`;
  const titleOf = (turn: number) =>
    ['thinkpad', 'poweredge', 'catalyst', 'ultrafine'][turn % 4];
  const isPostgres = knex.client.config.client === 'pg';
  return [
    {
      name: 'register: of a top-level group by supplier, page of 20',
      path: turn => `/records?owner=${groupOf(turn)}&sort=vendor&limit=20`,
      rawSql: turn =>
        pageSql(
          `owner_ref in (select descendant_ref from node_closure
            where dimension = 'group' and ancestor_ref = ?)`,
          'vendor, id',
          [groupOf(turn)],
        ),
      targets: TARGETS,
    },
    {
      name: 'register: of a service by the next date, page of 20',
      path: turn => `/records?service=${serviceOf(turn)}&sort=endsOn&limit=20`,
      rawSql: turn =>
        pageSql(
          `id in (select record_id from record_services where service_ref = ?)`,
          'ends_on, id',
          [serviceOf(turn)],
        ),
      targets: TARGETS,
    },
    {
      name: 'register: of a supplier by stage, descending, page of 20',
      path: turn =>
        `/records?vendor=${vendorOf(turn)}&sort=stage&order=desc&limit=20`,
      rawSql: turn =>
        pageSql('vendor = ? and stage is not null', 'stage desc, id desc', [
          vendorOf(turn),
        ]),
      targets: TARGETS,
    },
    {
      name: 'register: part of a title by last change, page of 20',
      path: turn =>
        `/records?q=${titleOf(turn)}&sort=updatedAt&order=desc&limit=20`,
      rawSql: turn =>
        pageSql(
          isPostgres ? 'search_text like ?' : 'instr(search_text, ?) > 0',
          'updated_at desc, id desc',
          [isPostgres ? `%${titleOf(turn)}%` : titleOf(turn)],
        ),
      targets: TARGETS,
    },
    {
      name: 'register: contracts by owner, page of 20',
      path: () => '/records?kind=Contract&sort=owner&limit=20',
      rawSql: () => pageSql('kind = ?', 'owner_ref, id', ['Contract']),
      targets: TARGETS,
    },
    deepPage(knex, 'title', 'title', 'asc'),
    deepPage(knex, 'last change', 'updatedAt', 'desc'),
    deepPage(knex, 'supplier', 'vendor', 'asc'),
  ];
}

const COLUMNS = {
  title: 'title_order',
  updatedAt: 'updated_at',
  vendor: 'vendor',
} as const;

/** Page 200 of everything, by its cursor. */
function deepPage(
  knex: Knex,
  by: string,
  sort: keyof typeof COLUMNS,
  order: 'asc' | 'desc',
): Question {
  const column = COLUMNS[sort];
  const list = `/records?sort=${sort}&order=${order}`;
  const orderBy = `${column} ${order}, id ${order}`;
  const before = (DEEP_PAGE - 1) * PER_PAGE;
  let cursor = '';
  let last: Knex.Value[] = [];
  return {
    name: `register: everything by ${by}, page ${DEEP_PAGE}`,
    prepare: async ask => {
      let after = '';
      for (let at = 0; at < before; at += LARGEST_PAGE) {
        const limit = Math.min(LARGEST_PAGE, before - at);
        const { nextCursor } = JSON.parse(
          await ask(`/api/itam${list}&limit=${limit}${after}`),
        );
        if (nextCursor === undefined) {
          throw new Error(`The estate has no page ${DEEP_PAGE}`);
        }
        after = `&cursor=${encodeURIComponent(nextCursor)}`;
      }
      cursor = after;
      const [row]: Record<string, Knex.Value>[] = await knex('records')
        .whereNull('retired_at')
        .whereNotNull(column)
        .orderByRaw(orderBy)
        .offset(before - 1)
        .limit(1)
        .select(column, 'id');
      last = [row[column], row.id];
    },
    path: () => `${list}&limit=${PER_PAGE}${cursor}`,
    rawSql: () =>
      pageSql(
        `(${column}, id) ${order === 'asc' ? '>' : '<'} (?, ?)`,
        orderBy,
        last,
      ),
    targets: TARGETS,
  };
}
