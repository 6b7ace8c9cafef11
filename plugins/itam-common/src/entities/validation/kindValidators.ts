import Ajv, { type ValidateFunction } from 'ajv';
import { itamJsonSchemas } from '../jsonSchema';
import type {
  AssetEntity,
  ContractEntity,
  ItamKind,
  LicenseEntity,
} from '../types';

interface KindValidators {
  Asset: ValidateFunction<AssetEntity>;
  License: ValidateFunction<LicenseEntity>;
  Contract: ValidateFunction<ContractEntity>;
}

const compiled: Partial<KindValidators> = {};
let ajv: Ajv | undefined;

function compile<T>(kind: ItamKind): ValidateFunction<T> {
  // `ownProperties`, so that nothing inherited counts as written.
  ajv ??= new Ajv({
    allErrors: true,
    verbose: true,
    allowUnionTypes: true,
    ownProperties: true,
  });
  return ajv.compile<T>(itamJsonSchemas[kind]);
}

/** The schema validator of assets, compiled on first use. */
export function assetValidator(): ValidateFunction<AssetEntity> {
  compiled.Asset ??= compile('Asset');
  return compiled.Asset;
}

/** The schema validator of licences, compiled on first use. */
export function licenseValidator(): ValidateFunction<LicenseEntity> {
  compiled.License ??= compile('License');
  return compiled.License;
}

/** The schema validator of contracts, compiled on first use. */
export function contractValidator(): ValidateFunction<ContractEntity> {
  compiled.Contract ??= compile('Contract');
  return compiled.Contract;
}
