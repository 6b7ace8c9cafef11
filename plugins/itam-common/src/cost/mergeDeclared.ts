import { readRef } from '../entities/references/readRef';
import type { RefRoleName } from '../entities/references/refRoles';
import type {
  AssetSpec,
  ContractSpec,
  ItamKind,
  ItamSpec,
  LicenseSpec,
  ServiceShareSpec,
} from '../entities/types';
import { isDatedServices } from '../entities/inForce';
import { byRef, sharesFromSpec } from '../allocation';
import type { PlainDate } from '../values';
import { mergeTimeline, type Stated } from './mergeTimeline';
import type { CostRecord, CoverWeight, ServiceShare } from './types';

/**
 * The record after a declaration or a change was delivered.
 *
 * The plain form of owner, cost centre, services and covers applies from the
 * record's start when it is the first, and a changed value from the delivery
 * date; what was before stays, and an unchanged value adds nothing. Dated
 * lists written out win from their first date on. References are completed
 * with the kind of their field and the record's namespace. A record that is
 * delivered again is no longer removed.
 *
 * `deliveredOn` is an ISO calendar date; `ref` a full entity ref.
 * @public
 */
export function mergeDeclared(
  previous: CostRecord | undefined,
  ref: string,
  kind: ItamKind,
  spec: ItamSpec,
  deliveredOn: PlainDate,
): CostRecord {
  const namespace = namespaceOf(ref);
  const full = (text: string, role: RefRoleName) =>
    fullRef(text, role, namespace);
  const dated = {
    ref,
    owners: mergeTimeline<string | null>(
      previous?.owners,
      statedOwner(spec, full),
      deliveredOn,
      same,
      null,
    ),
    costCenters: mergeTimeline<string | null>(
      previous?.costCenters,
      statedCostCenter(spec),
      deliveredOn,
      same,
      null,
    ),
    services: mergeTimeline<ServiceShare[]>(
      previous?.services,
      statedServices(spec, full),
      deliveredOn,
      sameList,
      [],
    ),
    covers: mergeTimeline<CoverWeight[]>(
      previous?.covers,
      { plain: isContract(kind, spec) ? coversOf(spec, full) : [] },
      deliveredOn,
      sameList,
      [],
    ),
    removedOn: null,
  };
  if (isContract(kind, spec)) {
    return { ...dated, kind: 'Contract', spec };
  }
  return isLicense(kind, spec)
    ? { ...dated, kind: 'License', spec }
    : { ...dated, kind: 'Asset', spec: assetOf(spec) };
}

/**
 * The record after it went away without a disposal: its past stays, its cost
 * ends with the month of the date.
 * @public
 */
export function markRemoved(
  record: CostRecord,
  removedOn: PlainDate,
): CostRecord {
  return { ...record, removedOn };
}

type Complete = (text: string, role: RefRoleName) => string;

/**
 * Completes a reference as its field does. What is no reference is kept as it
 * stands: it resolves to nothing and is shown as such.
 */
export function fullRef(
  text: string,
  role: RefRoleName,
  namespace: string,
): string {
  const read = readRef(text, role, namespace);
  return read.ok ? read.ref : text;
}

/** The namespace of a full entity ref. */
export function namespaceOf(ref: string): string {
  return /^[^:]*:([^/]+)\//.exec(ref)?.[1] ?? 'default';
}

// Specs are told apart by the kind they were declared with; the property
// checks only repeat to the compiler what validation has made sure of.
function isContract(kind: ItamKind, spec: ItamSpec): spec is ContractSpec {
  return kind === 'Contract' && !('product' in spec) && !('class' in spec);
}

function isLicense(kind: ItamKind, spec: ItamSpec): spec is LicenseSpec {
  return kind === 'License' && 'product' in spec;
}

function assetOf(spec: ItamSpec): AssetSpec {
  if (!('class' in spec)) {
    throw new TypeError('The spec does not belong to the kind it came with');
  }
  return spec;
}

function statedOwner(spec: ItamSpec, full: Complete): Stated<string | null> {
  return typeof spec.owner === 'string'
    ? { plain: full(spec.owner, 'owner') }
    : {
        dated: spec.owner.map(({ from, ref }) => ({
          from: from ?? null,
          value: full(ref, 'owner'),
        })),
      };
}

function statedCostCenter(spec: ItamSpec): Stated<string | null> {
  const costCenter = spec.financials?.costCenter;
  return costCenter === undefined || typeof costCenter === 'string'
    ? { plain: costCenter ?? null }
    : {
        dated: costCenter.map(entry => ({
          from: entry.from ?? null,
          value: entry.costCenter,
        })),
      };
}

function statedServices(
  spec: ItamSpec,
  full: Complete,
): Stated<ServiceShare[]> {
  const shares = (services: readonly ServiceShareSpec[]) =>
    sharesFromSpec(
      services.map(service => ({
        ...service,
        ref: full(service.ref, 'service'),
      })),
    );
  const services = spec.services ?? [];
  return isDatedServices(services)
    ? {
        dated: services.map(entry => ({
          from: entry.from ?? null,
          value: shares(entry.services),
        })),
      }
    : { plain: shares(services) };
}

function coversOf(spec: ContractSpec, full: Complete): CoverWeight[] {
  const weights = new Map<string, number>();
  for (const cover of spec.covers ?? []) {
    const { ref, weight = 1 } =
      typeof cover === 'string' ? { ref: cover } : cover;
    weights.set(full(ref, 'cover'), weight);
  }
  return [...weights].map(([ref, weight]) => ({ ref, weight })).sort(byRef);
}

function same(a: string | null, b: string | null): boolean {
  return a === b;
}

function sameList<T extends object>(a: readonly T[], b: readonly T[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
