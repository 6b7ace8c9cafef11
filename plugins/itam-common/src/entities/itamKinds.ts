import type { Entity } from '@backstage/catalog-model';
import type {
  AssetEntity,
  ContractEntity,
  ItamEntity,
  ItamKind,
  LicenseEntity,
} from './types';
import {
  assetValidator,
  contractValidator,
  licenseValidator,
} from './validation/kindValidators';

/**
 * The kinds this project adds to the catalog, in the order they are shown.
 * @public
 */
export const ITAM_KINDS: readonly ItamKind[] = ['Asset', 'License', 'Contract'];

/**
 * Whether the kind is one of ours, written as in YAML (`Asset`).
 * @public
 */
export function isItamKind(kind: string): kind is ItamKind {
  return ITAM_KINDS.some(known => known === kind);
}

/**
 * Whether the entity is an Asset whose fields have the types they should have.
 *
 * Checks the JSON schema; `validateItamEntity` checks the rules beyond it.
 * @public
 */
export function isAssetEntity(entity: Entity): entity is AssetEntity {
  return entity.kind === 'Asset' && assetValidator()(entity);
}

/**
 * Whether the entity is a License whose fields have the types they should have.
 *
 * Checks the JSON schema; `validateItamEntity` checks the rules beyond it.
 * @public
 */
export function isLicenseEntity(entity: Entity): entity is LicenseEntity {
  return entity.kind === 'License' && licenseValidator()(entity);
}

/**
 * Whether the entity is a Contract whose fields have the types they should
 * have.
 *
 * Checks the JSON schema; `validateItamEntity` checks the rules beyond it.
 * @public
 */
export function isContractEntity(entity: Entity): entity is ContractEntity {
  return entity.kind === 'Contract' && contractValidator()(entity);
}

/**
 * Whether the entity is an Asset, License or Contract whose fields have the
 * types they should have.
 * @public
 */
export function isItamEntity(entity: Entity): entity is ItamEntity {
  return (
    isAssetEntity(entity) || isLicenseEntity(entity) || isContractEntity(entity)
  );
}
