import type { Entity } from '@backstage/catalog-model';
import {
  ITAM_API_VERSION,
  isAssetEntity,
  isContractEntity,
  isLicenseEntity,
  type CostRecord,
} from '@backstage-itam/plugin-itam-common';
import type { JsonObject, JsonValue } from '@backstage/types';
import { datedStateFromJson } from './datedState';

/**
 * The columns a record's costs are computed from.
 */
export interface CostRecordRow {
  ref: string;
  kind: string;
  namespace: string;
  name: string;
  spec: string;
  financials: string | null;
  dated_state: string;
}

/** Names of the columns of {@link CostRecordRow}. */
export const costRecordColumns = [
  'ref',
  'kind',
  'namespace',
  'name',
  'spec',
  'financials',
  'dated_state',
];

/**
 * A stored record as the cost rules see it, money included.
 *
 * Throws when the stored spec is none of the kind's any more.
 */
export function costRecordFromRow(row: CostRecordRow): CostRecord {
  const state = datedStateFromJson(row.dated_state);
  const entity: Entity = {
    apiVersion: ITAM_API_VERSION,
    kind: row.kind,
    metadata: { name: row.name, namespace: row.namespace },
    spec: {
      ...jsonObject(row.spec),
      ...(row.financials === null
        ? {}
        : { financials: jsonObject(row.financials) }),
    },
  };
  const { ref } = row;
  if (isAssetEntity(entity)) {
    return { ref, kind: 'Asset', spec: entity.spec, ...state };
  }
  if (isLicenseEntity(entity)) {
    return { ref, kind: 'License', spec: entity.spec, ...state };
  }
  if (isContractEntity(entity)) {
    return { ref, kind: 'Contract', spec: entity.spec, ...state };
  }
  throw new Error(`The stored spec of ${ref} cannot be read`);
}

function jsonObject(text: string): JsonObject {
  const value: JsonValue = JSON.parse(text);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Error('An object was expected in a stored record');
  }
  return value;
}
