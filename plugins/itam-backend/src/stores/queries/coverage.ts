import type { Knex } from 'knex';
import type { Access } from '../../permissions/access';
import { whereReadable } from '../../permissions/recordFilterToKnex';
import { recordCondition, type CostScope } from './costScopes';
import { countCountedInContract, type MonthRange } from './countedInContract';

/** What is known of the records behind a figure, as of now. */
export interface CoverageFacts {
  records: number;
  priced: number;
  /** Priced licences whose contract's charges are their cost in the range. */
  countedInContract: number;
  /** Records that only promise cost: planning and procurement. */
  notInUseYet: number;
  /** Records without price that the caller may read, the first of them. */
  readableWithoutPrice: { ref: string; title: string }[];
  readableWithoutPriceCount: number;
  /** Owners and services of readable records that the catalog lacks. */
  unresolvedRefs: string[];
}

/** Enough to act on; the counts tell the rest. */
const NAMED_AT_MOST = 100;

/** Reads the coverage of a scope in the caller's name. */
export async function readCoverage(
  knex: Knex,
  scope: CostScope,
  range: MonthRange,
  access: Access,
  asOf: string,
): Promise<CoverageFacts> {
  const condition = recordCondition(scope);
  const behind = () =>
    knex('records')
      .whereNull('records.retired_at')
      .whereRaw(condition.sql, condition.values);
  const readable = () => {
    const query = behind();
    whereReadable(query, access, asOf);
    return query;
  };

  const counts: { has_price: unknown; early: unknown; count: unknown }[] =
    await behind()
      .groupBy('records.has_price', knex.ref('early'))
      .select(
        'records.has_price',
        knex.raw(
          `case when records.stage in ('planning', 'procurement') then 1 else 0 end as early`,
        ),
      )
      .count({ count: '*' });
  const facts: CoverageFacts = {
    records: 0,
    priced: 0,
    countedInContract: 0,
    notInUseYet: 0,
    readableWithoutPrice: [],
    readableWithoutPriceCount: 0,
    unresolvedRefs: [],
  };
  for (const row of counts) {
    const count = Number(row.count);
    facts.records += count;
    facts.priced += Number(row.has_price) === 1 ? count : 0;
    facts.notInUseYet += Number(row.early) === 1 ? count : 0;
  }
  if (facts.records === 0) {
    return facts;
  }

  const [withoutPrice, unresolved, countedInContract] = await Promise.all([
    facts.priced < facts.records ? readWithoutPrice(knex, readable()) : [],
    readUnresolved(knex, readable),
    facts.priced > 0 ? countCountedInContract(knex, scope, range) : 0,
  ]);
  facts.countedInContract = countedInContract;
  facts.readableWithoutPriceCount = Number(withoutPrice[0]?.total ?? 0);
  facts.readableWithoutPrice = withoutPrice.map(({ ref, title }) => ({
    ref,
    title,
  }));
  facts.unresolvedRefs = unresolved;
  return facts;
}

async function readWithoutPrice(
  knex: Knex,
  readable: Knex.QueryBuilder,
): Promise<{ ref: string; title: string; total: unknown }[]> {
  return await readable
    .where('records.has_price', false)
    .orderBy('records.title')
    .orderBy('records.id')
    .limit(NAMED_AT_MOST)
    .select(
      'records.ref',
      'records.title',
      knex.raw('count(*) over () as total'),
    );
}

async function readUnresolved(
  knex: Knex,
  readable: () => Knex.QueryBuilder,
): Promise<string[]> {
  const absent = (column: string) =>
    knex('nodes').select(knex.raw('1')).whereRaw('nodes.ref = ??', [column]);
  const rows: { ref: string }[] = await readable()
    .whereNotNull('records.owner_ref')
    .whereNotExists(absent('records.owner_ref'))
    .distinct('records.owner_ref as ref')
    .union(
      readable()
        .join('record_services', 'record_services.record_id', 'records.id')
        .whereNotExists(absent('record_services.service_ref'))
        .distinct('record_services.service_ref as ref'),
    );
  return rows
    .map(row => row.ref)
    .sort()
    .slice(0, NAMED_AT_MOST);
}
