import {
  convertMonth,
  formatAmount,
  licensePools,
  positionState,
  type AmountJson,
  type LicenseMetric,
  type LicensePositionPage,
  type PositionAmount,
  type PositionState,
  type RateTable,
} from '@backstage-itam/plugin-itam-common';
import {
  readLicensesOwnedBelow,
  readPooledLicenses,
  type PooledLicense,
} from '../../stores/queries/licensePool';
import { loadRateTable } from '../costs/loadRateTable';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { recordsWithVisibleCost } from '../records/visibleCosts';
import { countPools, type CountedLicensePool } from './countPools';

/** What positions are asked for, and in which order. */
export interface PositionQuestion {
  /** ISO calendar date. */
  asOf: string;
  /** Part of the product or publisher, in any letter case. */
  q?: string;
  vendor?: string;
  /** Group or user ref; groups include their sub-groups. */
  owner?: string;
  metric?: LicenseMetric;
  state?: PositionState;
  sort: 'product' | 'balance' | 'waste' | 'trueUp';
  order: 'asc' | 'desc';
}

/** Where a pool stands in the order; those without a value are last. */
export interface PoolRank {
  value: string | number | null;
  /** Metric and product, unique. */
  key: string;
}

/** A pool with what the caller may see of it. */
export interface RankedPool extends PoolRank {
  pool: CountedLicensePool;
  /** Whether the caller may see the cost of each of its licences. */
  priced: boolean;
}

/** All pools of a question, in order. */
export interface Positions {
  pools: RankedPool[];
  counts: LicensePositionPage['counts'];
  totals: LicensePositionPage['totals'];
}

/**
 * How every pool of licences in effect stands that the caller may read
 * licences of.
 *
 * A filter picks pools, never a part of one: a pool is shown when one of its
 * licences fits, with all of them counted.
 */
export async function readPositions(
  deps: ReadDeps,
  context: ReadContext,
  question: PositionQuestion,
): Promise<Positions> {
  const { knex, config } = deps;
  const { asOf } = question;
  const licenses = await matchingLicenses(
    knex,
    question,
    await readPooledLicenses(knex, context.access, {
      asOf,
      today: context.today,
    }),
  );
  const [counted, visible] = await Promise.all([
    countPools(knex, licenses, {
      asOf,
      reclaimAfterDays: config.licences.reclaimAfterDays,
    }),
    recordsWithVisibleCost(
      knex,
      context,
      licenses.map(({ ref }) => ref),
    ),
  ]);
  const counts: Positions['counts'] = {
    short: 0,
    unused: 0,
    balanced: 0,
    unknown: 0,
    'not-applicable': 0,
  };
  const shown: Omit<RankedPool, 'value'>[] = [];
  for (const pool of counted.filter(one => one.effective)) {
    const state = positionState(pool.position);
    counts[state] += 1;
    if (question.state === undefined || question.state === state) {
      shown.push({
        pool,
        key: keyOf(pool),
        priced: pool.licenses.every(({ ref }) => visible.has(ref)),
      });
    }
  }
  const valueOf = await valuesFor(deps, context, question, shown);
  return {
    pools: shown
      .map(one => ({ ...one, value: valueOf(one) }))
      .sort(byRank(question.order)),
    counts,
    totals: {
      wastePerMonth: totalOf(shown, ({ wastePerMonth }) => wastePerMonth),
      trueUp: totalOf(shown, ({ trueUp }) => trueUp),
    },
  };
}

/** The order of a list of pools. */
export function byRank(
  order: 'asc' | 'desc',
): (a: PoolRank, b: PoolRank) => number {
  const direction = order === 'asc' ? 1 : -1;
  return (a, b) => {
    if (a.value !== b.value) {
      if (a.value === null || b.value === null) {
        return a.value === null ? 1 : -1;
      }
      return a.value < b.value ? -direction : direction;
    }
    if (a.key === b.key) {
      return 0;
    }
    return a.key < b.key ? -1 : 1;
  };
}

function keyOf({ position }: CountedLicensePool): string {
  return `${position.metric}:${position.product.toLowerCase()}`;
}

async function matchingLicenses(
  knex: ReadDeps['knex'],
  question: PositionQuestion,
  licenses: PooledLicense[],
): Promise<PooledLicense[]> {
  const { q, vendor, owner, metric } = question;
  const owned =
    owner === undefined ? undefined : await readLicensesOwnedBelow(knex, owner);
  const wanted = q?.trim().toLowerCase();
  const fits = ({ id, spec }: PooledLicense) =>
    (metric === undefined || spec.metric === metric) &&
    (vendor === undefined || spec.vendor === vendor) &&
    (owned === undefined || owned.has(id)) &&
    (wanted === undefined ||
      spec.product.toLowerCase().includes(wanted) ||
      (spec.publisher ?? '').toLowerCase().includes(wanted));
  return licensePools(licenses)
    .filter(pool => pool.some(fits))
    .flat();
}

type Valued = Pick<RankedPool, 'pool' | 'priced'>;

/**
 * Amounts of several currencies are compared at the rates of today; those
 * without a rate, and those the caller may not see, have no value.
 */
async function valuesFor(
  deps: ReadDeps,
  context: ReadContext,
  { sort }: PositionQuestion,
  shown: readonly Valued[],
): Promise<(pool: Valued) => string | number | null> {
  if (sort === 'product') {
    return ({ pool }) => pool.position.product.toLowerCase();
  }
  if (sort === 'balance') {
    return ({ pool }) => pool.position.balance;
  }
  const amountOf = ({ pool, priced }: Valued) => {
    const { wastePerMonth, trueUp } = pool.position;
    const amount = sort === 'waste' ? wastePerMonth : trueUp;
    return priced ? amount : null;
  };
  const { reportingCurrency } = deps.config;
  const { currentMonth, today } = context;
  const table: RateTable = await loadRateTable(deps.knex, {
    currencies: [
      ...new Set(shown.flatMap(one => amountOf(one)?.currency ?? [])),
    ],
    reportingCurrency,
    fromMonth: currentMonth,
    toMonthExclusive: currentMonth + 1,
    currentMonth,
    today,
  });
  return one => {
    const amount = amountOf(one);
    if (!amount) {
      return null;
    }
    const { minor, unconverted } = convertMonth(
      new Map([[amount.currency, amount.minor]]),
      reportingCurrency,
      currentMonth,
      today,
      table,
    );
    return unconverted.length > 0 ? null : Number(minor);
  };
}

function totalOf(
  shown: readonly Valued[],
  read: (position: CountedLicensePool['position']) => PositionAmount | null,
): AmountJson[] {
  const sums = new Map<string, bigint>();
  for (const { pool, priced } of shown) {
    const amount = priced ? read(pool.position) : null;
    if (amount && amount.minor !== 0n) {
      const { currency, minor } = amount;
      sums.set(currency, (sums.get(currency) ?? 0n) + minor);
    }
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, minor]) => ({
      amount: formatAmount(minor, currency),
      currency,
    }));
}
