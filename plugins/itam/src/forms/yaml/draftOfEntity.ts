import type { JsonObject } from '@backstage/types';
import type { ItamKind } from '@backstage-itam/plugin-itam-common';
import type { Draft } from '../draft/Draft';
import { isObject } from '../draft/jsonPath';

/** An entity of a catalog file as a draft; undefined when it is no record. */
export function draftOfEntity(
  kind: ItamKind,
  entity: JsonObject,
): Draft | undefined {
  const { metadata, spec } = entity;
  if (!isObject(metadata) || !isObject(spec)) {
    return undefined;
  }
  const { name, namespace, title, description, ...others } = metadata;
  const text = (value: unknown) =>
    typeof value === 'string' ? value : undefined;
  const draft: Draft = { kind, spec };
  return {
    ...draft,
    ...optional('namespace', text(namespace)),
    ...optional('name', text(name)),
    ...optional('title', text(title)),
    ...optional('description', text(description)),
    ...(Object.keys(others).length > 0 ? { metadata: others } : {}),
  };
}

function optional(
  key: 'namespace' | 'name' | 'title' | 'description',
  value: string | undefined,
): Partial<Draft> {
  return value === undefined ? {} : { [key]: value };
}
