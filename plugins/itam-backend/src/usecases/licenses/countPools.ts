import {
  addRatios,
  consumedOf,
  isEffective,
  isHeldMetric,
  licensePools,
  multiplyRatios,
  numberFromRatio,
  positionOf,
  ratio,
  ratioFromNumber,
  unitsOfPlaces,
  type FoundPlaces,
  type LicenseMetric,
  type LicenseSpec,
  type PoolPosition,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { inTurn } from '../../database/inTurn';
import type { PooledLicense } from '../../stores/queries/licensePool';
import type { DeviceGroup } from '../../stores/queries/deviceGroups';
import { readDeviceGroups } from '../../stores/queries/licensePoolDevices';
import {
  countFoundPlaces,
  readFoundDeviceGroups,
} from '../../stores/queries/licensePoolFound';
import {
  countIdleHolders,
  readPoolsWithMeasuredSeats,
} from '../../stores/queries/licensePoolIdle';
import type { PoolMember } from '../../stores/queries/licensePoolMembers';
import {
  countSeats,
  type SeatCount,
} from '../../stores/queries/licensePoolSeats';
import { readPeaks, readUnits } from '../../stores/queries/licensePoolUsage';
import { readPoolItems } from './poolItems';

/** A pool of licences and how it stands. */
export interface CountedLicensePool {
  /**
   * The licences whose term is in effect, by id; all of the pool when there is
   * none.
   */
  licenses: PooledLicense[];
  /** Whether a term is in effect. */
  effective: boolean;
  position: PoolPosition;
  /** Where discovery found it, that nothing is assigned for. */
  found: FoundPlaces;
  /** Ids of the discovered products that count. */
  items: number[];
}

const THOUSAND = 1_000n;
const NOWHERE: FoundPlaces = { users: 0, devices: 0, services: 0 };

/**
 * Groups licences into pools and says how each stands on a day.
 *
 * Seats, devices and use are counted by the database, a statement for all
 * pools each; the arithmetic is that of the rules. The one source of positions
 * for lists, ranges and the page of a licence.
 *
 * @param asOf - ISO calendar date
 */
export async function countPools(
  knex: Knex,
  licenses: readonly PooledLicense[],
  options: { asOf: string; reclaimAfterDays: number },
): Promise<CountedLicensePool[]> {
  const { asOf } = options;
  const pools = licensePools(licenses);
  const counts = await readCounts(knex, pools, options);
  return pools.map((pool, index) => {
    const { product, metric } = pool[0].spec;
    const effective = pool.filter(({ spec }) => isEffective(spec, asOf));
    return {
      licenses: effective.length > 0 ? effective : pool,
      effective: effective.length > 0,
      position: positionOf({
        product: product.trim(),
        metric,
        licenses: pool.map(({ spec }) => spec),
        assigned: counts.assigned(index, metric),
        consumed: counts.consumed(index, metric),
        found: counts.found(index, metric),
        reclaimable: counts.reclaimable(index, metric),
        asOf,
      }),
      found: counts.places(index),
      items: counts.items(index),
    };
  });
}

/** Facts of pools by their index. */
interface PoolCounts {
  assigned(pool: number, metric: LicenseMetric): number;
  consumed(pool: number, metric: LicenseMetric): number | null;
  found(pool: number, metric: LicenseMetric): number | null;
  places(pool: number): FoundPlaces;
  items(pool: number): number[];
  reclaimable(pool: number, metric: LicenseMetric): number | null;
}

async function readCounts(
  knex: Knex,
  pools: readonly PooledLicense[][],
  options: { asOf: string; reclaimAfterDays: number },
): Promise<PoolCounts> {
  const { asOf } = options;
  const effective = membersOf(pools, ({ spec }) => isEffective(spec, asOf));
  const ever = membersOf(pools, () => true);
  const where = (
    members: readonly PoolMember[],
    test: (metric: LicenseMetric) => boolean,
  ) => members.filter(({ pool }) => test(pools[pool][0].spec.metric));

  const seatsOf = async (count: SeatCount) =>
    await countSeats(
      knex,
      count,
      where(effective, metric => seatCountOf(metric) === count),
      asOf,
    );
  const measured = await readPoolsWithMeasuredSeats(
    knex,
    where(ever, isHeldMetric),
    asOf,
  );
  const items = await readPoolItems(knex, pools, asOf);
  const foundIn = (test: (metric: LicenseMetric) => boolean) => ({
    members: where(effective, test),
    items: items.filter(({ pool }) => test(pools[pool][0].spec.metric)),
    asOf,
  });
  const run = inTurn(knex);
  const [holders, devices, seats, groups, peaks, units, idle, places, hosts] =
    await Promise.all([
      run(() => seatsOf('holders')),
      run(() => seatsOf('devices')),
      run(() => seatsOf('seats')),
      run(() => readDeviceGroups(knex, where(effective, countsCores), asOf)),
      run(() =>
        readPeaks(
          knex,
          where(effective, metric => metric === 'concurrent-user'),
          asOf,
        ),
      ),
      run(() =>
        readUnits(
          knex,
          where(effective, metric => metric === 'consumption'),
          asOf,
        ),
      ),
      run(() =>
        countIdleHolders(knex, {
          members: effective.filter(({ pool }) => measured.has(pool)),
          everMembers: ever.filter(({ pool }) => measured.has(pool)),
          ...options,
        }),
      ),
      run(() =>
        countFoundPlaces(
          knex,
          foundIn(() => true),
        ),
      ),
      run(() => readFoundDeviceGroups(knex, foundIn(countsCores))),
    ]);
  const groupsByPool = byPool(groups);
  const hostsByPool = byPool(hosts);
  const specs = new Map(
    pools.flatMap(pool => pool.map(({ id, spec }) => [id, spec])),
  );
  const assigned = (pool: number, metric: LicenseMetric): number =>
    (countsCores(metric)
      ? groupsByPool.get(pool)?.reduce((sum, group) => sum + group.devices, 0)
      : holders.get(pool) ?? devices.get(pool) ?? seats.get(pool)) ?? 0;
  return {
    assigned,
    consumed: (pool, metric) => {
      switch (metric) {
        case 'concurrent-user':
          return quantityOf(peaks.get(pool));
        case 'consumption':
          return quantityOf(units.get(pool));
        case 'core':
        case 'processor':
          return unitsOf(metric, groupsByPool.get(pool) ?? [], specs);
        default:
          return assigned(pool, metric);
      }
    },
    found: (pool, metric) =>
      unitsOfPlaces(metric, places.get(pool) ?? NOWHERE, () =>
        countsCores(metric)
          ? unitsOf(metric, hostsByPool.get(pool) ?? [], specs)
          : 0,
      ),
    places: pool => places.get(pool) ?? NOWHERE,
    items: pool =>
      items.filter(one => one.pool === pool).map(({ itemId }) => itemId),
    reclaimable: (pool, metric) =>
      isHeldMetric(metric) && measured.has(pool) ? idle.get(pool) ?? 0 : null,
  };
}

function byPool(groups: readonly DeviceGroup[]): Map<number, DeviceGroup[]> {
  const pools = new Map<number, DeviceGroup[]>();
  for (const group of groups) {
    const list = pools.get(group.pool);
    if (list) {
      list.push(group);
    } else {
      pools.set(group.pool, [group]);
    }
  }
  return pools;
}

function membersOf(
  pools: readonly PooledLicense[][],
  test: (license: PooledLicense) => boolean,
): PoolMember[] {
  return pools.flatMap((pool, index) =>
    pool.filter(test).map(({ id, spec }) => ({
      recordId: id,
      pool: index,
      since: spec.term?.start,
    })),
  );
}

function countsCores(metric: LicenseMetric): metric is 'core' | 'processor' {
  return metric === 'core' || metric === 'processor';
}

/** Which seats a metric counts; undefined where it counts what devices have. */
function seatCountOf(metric: LicenseMetric): SeatCount | undefined {
  switch (metric) {
    case 'core':
    case 'processor':
      return undefined;
    case 'device':
    case 'device-cal':
      return 'devices';
    case 'instance':
    case 'site':
      return 'seats';
    default:
      return 'holders';
  }
}

/** What one device needs, times the devices that are like it. */
function unitsOf(
  metric: 'core' | 'processor',
  groups: readonly DeviceGroup[],
  specs: ReadonlyMap<number, LicenseSpec>,
): number | null {
  let sum = ratio(0n);
  for (const { recordId, cores, processors, devices } of groups) {
    const license = specs.get(recordId);
    const each =
      license &&
      consumedOf(metric, [{ to: 'device', license }], {
        device: () => ({ decommissioned: false, cores, processors }),
      });
    if (each === undefined || each === null) {
      return null;
    }
    sum = addRatios(
      sum,
      multiplyRatios(ratioFromNumber(each), ratio(BigInt(devices))),
    );
  }
  return numberFromRatio(sum);
}

function quantityOf(thousandths: bigint | undefined): number | null {
  return thousandths === undefined
    ? null
    : numberFromRatio(ratio(thousandths, THOUSAND));
}
