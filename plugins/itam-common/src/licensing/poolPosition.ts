import type { LicenseMetric, LicenseSpec } from '../entities/types';
import {
  addRatios,
  compareRatios,
  divideRounded,
  monthOf,
  numberFromRatio,
  type PlainDate,
  type Ratio,
  ratio,
  ratioFromNumber,
  subtractRatios,
} from '../values';
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
 * A pool of licences of which the assignments have been counted already, for
 * instance by a database.
 * @public
 */
export interface CountedPool {
  /** The product all licences of the pool are for. */
  product: string;
  /** What a unit of the pool counts. */
  metric: LicenseMetric;
  /**
   * All licences of the pool, whether or not their term is in effect; their
   * assignments are not read. Of two that started on the same day the first
   * one sets the unit price, so their order should be a stable one.
   */
  licenses: readonly LicenseSpec[];
  /** Distinct users, devices in use or assignments, by the metric. */
  assigned: number;
  /**
   * Units in use, by the metric, those found aside; null when nothing measures
   * them.
   */
  consumed: number | null;
  /**
   * Units that only discovery knows of (see {@link foundUnits}); null when
   * their number is not known, 0 when absent.
   */
  found?: number | null;
  /** Seats not used for long; null when use is not measured. */
  reclaimable: number | null;
  /** The day the position is of. */
  asOf: PlainDate;
}

/**
 * How a pool of licences (same product and metric) stands on a date, from
 * counted facts.
 *
 * Null always means unknown or not applicable, never nothing.
 * @public
 */
export interface PoolPosition {
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
  /** Units in use, by the metric, those found included. */
  consumed: number | null;
  /** Of those, units that only discovery knows of; null: not known. */
  found: number | null;
  /** Entitled less consumed: negative when under-licensed, never clamped. */
  balance: number | null;
  /** Seats not used for long; null: not measured. */
  reclaimable: number | null;
  /**
   * Units nobody holds and nothing found needs, plus reclaimable ones; null
   * when use is not measured.
   */
  unused: number | null;
  /** Of the licence of the pool that started last; null for prices paid once. */
  unitPricePerMonth: PositionAmount | null;
  /** What the pool costs a month per assigned seat. */
  costPerSeatPerMonth: PositionAmount | null;
  /** (max(0, entitled − assigned − found) + reclaimable) · unit price. */
  wastePerMonth: PositionAmount | null;
  /**
   * max(0, −balance) · unit price · months left including this one; for a
   * price paid once, once. Null when units are missing and the term has no end.
   */
  trueUp: PositionAmount | null;
}

/**
 * The position of a pool from counted facts.
 *
 * Licences whose term is not in effect on the date entitle to nothing. Throws
 * RangeError for an empty pool and for counts that are negative.
 * @public
 */
export function positionOf(pool: CountedPool): PoolPosition {
  const { product, metric, licenses, assigned, asOf } = pool;
  const { reclaimable, found = 0 } = pool;
  if (licenses.length === 0) {
    throw new RangeError('A pool has at least one licence');
  }
  if (
    [assigned, pool.consumed ?? 0, found ?? 0, reclaimable ?? 0].some(
      count => count < 0,
    )
  ) {
    throw new RangeError('Counts of a pool are not negative');
  }
  const effective = licenses.filter(license => isEffective(license, asOf));
  const applicable = licenses.some(license => isCounted(license, asOf));
  const entitled = applicable ? entitledUnits(effective, asOf) : null;
  const consumed =
    pool.consumed === null || found === null
      ? null
      : addRatios(ratioFromNumber(pool.consumed), ratioFromNumber(found));
  const balance =
    entitled === null || consumed === null
      ? null
      : subtractRatios(entitled, consumed);
  const unused =
    entitled === null || reclaimable === null || found === null
      ? null
      : addRatios(
          notNegative(
            subtractRatios(
              entitled,
              addRatios(ratioFromNumber(assigned), ratioFromNumber(found)),
            ),
          ),
          ratioFromNumber(reclaimable),
        );
  const newest = newestPriced(effective, asOf);
  const perMonth = newest && !newest.price.once ? newest.price : null;
  return {
    product,
    metric,
    applicable,
    entitled: numberOf(entitled),
    assigned,
    consumed: numberOf(consumed),
    found,
    balance: numberOf(balance),
    reclaimable,
    unused: numberOf(unused),
    unitPricePerMonth: amountOf(perMonth, ratio(1n)),
    costPerSeatPerMonth:
      entitled === null || assigned === 0
        ? null
        : amountOf(perMonth, entitled, assigned),
    wastePerMonth: unused === null ? null : amountOf(perMonth, unused),
    trueUp: balance === null ? null : trueUpOf(newest, balance, asOf),
  };
}

/**
 * Whether a licence's term is in effect on a date; without a term it always is.
 * @public
 */
export function isEffective(
  license: Pick<LicenseSpec, 'term'>,
  asOf: PlainDate,
): boolean {
  const { term } = license;
  return (
    !term ||
    (term.start <= asOf && (term.end === undefined || term.end >= asOf))
  );
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
): Ratio {
  return licenses
    .filter(license => isCounted(license, asOf))
    .reduce(
      (sum, license) =>
        addRatios(sum, ratioFromNumber(quantityOn(license, asOf) ?? 0)),
      ratio(0n),
    );
}

interface Priced {
  price: UnitPrice;
  license: LicenseSpec;
}

/** New units are bought at the price agreed last. */
function newestPriced(
  licenses: readonly LicenseSpec[],
  asOf: PlainDate,
): Priced | null {
  return licenses.reduce<Priced | null>((best, license) => {
    const price = unitPriceOf(license, asOf);
    const start = license.term?.start ?? '';
    return price && (!best || start > (best.license.term?.start ?? ''))
      ? { price, license }
      : best;
  }, null);
}

function trueUpOf(
  newest: Priced | null,
  balance: Ratio,
  asOf: PlainDate,
): PositionAmount | null {
  if (!newest) {
    return null;
  }
  const { price, license } = newest;
  const missing = notNegative(subtractRatios(ratio(0n), balance));
  if (price.once || missing.numerator === 0n) {
    return amountOf(price, missing);
  }
  const end = license.term?.end;
  return end === undefined
    ? null
    : amountOf(price, missing, 1, monthOf(end) - monthOf(asOf) + 1);
}

function amountOf(
  price: UnitPrice | null,
  units: Ratio,
  per: number = 1,
  months: number = 1,
): PositionAmount | null {
  if (!price) {
    return null;
  }
  return {
    minor: divideRounded(
      price.minor.numerator * units.numerator * BigInt(months),
      price.minor.denominator * units.denominator * BigInt(per),
      'half-up',
    ),
    currency: price.currency,
  };
}

function notNegative(value: Ratio): Ratio {
  return compareRatios(value, ratio(0n)) < 0 ? ratio(0n) : value;
}

function numberOf(value: Ratio | null): number | null {
  return value === null ? null : numberFromRatio(value);
}
