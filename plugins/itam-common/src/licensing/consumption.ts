import type { LicenseMetric, LicenseSpec } from '../entities/types';
import {
  addRatios,
  compareRatios,
  multiplyRatios,
  numberFromRatio,
  type PlainDate,
  type Ratio,
  ratio,
  ratioFromNumber,
} from '../values';
import type { FoundSoftware } from './foundSoftware';

/**
 * What the register knows about a device a licence is assigned to.
 * @public
 */
export interface DeviceFacts {
  /** Out of use, so that it needs no licence any more. */
  decommissioned: boolean;
  /** Number of cores; absent when unknown. */
  cores?: number;
  /** Number of processors; absent when unknown. */
  processors?: number;
}

/**
 * Facts a position is computed from besides the licences themselves.
 * @public
 */
export interface ConsumptionFacts {
  /** Undefined for refs the register does not know. */
  device(ref: string): DeviceFacts | undefined;
  /** Highest concurrent use measured in the range; absent: not measured. */
  peakConcurrent?: number;
  /** Σ usage since the term's start; absent: not measured. */
  usedUnits?: number;
  /**
   * Last day of use per assignee, for those ever seen; absent: not measured,
   * which is not the same as unused.
   */
  lastUsed?: ReadonlyMap<string, PlainDate>;
  /** Days without use after which a seat is reclaimable; 90 when absent. */
  reclaimAfterDays?: number;
  /** Where discovery found the product; absent: nowhere. */
  found?: readonly FoundSoftware[];
  /** Refs of the services that use a device; absent: none. */
  servicesOf?(device: string): readonly string[];
}

/**
 * An assignment of a licence in force on a date.
 * @public
 */
export interface ActiveAssignment {
  /** Ref of the user, group or device that holds it. */
  to: string;
  /** First day of the assignment; absent when it is not known. */
  from?: string;
  /** The licence assigned. */
  license: LicenseSpec;
}

/**
 * The assignments of licences in force on a date (`until` is inclusive).
 * @public
 */
export function assignmentsOn(
  licenses: readonly LicenseSpec[],
  asOf: PlainDate,
): ActiveAssignment[] {
  return licenses.flatMap(license =>
    (license.assignments ?? [])
      .filter(
        ({ from, until }) =>
          (from === undefined || from <= asOf) &&
          (until === undefined || until >= asOf),
      )
      .map(({ to, from }) => ({ to, from, license })),
  );
}

/**
 * How many distinct users, or devices still in use, or plain assignments the
 * metric counts.
 * @public
 */
export function assignedCount(
  metric: LicenseMetric,
  assignments: readonly ActiveAssignment[],
  facts: ConsumptionFacts,
): number {
  switch (metric) {
    case 'instance':
    case 'site':
      return assignments.length;
    case 'device':
    case 'device-cal':
    case 'core':
    case 'processor':
      return devicesOf(assignments, facts).length;
    default:
      return new Set(assignments.map(({ to }) => to)).size;
  }
}

/**
 * What is consumed of a pool, by its metric; null when nothing measures it.
 * @public
 */
export function consumedOf(
  metric: LicenseMetric,
  assignments: readonly ActiveAssignment[],
  facts: ConsumptionFacts,
): number | null {
  switch (metric) {
    case 'concurrent-user':
      return facts.peakConcurrent ?? null;
    case 'consumption':
      return facts.usedUnits ?? null;
    case 'core':
      return sumOf(
        devicesOf(assignments, facts).map(({ device, license }) =>
          coresOf(device, license),
        ),
      );
    case 'processor':
      return sumOf(
        devicesOf(assignments, facts).map(({ device }) =>
          device.processors === undefined
            ? undefined
            : ratio(BigInt(device.processors)),
        ),
      );
    default:
      return assignedCount(metric, assignments, facts);
  }
}

function devicesOf(
  assignments: readonly ActiveAssignment[],
  facts: ConsumptionFacts,
): { device: DeviceFacts; license: LicenseSpec }[] {
  const devices = new Map<
    string,
    { device: DeviceFacts; license: LicenseSpec }
  >();
  for (const { to, license } of assignments) {
    // Unknown devices count: absence from the register frees no licence.
    const device = facts.device(to) ?? { decommissioned: false };
    if (!device.decommissioned && !devices.has(to)) {
      devices.set(to, { device, license });
    }
  }
  return [...devices.values()];
}

function coresOf(device: DeviceFacts, license: LicenseSpec): Ratio | undefined {
  if (device.cores === undefined) {
    return undefined;
  }
  const needed = multiplyRatios(
    ratio(BigInt(device.cores)),
    ratioFromNumber(license.factor ?? 1),
  );
  const least = ratio(BigInt(license.minimumPerDevice ?? 0));
  return compareRatios(needed, least) < 0 ? least : needed;
}

/** Null as soon as one of them is not known. */
function sumOf(values: readonly (Ratio | undefined)[]): number | null {
  let sum = ratio(0n);
  for (const value of values) {
    if (!value) {
      return null;
    }
    sum = addRatios(sum, value);
  }
  return numberFromRatio(sum);
}
