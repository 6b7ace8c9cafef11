import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import {
  entityOfRecordText,
  namedRecordText,
  type ItamKind,
  type NewRecord,
  type RecordDetail,
  type RecordInput,
} from '@backstage-itam/plugin-itam-common';
import { isObject, jsonObject } from './jsonPath';

/**
 * A record as it is being written: what stands in the fields, right or wrong,
 * in the form it has in a catalog file.
 */
export interface Draft {
  kind: ItamKind;
  namespace?: string;
  name?: string;
  title?: string;
  description?: string;
  spec: JsonObject;
  /** Of a catalog file: what the register does not keep, such as tags. */
  metadata?: JsonObject;
}

/** The record that is sent to be registered. */
export function newRecordOf(draft: Draft): NewRecord {
  const { kind, namespace, name, title, description, spec } = draft;
  return { kind, namespace, name, title, description, spec };
}

/**
 * The record that is sent to be changed. Money that the writer may not see is
 * left out, which leaves it as it is.
 */
export function recordInputOf(
  draft: Draft,
  options: { costVisible: boolean; effectiveFrom?: string },
): RecordInput {
  const { title, description } = draft;
  const { financials, ...rest } = draft.spec;
  return {
    title,
    description,
    spec: options.costVisible ? draft.spec : rest,
    effectiveFrom: options.effectiveFrom,
  };
}

/** What is to be changed of a record. */
export function draftOfRecord(detail: RecordDetail): Draft {
  const { record, description, spec } = detail;
  const [, rest = ''] = record.ref.split(':');
  const [namespace = 'default', name = ''] = rest.split('/');
  return {
    kind: record.kind,
    ...(namespace === 'default' ? {} : { namespace }),
    name,
    ...(record.title === name ? {} : { title: record.title }),
    ...(description === undefined ? {} : { description }),
    spec: jsonObject(spec),
  };
}

/** The draft as an entity of a catalog file. */
export function entityOfDraft(draft: Draft): Entity {
  const { text } = namedRecordText(draft);
  const entity = entityOfRecordText(text);
  const { namespace, ...metadata } = entity.metadata;
  return {
    apiVersion: entity.apiVersion,
    kind: entity.kind,
    metadata: {
      ...metadata,
      ...(draft.namespace === undefined ? {} : { namespace }),
      ...draft.metadata,
    },
    spec: entity.spec,
  };
}

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
