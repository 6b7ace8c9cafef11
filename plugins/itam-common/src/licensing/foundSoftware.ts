import type { LicenseMetric, LicenseSpec } from '../entities/types';
import { addDays, type PlainDate } from '../values';
import {
  type ActiveAssignment,
  type ConsumptionFacts,
  consumedOf,
} from './consumption';

/**
 * A place where discovery found software of a pool's product: a line of a
 * list, or a component of a bill of materials.
 * @public
 */
export interface FoundSoftware {
  /** The device: ref of its asset, or the name a list gives it. */
  device?: string;
  /** Who holds the device. */
  holder?: string;
  /** Ref of the user it was found with. */
  user?: string;
  /** Ref of the service whose bill of materials names it. */
  service?: string;
  /** First day it was found there. */
  firstSeen: PlainDate;
  /** Last day it was found there. */
  lastSeen: PlainDate;
}

/**
 * Where software of a pool was found that nothing is assigned for.
 * @public
 */
export interface FoundPlaces {
  /** Distinct users, or holders of devices where no user is known. */
  users: number;
  /** Distinct devices in use. */
  devices: number;
  /** Distinct services that use none of the devices it is on. */
  services: number;
}

/**
 * Days for which software counts as installed after it was last found by a
 * list. A bill of materials counts while it is the newest of its service.
 * @public
 */
export const FOUND_WITHIN_DAYS = 90;

/** Metrics that count what is installed or who uses it. */
const FOUND_METRICS: ReadonlySet<LicenseMetric> = new Set([
  'named-user',
  'device',
  'core',
  'processor',
  'instance',
]);

/**
 * Whether software that discovery finds is part of what the metric counts. Of
 * the others it says nothing: who reaches a server (CALs), how many use it at
 * once, how much is consumed, and where sites are.
 * @public
 */
export function countsFound(metric: LicenseMetric): boolean {
  return FOUND_METRICS.has(metric);
}

/**
 * Where software was found on a date, places aside that have a unit assigned:
 * to the device, to who holds it, to the user or to the service. What is on
 * assets out of use does not count.
 * @public
 */
export function foundPlaces(
  assignments: readonly ActiveAssignment[],
  facts: ConsumptionFacts,
  asOf: PlainDate,
): FoundPlaces {
  const { users, devices, services } = unassigned(assignments, facts, asOf);
  return {
    users: users.size,
    devices: devices.size,
    services: services.size,
  };
}

/**
 * Units of a pool that only discovery knows of: found, and not assigned; null
 * when the cores or processors of a device are not known.
 *
 * A device needs what `license` says of cores; instances are one for each
 * device and service.
 * @public
 */
export function foundUnits(
  metric: LicenseMetric,
  license: LicenseSpec,
  assignments: readonly ActiveAssignment[],
  facts: ConsumptionFacts,
  asOf: PlainDate,
): number | null {
  if (!countsFound(metric)) {
    return 0;
  }
  const { devices } = unassigned(assignments, facts, asOf);
  return unitsOfPlaces(metric, foundPlaces(assignments, facts, asOf), () =>
    consumedOf(
      metric,
      [...devices].map(to => ({ to, license })),
      facts,
    ),
  );
}

/**
 * Units that a metric counts of places software was found in.
 *
 * @param onDevices - Cores or processors of the devices; null: not known
 * @public
 */
export function unitsOfPlaces(
  metric: LicenseMetric,
  { users, devices, services }: FoundPlaces,
  onDevices: () => number | null,
): number | null {
  switch (metric) {
    case 'named-user':
      return users;
    case 'device':
      return devices;
    case 'core':
    case 'processor':
      return onDevices();
    case 'instance':
      return devices + services;
    default:
      return 0;
  }
}

interface Unassigned {
  users: Set<string>;
  devices: Set<string>;
  services: Set<string>;
}

function unassigned(
  assignments: readonly ActiveAssignment[],
  facts: ConsumptionFacts,
  asOf: PlainDate,
): Unassigned {
  const held = new Set(assignments.map(({ to }) => to));
  const isOut = (device: string) =>
    facts.device(device)?.decommissioned === true;
  const found = (facts.found ?? []).filter(
    ({ device, service, firstSeen, lastSeen }) =>
      firstSeen <= asOf &&
      (service !== undefined || lastSeen > addDays(asOf, -FOUND_WITHIN_DAYS)) &&
      (device === undefined || !isOut(device)),
  );
  // What runs on a device of the service is in its bill of materials, too.
  const used = new Set(
    [...found.flatMap(({ device }) => device ?? []), ...held]
      .filter(device => !isOut(device))
      .flatMap(device => facts.servicesOf?.(device) ?? []),
  );
  const without = found.filter(({ device, holder, user, service }) =>
    [device, holder, user, service].every(
      ref => ref === undefined || !held.has(ref),
    ),
  );
  return {
    users: new Set(without.flatMap(({ user, holder }) => user ?? holder ?? [])),
    devices: new Set(without.flatMap(({ device }) => device ?? [])),
    services: new Set(
      without
        .flatMap(({ service }) => service ?? [])
        .filter(service => !used.has(service)),
    ),
  };
}
