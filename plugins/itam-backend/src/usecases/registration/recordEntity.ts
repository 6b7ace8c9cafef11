import {
  DEFAULT_NAMESPACE,
  makeValidator,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import {
  ITAM_API_VERSION,
  ItamValidationError,
  parseItamSpec,
  validateItamEntity,
  type ItamKind,
  type ParsedItamSpec,
  type ValidationProblem,
} from '@backstage-itam/plugin-itam-common';
import type { RecordMetadata } from '../../stores/records/recordColumns';
import { inputProblem } from '../records/inputProblems';

/** A record as people write it. */
export interface RecordText {
  kind: ItamKind;
  namespace?: string;
  name: string;
  title?: string;
  description?: string;
  spec: JsonObject;
}

/** A record that keeps all rules of its kind. */
export interface CheckedRecord {
  parsed: ParsedItamSpec;
  metadata: RecordMetadata;
}

const NAME_FORM =
  'letters, digits and single -, _ and . between them, at most 63 characters';
const NAMESPACE_FORM =
  'lower-case letters, digits and single dashes between them, at most 63 characters';

/**
 * Checks a record by the rules that catalog files are checked by.
 *
 * Throws ItamValidationError with all problems at once; amounts are never
 * repeated in it.
 */
export function checkedRecord(
  text: RecordText,
  further: readonly ValidationProblem[] = [],
): CheckedRecord {
  const { kind, name, title, description, spec } = text;
  const namespace = text.namespace ?? DEFAULT_NAMESPACE;
  const entity: Entity = {
    apiVersion: ITAM_API_VERSION,
    kind,
    metadata: {
      name,
      namespace,
      ...(title === undefined ? {} : { title: title.trim() }),
      ...(description === undefined ? {} : { description }),
    },
    spec,
  };
  const problems = [
    ...further,
    ...nameProblems(namespace, name),
    ...(title === undefined || title.trim() !== ''
      ? []
      : [inputProblem('title', 'blank', 'text, or leave the field out')]),
    ...validateItamEntity(entity).map(asRequestProblem),
  ];
  if (problems.length > 0) {
    throw new ItamValidationError({
      ref: refOrKind(entity),
      problems,
    });
  }
  return {
    parsed: parseItamSpec(entity),
    metadata: {
      namespace: namespace.toLowerCase(),
      name,
      title: title?.trim() ?? null,
      description: description ?? null,
      sourceLocation: null,
    },
  };
}

function nameProblems(namespace: string, name: string): ValidationProblem[] {
  const validator = makeValidator();
  return [
    ...(validator.isValidNamespace(namespace)
      ? []
      : [inputProblem('namespace', 'name', NAMESPACE_FORM)]),
    ...(validator.isValidEntityName(name)
      ? []
      : [inputProblem('name', 'name', NAME_FORM)]),
  ];
}

/** Requests have title and description beside the spec. */
function asRequestProblem(problem: ValidationProblem): ValidationProblem {
  const { path, message } = problem;
  return path.startsWith('metadata.')
    ? {
        ...problem,
        path: path.slice('metadata.'.length),
        message: message.replace(/^metadata\./, ''),
      }
    : problem;
}

/** Names that are wrong may not even be a ref. */
function refOrKind(entity: Entity): string {
  try {
    return stringifyEntityRef(entity);
  } catch {
    return entity.kind;
  }
}
