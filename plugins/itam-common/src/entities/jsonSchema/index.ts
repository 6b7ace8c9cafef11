import type { JsonObject } from '@backstage/types';
import { assetSchema, assetSpecSchema } from '../asset/assetSchema';
import { contractSchema, contractSpecSchema } from '../contract/contractSchema';
import { fileSchema } from './fileSchema';
import { licenseSchema, licenseSpecSchema } from '../license/licenseSchema';
import type { ItamKind } from '../types';

/**
 * The JSON schema (draft 7) of each kind's whole entity, for editors and
 * documentation. Validation itself is `validateItamEntity`, which checks more
 * than a schema can say.
 * @public
 */
export const itamJsonSchemas: Readonly<Record<ItamKind, JsonObject>> = {
  Asset: assetSchema,
  License: licenseSchema,
  Contract: contractSchema,
};

/**
 * The JSON schema of each kind's `spec`, for request bodies.
 * @public
 */
export const itamSpecJsonSchemas: Readonly<Record<ItamKind, JsonObject>> = {
  Asset: assetSpecSchema,
  License: licenseSpecSchema,
  Contract: contractSpecSchema,
};

/**
 * The JSON schema of each kind in the form a catalog model layer takes: without
 * the envelope, which such a layer must not declare.
 * @public
 */
export const itamModelJsonSchemas: Readonly<Record<ItamKind, JsonObject>> = {
  Asset: modelSchema(assetSpecSchema),
  License: modelSchema(licenseSpecSchema),
  Contract: modelSchema(contractSpecSchema),
};

/**
 * The JSON schema (draft 7) of a catalog file, for editors: entities of the
 * three kinds are checked, those of other kinds are left alone.
 * @public
 */
export const itamFileJsonSchema: JsonObject = fileSchema(itamJsonSchemas);

function modelSchema(spec: JsonObject): JsonObject {
  return { type: 'object', properties: { spec }, required: ['spec'] };
}
