import { createHmac } from 'node:crypto';
import type { Entity } from '@backstage/catalog-model';

/** Hexadecimal digits of a revision. */
const REVISION_DIGITS = 32;

/** Annotations that say where a declaration is written. */
const LOCATION_ANNOTATIONS = [
  'backstage.io/managed-by-location',
  'backstage.io/source-location',
];

/**
 * What of an entity the register takes over: all else is the catalog's.
 */
export function declaredPart(entity: Entity): Entity {
  const { name, namespace, title, description, annotations } = entity.metadata;
  const kept = Object.fromEntries(
    LOCATION_ANNOTATIONS.flatMap(key => {
      const value = annotations?.[key];
      return value === undefined ? [] : [[key, value]];
    }),
  );
  return {
    apiVersion: entity.apiVersion,
    kind: entity.kind,
    metadata: {
      name,
      ...(namespace === undefined ? {} : { namespace }),
      ...(title === undefined ? {} : { title }),
      ...(description === undefined ? {} : { description }),
      ...(Object.keys(kept).length === 0 ? {} : { annotations: kept }),
    },
    ...(entity.spec === undefined ? {} : { spec: entity.spec }),
  };
}

/**
 * The revision of a declaration: the same for the same content, whatever the
 * order of its keys. Keyed by a secret, since a plain hash of an amount can be
 * guessed.
 */
export function declarationRevision(secret: string, declared: Entity): string {
  return createHmac('sha256', secret)
    .update(canonicalJson(declared))
    .digest('hex')
    .slice(0, REVISION_DIGITS);
}

function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonicalJson).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
    return `{${entries.join(',')}}`;
  }
  return JSON.stringify(value) ?? 'null';
}
