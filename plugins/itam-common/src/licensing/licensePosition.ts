import type { LicenseMetric, LicenseSpec } from '../entities/types';
import {
  daysBetween,
  divideRounded,
  monthOf,
  type PlainDate,
  ratioFromNumber,
  type Ratio,
} from '../values';
import {
  type ActiveAssignment,
  assignedCount,
  assignmentsOn,
  type ConsumptionFacts,
  consumedOf,
} from './consumption';
import { quantityOn } from './priceAccruals';
import { type UnitPrice, unitPriceOf } from './unitPrice';

/** An amount of a position, rounded half up once. @public */
export interface PositionAmount {
  /** In minor units of the currency. */
  minor: bigint;
  /** ISO 4217 code. */
  currency: string;
}

/**
 * How a pool of licences (same product and metric) stands on a date.
 *
 * Null always means unknown or not applicable, never nothing.
 * @public
 */
export interface LicensePosition {
  /** The product all licences of the pool are for. */
  product: string;
  /** What a unit of the pool counts. */
  metric: LicenseMetric;
  /** False for open source and pools without a quantity: nothing to comply to. */
  applicable: boolean;
  /** Units bought in terms in effect. */
  entitled: number | null;
  /** Distinct users, devices in use or assignments, by the metric. */
  assigned: number;
  /** Units in use, by the metric. */
  consumed: number | null;
  /** Entitled less consumed: negative when under-licensed. */
  position: number | null;
  /** Assignees that have not used the licence for long; null: not measured. */
  reclaimable: string[] | null;
  /** Units nobody holds plus reclaimable ones; null when use is not measured. */
  unused: number | null;
  /** Of the licence of the pool that started last; null for prices paid once. */
  unitPricePerMonth: PositionAmount | null;
  /** What the pool costs a month per assigned seat. */
  costPerSeatPerMonth: PositionAmount | null;
  /** (max(0, entitled − assigned) + reclaimable) · unit price. */
  wastePerMonth: PositionAmount | null;
  /** What the missing units cost until the term ends, this month included. */
  trueUp: PositionAmount | null;
}

const DEFAULT_RECLAIM_DAYS = 90;

/** Metrics whose units are held by somebody, so that a seat can be unused. */
const HELD_METRICS: ReadonlySet<LicenseMetric> = new Set([
  'named-user',
  'user-cal',
  'device',
  'device-cal',
]);

/**
 * The position of a pool on a date.
 *
 * `licenses` are all of one product and metric (see {@link licensePools});
 * those whose term is not in effect on the date count nothing. Throws
 * RangeError for an empty pool.
 * @public
 */
export function licensePosition(
  licenses: readonly LicenseSpec[],
  facts: ConsumptionFacts,
  asOf: PlainDate,
): LicensePosition {
  if (licenses.length === 0) {
    throw new RangeError('A pool has at least one licence');
  }
  const { product, metric } = licenses[0];
  const effective = licenses.filter(license => isEffective(license, asOf));
  const assignments = assignmentsOn(effective, asOf);
  const assigned = assignedCount(metric, assignments, facts);
  const consumed = consumedOf(metric, assignments, facts);
  const applicable = licenses.some(license => isCounted(license, asOf));
  const entitled = applicable ? entitledUnits(effective, asOf) : null;
  const reclaimable = HELD_METRICS.has(metric)
    ? reclaimableOf(assignments, facts, asOf)
    : null;
  const free = entitled === null ? null : Math.max(0, entitled - assigned);
  const unused =
    free === null || reclaimable === null ? null : free + reclaimable.length;
  const position =
    entitled === null || consumed === null ? null : entitled - consumed;
  const newest = newestPriced(effective, asOf);
  const perMonth = newest && !newest.price.once ? newest.price : null;
  return {
    product,
    metric,
    applicable,
    entitled,
    assigned,
    consumed,
    position,
    reclaimable,
    unused,
    unitPricePerMonth: amountOf(perMonth, 1),
    costPerSeatPerMonth:
      entitled === null || assigned === 0
        ? null
        : amountOf(perMonth, entitled, assigned),
    wastePerMonth: unused === null ? null : amountOf(perMonth, unused),
    trueUp: position === null ? null : trueUpOf(newest, -position, asOf),
  };
}

/**
 * Whether a licence's term is in effect on a date; without a term it always is.
 * @public
 */
export function isEffective(license: LicenseSpec, asOf: PlainDate): boolean {
  const { term } = license;
  return (
    !term ||
    (term.start <= asOf && (term.end === undefined || term.end >= asOf))
  );
}

/**
 * Groups licences into pools: same product (letter case and outer spaces
 * aside) and same metric, in order of appearance.
 * @public
 */
export function licensePools<T extends { spec: LicenseSpec }>(
  licenses: readonly T[],
): T[][] {
  const pools = new Map<string, T[]>();
  for (const license of licenses) {
    const { product, metric } = license.spec;
    const key = `${metric}:${product.trim().toLowerCase()}`;
    const pool = pools.get(key);
    if (pool) {
      pool.push(license);
    } else {
      pools.set(key, [license]);
    }
  }
  return [...pools.values()];
}

/** Open source has no entitlement, nor has a licence without a quantity. */
function isCounted(license: LicenseSpec, asOf: PlainDate): boolean {
  return (
    license.type !== 'open-source' && quantityOn(license, asOf) !== undefined
  );
}

function entitledUnits(
  licenses: readonly LicenseSpec[],
  asOf: PlainDate,
): number {
  return licenses
    .filter(license => isCounted(license, asOf))
    .reduce((sum, license) => sum + (quantityOn(license, asOf) ?? 0), 0);
}

function reclaimableOf(
  assignments: readonly ActiveAssignment[],
  facts: ConsumptionFacts,
  asOf: PlainDate,
): string[] | null {
  const { lastUsed, reclaimAfterDays = DEFAULT_RECLAIM_DAYS } = facts;
  if (!lastUsed) {
    return null;
  }
  const isOld = (date: PlainDate | undefined) =>
    date === undefined || daysBetween(date, asOf) >= reclaimAfterDays;
  const idle = assignments
    .filter(
      ({ to, from }) =>
        isOld(from) &&
        isOld(lastUsed.get(to)) &&
        facts.device(to)?.decommissioned !== true,
    )
    .map(({ to }) => to);
  return [...new Set(idle)].sort();
}

/** New units are bought at the price agreed last. */
function newestPriced(
  licenses: readonly LicenseSpec[],
  asOf: PlainDate,
): { price: UnitPrice; license: LicenseSpec } | null {
  return licenses.reduce<{ price: UnitPrice; license: LicenseSpec } | null>(
    (best, license) => {
      const price = unitPriceOf(license, asOf);
      const start = license.term?.start ?? '';
      return price && (!best || start > (best.license.term?.start ?? ''))
        ? { price, license }
        : best;
    },
    null,
  );
}

function trueUpOf(
  newest: { price: UnitPrice; license: LicenseSpec } | null,
  missing: number,
  asOf: PlainDate,
): PositionAmount | null {
  if (!newest) {
    return null;
  }
  const { price, license } = newest;
  const units = Math.max(0, missing);
  if (price.once) {
    return amountOf(price, units);
  }
  const end = license.term?.end;
  return end === undefined
    ? null
    : amountOf(price, units, 1, monthOf(end) - monthOf(asOf) + 1);
}

function amountOf(
  price: UnitPrice | null,
  units: number,
  per: number = 1,
  months: number = 1,
): PositionAmount | null {
  if (!price) {
    return null;
  }
  const count: Ratio = ratioFromNumber(units);
  return {
    minor: divideRounded(
      price.minor.numerator * count.numerator * BigInt(months),
      price.minor.denominator * count.denominator * BigInt(per),
      'half-up',
    ),
    currency: price.currency,
  };
}
