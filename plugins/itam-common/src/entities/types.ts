import type { Entity } from '@backstage/catalog-model';
import type { AssetSpec } from './asset/assetTypes';
import type { ContractSpec } from './contract/contractTypes';
import type { LicenseSpec } from './license/licenseTypes';

export * from './asset/assetTypes';
export * from './contract/contractTypes';
export * from './license/licenseTypes';
export * from './sharedTypes';

/**
 * The API version every ITAM kind carries.
 * @public
 */
export const ITAM_API_VERSION = 'itam/v1alpha1';

/**
 * The kinds this project adds to the catalog.
 * @public
 */
export type ItamKind = 'Asset' | 'License' | 'Contract';

/**
 * An Asset in the catalog.
 * @public
 */
export interface AssetEntity extends Entity {
  /** The API version of the kinds. */
  apiVersion: typeof ITAM_API_VERSION;
  /** The kind. */
  kind: 'Asset';
  /** What the entity says of itself. */
  spec: AssetSpec & Entity['spec'];
}

/**
 * A License in the catalog.
 * @public
 */
export interface LicenseEntity extends Entity {
  /** The API version of the kinds. */
  apiVersion: typeof ITAM_API_VERSION;
  /** The kind. */
  kind: 'License';
  /** What the entity says of itself. */
  spec: LicenseSpec & Entity['spec'];
}

/**
 * A Contract in the catalog.
 * @public
 */
export interface ContractEntity extends Entity {
  /** The API version of the kinds. */
  apiVersion: typeof ITAM_API_VERSION;
  /** The kind. */
  kind: 'Contract';
  /** What the entity says of itself. */
  spec: ContractSpec & Entity['spec'];
}

/**
 * An entity of any of the kinds.
 * @public
 */
export type ItamEntity = AssetEntity | LicenseEntity | ContractEntity;

/**
 * The spec of any of the kinds.
 * @public
 */
export type ItamSpec = AssetSpec | LicenseSpec | ContractSpec;
