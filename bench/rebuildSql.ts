import type { Knex } from 'knex';
import { WINDOW_MONTHS } from '../plugins/itam-backend/src/stores/readModel/packedMonths';
import { windowStartAt } from '../plugins/itam-backend/src/stores/readModel/window';
import {
  scaleColumns,
  sliceAmountSql,
} from '../plugins/itam-backend/src/stores/queries/sliceAmount';

const KINDS = 'view, certainty, category, currency, month';
const SUMS = `${KINDS}, sum(minor) as minor`;

/** How long SQL takes for the monthly totals of all nodes. */
export interface SqlRebuild {
  /** How long it took, or was waited for. */
  seconds: number;
  /** Undefined when the limit was reached before it was done. */
  rows: number | undefined;
  /** Rows the read model has. */
  expectedRows: number;
}

/**
 * Computes the monthly totals of all nodes from the segments by SQL alone, into
 * tables that go away with the transaction: amounts of each segment and month
 * once, then their sums per node, then one row per node with all months. It is
 * given up after the limit.
 */
export async function rebuildInSql(
  knex: Knex,
  asOf: Date,
  limitSeconds: number,
): Promise<SqlRebuild> {
  const isPostgres = knex.client.config.client === 'pg';
  const first = windowStartAt(asOf);
  const months = Array.from(
    { length: WINDOW_MONTHS },
    (_, at) => `(cast(${first + at} as bigint))`,
  ).join(', ');
  const amounts = (name: string, from: string, lo: string, hi: string) => `
    create temporary table ${name} as
    with m(month) as (values ${months}), part as (
      select s.id as segment_id, s.view, s.certainty, s.category, s.currency,
        ${name === 'bench_slices' ? 'c.service_ref,' : ''}
        cast(s.start_month as bigint) as start_month,
        s.start_month + s.window_from as first_month,
        s.start_month + s.window_to as end_month,
        ${scaleColumns}, cast(${lo} as bigint) as lo, cast(${hi} as bigint) as hi
      from ${from})
    select ${
      name === 'bench_slices' ? 'service_ref as ref' : 'segment_id'
    }, ${KINDS}, sum(sign * ${sliceAmountSql({
    a: '(month - start_month)',
    b: '(month - start_month + 1)',
  })}) as minor
    from part join m on month >= first_month and month < end_month
    group by ${name === 'bench_slices' ? 'ref' : 'segment_id'}, ${KINDS}`;
  const owned = (table: string, prefix: string) =>
    [
      [`r.ref`, 'join records r on r.id = s.record_id', ''],
      [
        `coalesce(o.key, s.owner_ref, 'unowned')`,
        'left join bench_owner_keys o on o.ref = s.owner_ref',
        '',
      ],
      [`'supplier:' || s.vendor`, '', 'where s.vendor is not null'],
      [`'class:' || s.asset_class`, '', 'where s.asset_class is not null'],
      [
        `'cost-center:' || s.cost_center`,
        '',
        'where s.cost_center is not null',
      ],
    ].map(
      ([key, join, where]) => `
        select ${prefix}${key} as key, 'owned' as basis, ${SUMS.replace(
        KINDS,
        KINDS.replace(/\w+/g, 't.$&'),
      ).replace('sum(minor)', 'sum(t.minor)')}
        from ${table} t join cost_segments s on s.id = t.segment_id
        ${join} ${where} group by 1, ${KINDS.replace(/\w+/g, 't.$&')}`,
    );
  const all = (key: string, basis: string, table: string) =>
    `select '${key}' as key, '${basis}' as basis, ${SUMS} from ${table} group by ${KINDS}`;
  const statements = [
    amounts('bench_whole', 'cost_segments s', '0', 's.weight_total'),
    amounts(
      'bench_open',
      'cost_segments s join cost_slices c on c.segment_id = s.id and c.service_ref is null',
      'c.lo',
      'c.hi',
    ),
    amounts(
      'bench_slices',
      'cost_segments s join cost_slices c on c.segment_id = s.id and c.service_ref is not null',
      'c.lo',
      'c.hi',
    ),
    `create temporary table bench_owner_keys as
      select descendant_ref as ref, ancestor_ref as key from node_closure
      where dimension = 'group'`,
    `create temporary table bench_service_keys as
      select distinct ref, ref as key from bench_slices
      union select descendant_ref, ancestor_ref from node_closure
        where dimension = 'part'
      union select n.ref, coalesce(o.key, n.owner_ref) from nodes n
        left join bench_owner_keys o on o.ref = n.owner_ref
        where n.owner_ref is not null`,
    `create temporary table bench_sums as ${[
      all('all', 'used', 'bench_whole'),
      all('all', 'owned', 'bench_whole'),
      all('unallocated', 'used', 'bench_open'),
      ...owned('bench_whole', ''),
      ...owned('bench_open', `'unallocated|' || `),
      `select k.key, 'used' as basis, ${SUMS} from bench_slices t
        join bench_service_keys k on k.ref = t.ref group by k.key, ${KINDS}`,
    ].join(' union all ')}`,
    `create temporary table bench_vec as
      select key, view, basis, certainty, category, currency,
        ${isPostgres ? 'array_agg' : 'json_group_array'}(minor) as months
      from ${
        isPostgres ? 'bench_sums' : '(select * from bench_sums order by month)'
      }
      group by key, view, basis, certainty, category, currency
      having max(abs(minor)) > 0`,
  ];
  const trx = await knex.transaction();
  const begun = performance.now();
  const seconds = () => (performance.now() - begun) / 1_000;
  try {
    const [{ rows: expected }] = await trx('cost_vec').count({ rows: '*' });
    const expectedRows = Number(expected);
    if (isPostgres) {
      await trx.raw(`set local work_mem = '256MB'`);
    }
    for (const statement of statements) {
      const left = Math.ceil((limitSeconds - seconds()) * 1_000);
      if (left <= 0) {
        return { seconds: seconds(), rows: undefined, expectedRows };
      }
      if (isPostgres) {
        await trx.raw(`set local statement_timeout = ${left}`);
      }
      try {
        await trx.raw(statement);
      } catch (error) {
        if (isTimeout(error)) {
          return { seconds: seconds(), rows: undefined, expectedRows };
        }
        throw error;
      }
    }
    const took = seconds();
    const [{ rows }] = await trx('bench_vec').count({ rows: '*' });
    return { seconds: took, rows: Number(rows), expectedRows };
  } finally {
    await trx.rollback();
  }
}

function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' &&
    error !== null &&
    'code' in error &&
    error.code === '57014'
  );
}
