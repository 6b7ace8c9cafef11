import type { Knex } from 'knex';
import type { CoverageCount } from '../nodeCoverage/CoverageCounts';
import type { Access } from '../../permissions/access';
import { textList } from '../../database/idList';
import { hasBills } from '../cloudBilling/hasBills';
import { whereReadable } from '../../permissions/recordFilterToKnex';
import { readAbsentRefs } from './absentRefs';
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

/** So many records are looked at faster than all the refs in the register. */
const FEW_RECORDS = 200;

/** Reads the coverage of a scope in the caller's name, from its counts. */
export async function readCoverage(
  knex: Knex,
  scope: CostScope,
  range: MonthRange,
  counts: CoverageCount,
  access: Access,
  asOf: string,
): Promise<CoverageFacts> {
  const condition = recordCondition(scope);
  const readable = () => {
    const query = knex('records')
      .whereNull('records.retired_at')
      .whereRaw(condition.sql, condition.values);
    whereReadable(query, access, asOf);
    return query;
  };
  const { records, priced } = counts;
  const [withoutPrice, unresolved, countedInContract] = await Promise.all([
    priced < records ? readWithoutPrice(knex, readable()) : [],
    counts.unresolved > 0 ? readUnresolved(knex, records, readable) : [],
    counts.inContract > 0 ? countCountedInContract(knex, scope, range) : 0,
  ]);
  return {
    records,
    priced,
    countedInContract,
    notInUseYet: counts.early,
    readableWithoutPrice: withoutPrice.map(({ ref, title }) => ({
      ref,
      title,
    })),
    readableWithoutPriceCount: Number(withoutPrice[0]?.total ?? 0),
    unresolvedRefs: unresolved,
  };
}

async function readWithoutPrice(
  knex: Knex,
  readable: Knex.QueryBuilder,
): Promise<{ ref: string; title: string; total: unknown }[]> {
  return await readable
    .where('records.has_price', false)
    .whereRaw(`NOT ${hasBills('records')}`)
    .orderBy('records.title_order')
    .orderBy('records.id')
    .limit(NAMED_AT_MOST)
    .select(
      'records.ref',
      'records.title',
      knex.raw('count(*) over () as total'),
    );
}

/**
 * In a small scope every record is looked at. Otherwise what is absent is
 * looked for first, in the whole register: as a rule that is nothing, and no
 * record of the scope has to be looked at.
 */
async function readUnresolved(
  knex: Knex,
  records: number,
  readable: () => Knex.QueryBuilder,
): Promise<string[]> {
  const found =
    records <= FEW_RECORDS
      ? await unresolvedOfFew(knex, readable)
      : await unresolvedOfMany(knex, readable);
  return [...new Set(found)].sort().slice(0, NAMED_AT_MOST);
}

async function unresolvedOfFew(
  knex: Knex,
  readable: () => Knex.QueryBuilder,
): Promise<string[]> {
  const isAbsent = (column: string) => (query: Knex.QueryBuilder) =>
    query
      .select(knex.raw('1'))
      .from('nodes')
      .whereRaw('nodes.ref = ??', [column]);
  const rows: { ref: string }[] = await readable()
    .whereNotNull('records.owner_ref')
    .whereNotExists(isAbsent('records.owner_ref'))
    .select('records.owner_ref as ref')
    .union(
      readable()
        .join('record_services', 'record_services.record_id', 'records.id')
        .whereNotExists(isAbsent('record_services.service_ref'))
        .select('record_services.service_ref as ref'),
    );
  return rows.map(row => row.ref);
}

async function unresolvedOfMany(
  knex: Knex,
  readable: () => Knex.QueryBuilder,
): Promise<string[]> {
  const { owners, services } = await readAbsentRefs(knex);
  const rows: { ref: string }[] = [
    ...(owners.length === 0
      ? []
      : await readable()
          .whereIn('records.owner_ref', textList(knex, owners))
          .distinct('records.owner_ref as ref')),
    ...(services.length === 0
      ? []
      : await readable()
          .join('record_services', 'record_services.record_id', 'records.id')
          .whereIn('record_services.service_ref', textList(knex, services))
          .distinct('record_services.service_ref as ref')),
  ];
  return rows.map(row => row.ref);
}
