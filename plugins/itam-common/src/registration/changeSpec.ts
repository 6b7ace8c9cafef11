import {
  DEFAULT_NAMESPACE,
  type Entity,
  parseEntityRef,
} from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { ItamValidationError } from '../errors';
import {
  isAssetEntity,
  isContractEntity,
  isLicenseEntity,
} from '../entities/itamKinds';
import {
  type AssetSpec,
  type ContractSpec,
  ITAM_API_VERSION,
  type ItamKind,
  type LicenseSpec,
} from '../entities/types';
import { validateItamEntity } from '../entities/validation/validateItamEntity';
import type { ChangeAnswer } from './changeAnswer';
import { mergePatch } from './mergePatch';

/**
 * The type of the spec of each kind.
 * @public
 */
export interface SpecOfKind {
  /** The spec of an Asset. */
  Asset: AssetSpec;
  /** The spec of a License. */
  License: LicenseSpec;
  /** The spec of a Contract. */
  Contract: ContractSpec;
}

/** The entity a spec would be in, for the rules that need one. */
export function entityAround(
  kind: ItamKind,
  ref: string,
  spec: JsonObject,
): Entity {
  const { name, namespace } = parseEntityRef(ref, {
    defaultKind: kind,
    defaultNamespace: DEFAULT_NAMESPACE,
  });
  return {
    apiVersion: ITAM_API_VERSION,
    kind,
    metadata: { name, namespace },
    spec,
  };
}

/** The spec of an Asset, if it keeps all rules. */
export function checkedAsset(
  ref: string,
  spec: JsonObject,
): ChangeAnswer<{ spec: AssetSpec }> {
  const entity = entityAround('Asset', ref, spec);
  const problems = validateItamEntity(entity);
  return problems.length === 0 && isAssetEntity(entity)
    ? { ok: true, spec: entity.spec }
    : { ok: false, problems };
}

/** The spec of a License, if it keeps all rules. */
export function checkedLicense(
  ref: string,
  spec: JsonObject,
): ChangeAnswer<{ spec: LicenseSpec }> {
  const entity = entityAround('License', ref, spec);
  const problems = validateItamEntity(entity);
  return problems.length === 0 && isLicenseEntity(entity)
    ? { ok: true, spec: entity.spec }
    : { ok: false, problems };
}

function checkedContract(
  ref: string,
  spec: JsonObject,
): ChangeAnswer<{ spec: ContractSpec }> {
  const entity = entityAround('Contract', ref, spec);
  const problems = validateItamEntity(entity);
  return problems.length === 0 && isContractEntity(entity)
    ? { ok: true, spec: entity.spec }
    : { ok: false, problems };
}

const CHECKED: {
  [Kind in ItamKind]: (
    ref: string,
    spec: JsonObject,
  ) => ChangeAnswer<{ spec: SpecOfKind[Kind] }>;
} = {
  Asset: checkedAsset,
  License: checkedLicense,
  Contract: checkedContract,
};

/**
 * A spec with a JSON merge patch applied, checked by all rules of its kind.
 *
 * `ref` is the record's own full ref, against which self-references are
 * checked. A patch with prototype keys or nested without bound is refused as
 * a problem, like everything else that is wrong.
 * @public
 */
export function changeSpec<Kind extends ItamKind>(
  kind: Kind,
  ref: string,
  spec: SpecOfKind[Kind],
  changes: object,
): ChangeAnswer<{ spec: SpecOfKind[Kind] }> {
  const merged = mergedOrProblems(spec, changes);
  return merged.ok ? CHECKED[kind](ref, merged.merged) : merged;
}

/** A merge patch applied; what `mergePatch` throws becomes problems. */
export function mergedOrProblems(
  spec: object,
  changes: object,
): ChangeAnswer<{ merged: JsonObject }> {
  try {
    return { ok: true, merged: mergePatch(spec, changes) };
  } catch (error) {
    if (error instanceof ItamValidationError) {
      return { ok: false, problems: [...error.problems] };
    }
    throw error;
  }
}
