import type { JsonObject } from '@backstage/types';
import type { ItamKind } from '../types';

/**
 * The schema of a catalog file that may have entities of any kind: those of
 * ours are checked, others are left alone. Editors check each document of a file
 * against one schema.
 */
export function fileSchema(
  kinds: Readonly<Record<ItamKind, JsonObject>>,
): JsonObject {
  const entries = Object.entries(kinds);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Catalog file',
    description: 'Assets, licences and contracts, and entities of other kinds.',
    type: 'object',
    properties: { apiVersion: { type: 'string' }, kind: { type: 'string' } },
    required: ['apiVersion', 'kind'],
    allOf: entries.map(([kind]) => ({
      if: { properties: { kind: { const: kind } }, required: ['kind'] },
      then: { $ref: `#/definitions/${kind}` },
    })),
    definitions: Object.fromEntries(
      // Only the root of a schema says which draft it is.
      entries.map(([kind, { $schema, ...schema }]) => [kind, schema]),
    ),
  };
}
