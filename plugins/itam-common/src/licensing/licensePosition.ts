import type { LicenseMetric, LicenseSpec } from '../entities/types';
import { daysBetween, type PlainDate } from '../values';
import {
  type ActiveAssignment,
  assignedCount,
  assignmentsOn,
  type ConsumptionFacts,
  consumedOf,
} from './consumption';
import { foundUnits } from './foundSoftware';
import { isEffective, type PoolPosition, positionOf } from './poolPosition';

/**
 * How a pool of licences (same product and metric) stands on a date.
 *
 * Null always means unknown or not applicable, never nothing.
 * @public
 */
export interface LicensePosition
  extends Omit<PoolPosition, 'balance' | 'reclaimable'> {
  /** Entitled less consumed: negative when under-licensed. */
  position: number | null;
  /** Assignees that have not used the licence for long; null: not measured. */
  reclaimable: string[] | null;
}

/**
 * Days without use after which a seat is reclaimable unless somebody decides
 * otherwise.
 * @public
 */
export const DEFAULT_RECLAIM_DAYS = 90;

/** Metrics whose units are held by somebody, so that a seat can be unused. */
const HELD_METRICS: ReadonlySet<LicenseMetric> = new Set([
  'named-user',
  'user-cal',
  'device',
  'device-cal',
]);

/**
 * Whether somebody holds a unit of the metric, so that a seat can be unused
 * and given back. Of other metrics nothing is reclaimable (null).
 * @public
 */
export function isHeldMetric(metric: LicenseMetric): boolean {
  return HELD_METRICS.has(metric);
}

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
  const reclaimable = isHeldMetric(metric)
    ? reclaimableOf(assignments, facts, asOf)
    : null;
  const [license] = effective;
  const { balance, ...counted } = positionOf({
    product,
    metric,
    licenses,
    assigned: assignedCount(metric, assignments, facts),
    consumed: consumedOf(metric, assignments, facts),
    found: license ? foundUnits(metric, license, assignments, facts, asOf) : 0,
    reclaimable: reclaimable === null ? null : reclaimable.length,
    asOf,
  });
  return { ...counted, position: balance, reclaimable };
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

/**
 * Whether a seat could be given back: assigned for at least so many days (or
 * since nobody knows when) and not used for at least as many.
 * @public
 */
export function isReclaimable(
  seat: { from?: PlainDate; lastUsed?: PlainDate },
  asOf: PlainDate,
  reclaimAfterDays: number = DEFAULT_RECLAIM_DAYS,
): boolean {
  return [seat.from, seat.lastUsed].every(
    date => date === undefined || daysBetween(date, asOf) >= reclaimAfterDays,
  );
}

function reclaimableOf(
  assignments: readonly ActiveAssignment[],
  facts: ConsumptionFacts,
  asOf: PlainDate,
): string[] | null {
  const { lastUsed, reclaimAfterDays } = facts;
  if (!lastUsed) {
    return null;
  }
  const idle = assignments
    .filter(
      ({ to, from }) =>
        facts.device(to)?.decommissioned !== true &&
        isReclaimable(
          { from, lastUsed: lastUsed.get(to) },
          asOf,
          reclaimAfterDays,
        ),
    )
    .map(({ to }) => to);
  return [...new Set(idle)].sort();
}
