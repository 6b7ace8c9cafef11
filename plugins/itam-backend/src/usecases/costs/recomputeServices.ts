import {
  allocate,
  replacesLicensePrice,
  WHOLE_BASIS_POINTS,
  type CostContext,
  type CostRecord,
  type CoverWeight,
} from '@backstage-itam/plugin-itam-common';
import { valueOn } from '../../stores/records/inForce';

/** Sorts behind every ref. */
const UNALLOCATED = '\uffff';

/**
 * A service that uses a record now.
 */
export interface ServiceUse {
  serviceRef: string;
  /** 1 to 10,000; 0 for a share too small to show. */
  basisPoints: number;
  /** The record it is inherited from; null for the record's own. */
  inheritedFrom: string | null;
}

/**
 * The services that use a record on an ISO calendar date: its own, else those
 * of the nearest asset it is part of, else, for a contract, those of what it
 * covers, by weight.
 */
export function servicesOn(
  record: CostRecord,
  context: CostContext,
  date: string,
): ServiceUse[] {
  const own = ownServices(record, date, null);
  if (own.length > 0) {
    return own;
  }
  if (record.kind === 'Asset') {
    return inheritedServices(record, context, date);
  }
  return record.kind === 'Contract'
    ? coveredServices(record, context, date)
    : [];
}

function ownServices(
  record: CostRecord,
  date: string,
  inheritedFrom: string | null,
): ServiceUse[] {
  return (valueOn(record.services, date) ?? []).map(({ ref, basisPoints }) => ({
    serviceRef: ref,
    basisPoints,
    inheritedFrom,
  }));
}

function inheritedServices(
  asset: CostRecord,
  context: CostContext,
  date: string,
): ServiceUse[] {
  const visited = new Set([asset.ref]);
  let current: CostRecord | undefined = asset;
  while (current?.kind === 'Asset') {
    const parentRef: string | undefined = current.spec.partOf;
    if (parentRef === undefined || visited.has(parentRef)) {
      return [];
    }
    visited.add(parentRef);
    current = context.record(parentRef);
    const services = current ? ownServices(current, date, parentRef) : [];
    if (services.length > 0) {
      return services;
    }
  }
  return [];
}

function coveredServices(
  contract: Extract<CostRecord, { kind: 'Contract' }>,
  context: CostContext,
  date: string,
): ServiceUse[] {
  const weights = new Map<string, { weight: bigint; via: string }>();
  const add = (serviceRef: string, weight: bigint, via: string) => {
    const known = weights.get(serviceRef);
    weights.set(serviceRef, {
      weight: (known?.weight ?? 0n) + weight,
      via: known?.via ?? via,
    });
  };
  let open = 0n;
  for (const cover of coversOn(contract, context, date)) {
    const weight = BigInt(cover.weight);
    const covered = context.record(cover.ref);
    if (isServiceRef(cover.ref)) {
      add(cover.ref, weight * BigInt(WHOLE_BASIS_POINTS), cover.ref);
    } else {
      const services =
        covered && covered.removedOn === null
          ? servicesOn(covered, context, date)
          : [];
      let rest = BigInt(WHOLE_BASIS_POINTS);
      for (const service of services) {
        add(
          service.serviceRef,
          weight * BigInt(service.basisPoints),
          cover.ref,
        );
        rest -= BigInt(service.basisPoints);
      }
      open += weight * rest;
    }
  }
  if (weights.size === 0) {
    return [];
  }
  const shares = allocate(BigInt(WHOLE_BASIS_POINTS), [
    ...[...weights].map(([key, { weight }]) => ({ key, weight })),
    { key: UNALLOCATED, weight: open },
  ]);
  return shares.flatMap(({ key, amount }) => {
    const via = weights.get(key)?.via;
    return via === undefined
      ? []
      : [
          {
            serviceRef: key,
            basisPoints: Number(amount),
            inheritedFrom: via === key ? null : via,
          },
        ];
  });
}

/** What a contract covers, the licences whose price it replaces included. */
function coversOn(
  contract: Extract<CostRecord, { kind: 'Contract' }>,
  context: CostContext,
  date: string,
): CoverWeight[] {
  const covers = [...(valueOn(contract.covers, date) ?? [])];
  if (replacesLicensePrice(contract.spec.type)) {
    for (const { ref } of context.licensesOf(contract.ref)) {
      if (!covers.some(cover => cover.ref === ref)) {
        covers.push({ ref, weight: 1 });
      }
    }
  }
  return covers;
}

const SERVICE_KINDS = ['component:', 'system:', 'resource:', 'api:', 'domain:'];

function isServiceRef(ref: string): boolean {
  return SERVICE_KINDS.some(kind => ref.startsWith(kind));
}
