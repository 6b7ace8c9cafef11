import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';

/**
 * Reads a staged payload back as the entity it was written from.
 *
 * Throws when the text is not such an entity; its kind is checked by who
 * parses its spec.
 */
export function declaredEntityFromJson(text: string): Entity {
  const value: unknown = JSON.parse(text);
  if (!isObject(value) || !isObject(value.metadata)) {
    throw new Error('A staged declaration cannot be read');
  }
  const { apiVersion, kind, metadata, spec } = value;
  return {
    apiVersion: requiredText(apiVersion),
    kind: requiredText(kind),
    metadata: { ...metadata, name: requiredText(metadata.name) },
    ...(isObject(spec) ? { spec } : {}),
  };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function requiredText(value: unknown): string {
  if (typeof value !== 'string') {
    throw new Error('A staged declaration cannot be read');
  }
  return value;
}
