import { monthOf } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { costSumSql } from '../plugins/itam-backend/src/stores/queries/costSums';
import type { CostScope } from '../plugins/itam-backend/src/stores/queries/costScopes';
import { groupRef, serviceRef } from './estate/organisation';
import type { EstateSize } from './estate/size';
import { pageSql, pagesOfRegister } from './registerPages';

/** A question asked through HTTP and, in SQL, of the database itself. */
export interface Question {
  name: string;
  /** Path below the register's base, different from turn to turn. */
  path: (turn: number) => string;
  /** What has to be asked before, such as where a page begins. */
  prepare?: (ask: (path: string) => Promise<string>) => Promise<void>;
  /** The same figures by SQL from what is stored, without the read model. */
  rawSql?: (turn: number) => { sql: string; values: readonly Knex.Value[] };
  /** The same figures by SQL from the read model. */
  readModelSql?: (turn: number) => {
    sql: string;
    values: readonly Knex.Value[];
  };
  /** What the ratio of a target is taken of. */
  targets: {
    /** At most so many times the authenticated ping. */
    pings?: number;
    /** At most so many times the raw SQL. */
    raw?: number;
    /** At least so many times faster than the raw SQL. */
    fasterThanRaw?: number;
    /** At most the read model's SQL and so many pings. */
    readModelAndPings?: number;
  };
}

const DAYS_AHEAD = 90;

/** The questions asked of an estate on a day. */
export function questions(
  knex: Knex,
  size: EstateSize,
  asOf: Date,
): Question[] {
  const today = asOf.toISOString().slice(0, 10);
  const isPostgres = knex.client.config.client === 'pg';
  const month = monthOf(today);
  const range = { fromMonth: month - 11, toMonthExclusive: month + 1 };
  const liveSum = (scope: CostScope) => {
    const { sql, values } = costSumSql({ scope, by: 'category', ...range });
    return { sql, values };
  };
  const vectorsOf = (basis: string, keys: readonly string[]) => ({
    sql: `select node_key, category, currency, months from cost_vec
      where view = 'accrued' and certainty = 'actual' and basis = ?
      and node_key in (${keys.map(() => '?').join(', ')})`,
    values: [basis, ...keys],
  });
  const service = (turn: number) => serviceRef((turn * 37) % size.services);
  const leafGroup = (turn: number) =>
    groupRef(size.groups - 1 - (turn % Math.floor(size.groups / 4)));
  const topGroup = (turn: number) => groupRef(turn % 5);
  const until = new Date(Date.parse(today) + DAYS_AHEAD * 86_400_000)
    .toISOString()
    .slice(0, 10);
  const like = isPostgres ? 'search_text like ?' : 'instr(search_text, ?) > 0';
  const likeValue = (text: string) => (isPostgres ? `%${text}%` : text);
  return [
    {
      name: 'cost of one service, 12 months by category',
      path: turn => `/costs?of=${service(turn)}&by=category`,
      rawSql: turn =>
        liveSum({ over: 'slices', where: 'service', key: service(turn) }),
      readModelSql: turn => vectorsOf('used', [service(turn)]),
      targets: { pings: 1.5 },
    },
    {
      name: 'cost of a leaf group',
      path: turn => `/costs?of=${leafGroup(turn)}&by=category`,
      rawSql: turn =>
        liveSum({
          over: 'records',
          where: 'owner-in-group',
          key: leafGroup(turn),
        }),
      readModelSql: turn => vectorsOf('owned', [leafGroup(turn)]),
      targets: { pings: 1.5 },
    },
    {
      name: 'cost of a top-level group, sub-groups included',
      path: turn => `/costs?of=${topGroup(turn)}&by=category`,
      rawSql: turn =>
        liveSum({
          over: 'records',
          where: 'owner-in-group',
          key: topGroup(turn),
        }),
      readModelSql: turn => vectorsOf('owned', [topGroup(turn)]),
      targets: { pings: 1.5, fasterThanRaw: 100 },
    },
    {
      name: 'whole estate by owner',
      path: () => '/costs?of=all&by=owner',
      rawSql: () => {
        const { sql, values } = costSumSql({
          scope: { over: 'records', where: 'all' },
          by: 'owner',
          ...range,
        });
        return { sql, values };
      },
      readModelSql: () => ({
        sql: `select node_key, currency, months from cost_vec where
          view = 'accrued' and certainty = 'actual' and basis = 'owned' and
          (node_key like 'group:%' or node_key = 'unowned')`,
        values: [],
      }),
      targets: { readModelAndPings: 1.5, fasterThanRaw: 40 },
    },
    {
      name: 'renewals in 90 days, page of 20',
      path: () => '/renewals?limit=20',
      rawSql: () =>
        pageSql(
          `kind in ('Contract', 'License') and ends_kind in ('notice', 'term')
           and ends_on >= ? and ends_on <= ?`,
          'ends_on, id',
          [today, until],
        ),
      targets: { raw: 4 },
    },
    {
      name: 'find by part of a serial number, page of 20',
      path: turn => `/records?q=${serial(turn)}&limit=20`,
      rawSql: turn =>
        pageSql(like, 'title_order, id', [
          likeValue(serial(turn).toLowerCase()),
        ]),
      targets: { raw: 2.5 },
    },
    {
      name: 'register: laptops in use by title, page of 20',
      path: () =>
        '/records?class=hardware&stage=maintenance&sort=title&limit=20',
      rawSql: () =>
        pageSql(`class = ? and stage = ?`, 'title_order, id', [
          'hardware',
          'maintenance',
        ]),
      targets: { raw: 4 },
    },
    {
      name: 'register: everything by last change, page of 20',
      path: () => '/records?sort=updatedAt&order=desc&limit=20',
      rawSql: () => pageSql('1 = 1', 'updated_at desc, id desc', []),
      targets: { raw: 4 },
    },
    ...pagesOfRegister(knex, size),
    {
      name: 'licence position of all licences',
      path: () => '/licenses/position?limit=500',
      rawSql: () => positionSql(today),
      targets: { raw: 2 },
    },
    {
      name: 'why a service costs more than last month',
      path: turn => `/costs/comparison?of=${service(turn)}`,
      targets: {},
    },
    {
      name: 'why a top-level group costs more than last month',
      path: turn => `/costs/comparison?of=${topGroup(turn)}`,
      targets: {},
    },
    {
      name: 'forecast of a top-level group, fiscal year',
      path: turn => `/forecast?of=${topGroup(turn)}`,
      targets: {},
    },
    {
      name: 'top-level group by record',
      path: turn => `/costs?of=${topGroup(turn)}&by=record`,
      targets: {},
    },
  ];
}

function serial(turn: number): string {
  return `SN${String(((turn * 613) % 100_000) * 7919).padStart(10, '0')}`.slice(
    0,
    11,
  );
}

/** Entitled and assigned units per product and metric, in force on a day. */
function positionSql(today: string) {
  return {
    sql: `select lower(trim(r.product)) as product,
        count(distinct r.id) as licences,
        count(distinct case when d.stage = 'decommission' then null
          else a.to_ref end) as assigned
      from records r
      left join assignments a on a.record_id = r.id
        and (a.from_date is null or a.from_date <= ?)
        and (a.until_date is null or a.until_date >= ?)
      left join records d on d.ref = a.to_ref
      where r.kind = 'License' and r.retired_at is null
      group by lower(trim(r.product))`,
    values: [today, today],
  };
}
