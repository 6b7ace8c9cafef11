import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { ItamValidationError } from '../errors';
import { isAssetEntity, isContractEntity, isLicenseEntity } from './itamKinds';
import { isDatedServices } from './inForce';
import { readRef } from './references/readRef';
import type { RefRoleName } from './references/refRoles';
import type {
  AssetSpec,
  ContractSpec,
  CoverSpec,
  ItamSpec,
  LicenseSpec,
} from './types';
import { validateItamEntity } from './validation/validateItamEntity';

/**
 * The spec of an entity with all references in full (`group:default/payments`)
 * and lower case, and with dated lists in the order of their dates.
 * @public
 */
export type ParsedItamSpec =
  | { kind: 'Asset'; ref: string; spec: AssetSpec }
  | { kind: 'License'; ref: string; spec: LicenseSpec }
  | { kind: 'Contract'; ref: string; spec: ContractSpec };

/**
 * Reads an Asset, License or Contract.
 *
 * References get the kind their field implies (owner: Group, assignee: User,
 * services: Component, contract: Contract, partOf: the same kind) and the
 * namespace of the entity. The entity given is left as it is. Throws
 * {@link ItamValidationError} with all problems of an entity that is not valid.
 * @public
 */
export function parseItamSpec(entity: Entity): ParsedItamSpec {
  const problems = validateItamEntity(entity);
  if (problems.length > 0) {
    throw new ItamValidationError({ ref: refOf(entity), problems });
  }
  return readValidSpec(entity);
}

/**
 * Reads an Asset, License or Contract in which {@link validateItamEntity} has
 * found no problem; as {@link parseItamSpec}, without looking for any again.
 * @public
 */
export function readValidSpec(entity: Entity): ParsedItamSpec {
  const ref = stringifyEntityRef(entity);
  const namespace = entity.metadata.namespace || 'default';
  const full = (text: string, role: RefRoleName) =>
    fullRef(text, role, namespace);
  if (isAssetEntity(entity)) {
    return { kind: 'Asset', ref, spec: assetWithFullRefs(entity.spec, full) };
  }
  if (isLicenseEntity(entity)) {
    return {
      kind: 'License',
      ref,
      spec: licenseWithFullRefs(entity.spec, full),
    };
  }
  if (isContractEntity(entity)) {
    return {
      kind: 'Contract',
      ref,
      spec: contractWithFullRefs(entity.spec, full),
    };
  }
  throw new InputError(`${ref} is no Asset, License or Contract`);
}

type FullRef = (text: string, role: RefRoleName) => string;

function fullRef(text: string, role: RefRoleName, namespace: string): string {
  const read = readRef(text, role, namespace);
  if (!read.ok) {
    throw new InputError(`Expected ${read.allowed}`);
  }
  return read.ref;
}

/** For messages about entities whose envelope may be wrong as well. */
function refOf(entity: Entity): string {
  try {
    return stringifyEntityRef(entity);
  } catch {
    return 'entity';
  }
}

function assetWithFullRefs(spec: AssetSpec, full: FullRef): AssetSpec {
  return {
    ...spec,
    ...sharedRefs(spec, full),
    ...(spec.assignee ? { assignee: full(spec.assignee, 'assignee') } : {}),
    ...(spec.partOf ? { partOf: full(spec.partOf, 'assetPart') } : {}),
    ...(spec.planned
      ? {
          planned: {
            ...spec.planned,
            ...(spec.planned.replaces
              ? { replaces: full(spec.planned.replaces, 'replaces') }
              : {}),
            ...(spec.planned.approver
              ? { approver: full(spec.planned.approver, 'approver') }
              : {}),
          },
        }
      : {}),
    ...(spec.financials
      ? { financials: sortedCostCenters(spec.financials) }
      : {}),
  };
}

function licenseWithFullRefs(spec: LicenseSpec, full: FullRef): LicenseSpec {
  return {
    ...spec,
    ...sharedRefs(spec, full),
    ...(spec.contract ? { contract: full(spec.contract, 'contract') } : {}),
    ...(spec.quantityChanges
      ? { quantityChanges: byDate(spec.quantityChanges) }
      : {}),
    ...(spec.assignments
      ? {
          assignments: spec.assignments.map(one => ({
            ...one,
            to: full(one.to, 'assignment'),
          })),
        }
      : {}),
    ...(spec.financials
      ? { financials: sortedCostCenters(spec.financials) }
      : {}),
  };
}

function contractWithFullRefs(spec: ContractSpec, full: FullRef): ContractSpec {
  const cover = (one: string | CoverSpec) =>
    typeof one === 'string'
      ? full(one, 'cover')
      : { ...one, ref: full(one.ref, 'cover') };
  return {
    ...spec,
    ...sharedRefs(spec, full),
    ...(spec.covers ? { covers: spec.covers.map(cover) } : {}),
    ...(spec.partOf ? { partOf: full(spec.partOf, 'contractPart') } : {}),
    ...(spec.financials
      ? { financials: sortedCostCenters(spec.financials) }
      : {}),
  };
}

function sharedRefs(
  spec: ItamSpec,
  full: FullRef,
): Pick<ItamSpec, 'owner' | 'services'> {
  const owner =
    typeof spec.owner === 'string'
      ? full(spec.owner, 'owner')
      : byDate(spec.owner).map(one => ({
          ...one,
          ref: full(one.ref, 'owner'),
        }));
  if (!spec.services) {
    return { owner };
  }
  const share = <T extends { ref: string }>(one: T): T => ({
    ...one,
    ref: full(one.ref, 'service'),
  });
  return {
    owner,
    services: isDatedServices(spec.services)
      ? byDate(spec.services).map(one => ({
          ...one,
          services: one.services.map(share),
        }))
      : spec.services.map(share),
  };
}

function sortedCostCenters<
  T extends {
    costCenter?: string | { from?: string; costCenter: string }[];
  },
>(financials: T): T {
  return Array.isArray(financials.costCenter)
    ? { ...financials, costCenter: byDate(financials.costCenter) }
    : financials;
}

function byDate<T extends { from?: string }>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) =>
    (a.from ?? '') < (b.from ?? '') ? -1 : Number(a.from !== b.from),
  );
}
