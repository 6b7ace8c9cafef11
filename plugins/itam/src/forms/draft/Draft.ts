import type { JsonObject } from '@backstage/types';
import type {
  ItamKind,
  NewRecord,
  RecordDetail,
  RecordInput,
} from '@backstage-itam/plugin-itam-common';
import { jsonObject } from './jsonPath';

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
