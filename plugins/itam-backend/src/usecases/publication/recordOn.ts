import {
  isDatedServices,
  type ContractSpec,
  type CostRecord,
  type Dated,
  type ItamSpec,
  type PublishedRecord,
  type ServiceShare,
} from '@backstage-itam/plugin-itam-common';
import { valueOn } from '../../stores/records/inForce';

/** What of a record is in force from dates on, as far as it is published. */
export type PublishedTimelines = Pick<
  CostRecord,
  'owners' | 'services' | 'covers'
>;

const BASIS_POINTS_PER_PERCENT = 100;

/**
 * The record with what is in force on an ISO calendar date, and with what is
 * going to be of owner and services: a change that is registered for a later
 * day is not true yet. What the spec dates itself stays as it is.
 */
export function recordOn(
  record: PublishedRecord,
  timelines: PublishedTimelines,
  asOf: string,
): PublishedRecord {
  const { kind } = record;
  switch (kind) {
    case 'Asset':
      return {
        kind,
        spec: { ...record.spec, ...dated(record, timelines, asOf) },
      };
    case 'License':
      return {
        kind,
        spec: { ...record.spec, ...dated(record, timelines, asOf) },
      };
    default:
      return {
        kind,
        spec: {
          ...record.spec,
          ...dated(record, timelines, asOf),
          ...coversOn(record.spec, timelines.covers, asOf),
        },
      };
  }
}

function dated(
  { spec }: PublishedRecord,
  { owners, services }: PublishedTimelines,
  asOf: string,
): Pick<ItamSpec, 'owner' | 'services'> {
  return {
    owner: ownerFrom(spec.owner, owners, asOf),
    ...servicesFrom(spec.services, services, asOf),
  };
}

function ownerFrom(
  written: ItamSpec['owner'],
  owners: readonly Dated<string | null>[],
  asOf: string,
): ItamSpec['owner'] {
  const entries = remaining(owners, asOf).flatMap(({ from, value }) =>
    value === null ? [] : [{ ref: value, ...(from === null ? {} : { from }) }],
  );
  if (typeof written !== 'string' || entries.length === 0) {
    return written;
  }
  return entries.length === 1 ? entries[0].ref : entries;
}

function servicesFrom(
  written: ItamSpec['services'],
  services: readonly Dated<ServiceShare[]>[],
  asOf: string,
): Pick<ItamSpec, 'services'> {
  const entries = remaining(services, asOf);
  if (entries.length === 0 || (written && isDatedServices(written))) {
    return written === undefined ? {} : { services: written };
  }
  if (entries.length > 1) {
    return {
      services: entries.map(({ from, value }) => ({
        services: sharesOf(value),
        ...(from === null ? {} : { from }),
      })),
    };
  }
  const [{ value }] = entries;
  // As people wrote it, where it says the same.
  if (
    sameRefs(
      (written ?? []).map(({ ref }) => ref),
      value,
    )
  ) {
    return written === undefined ? {} : { services: written };
  }
  return { services: sharesOf(value) };
}

function coversOn(
  spec: ContractSpec,
  covers: PublishedTimelines['covers'],
  asOf: string,
): Pick<ContractSpec, 'covers'> {
  const inForce = valueOn(covers, asOf);
  const written = (spec.covers ?? []).map(cover =>
    typeof cover === 'string' ? cover : cover.ref,
  );
  return inForce === undefined || sameRefs(written, inForce)
    ? {}
    : { covers: inForce.map(({ ref }) => ref) };
}

/** What is in force on the date, without a date, and what comes after it. */
function remaining<T>(entries: readonly Dated<T>[], asOf: string): Dated<T>[] {
  const value = valueOn(entries, asOf);
  return [
    ...(value === undefined ? [] : [{ from: null, value }]),
    ...entries.filter(({ from }) => from !== null && from > asOf),
  ];
}

function sharesOf(shares: readonly ServiceShare[]) {
  return shares.map(({ ref, basisPoints }) => ({
    ref,
    share: basisPoints / BASIS_POINTS_PER_PERCENT,
  }));
}

function sameRefs(
  written: readonly string[],
  inForce: readonly { ref: string }[],
): boolean {
  const refs = new Set(inForce.map(({ ref }) => ref));
  return (
    new Set(written).size === refs.size && written.every(ref => refs.has(ref))
  );
}
