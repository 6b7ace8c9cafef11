import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import {
  entityOfRecordText,
  ItamValidationError,
  parseItamSpec,
  recordTextProblems,
  type ParsedItamSpec,
  type RecordText,
  type ValidationProblem,
} from '@backstage-itam/plugin-itam-common';
import type { RecordMetadata } from '../../stores/records/recordColumns';

/** A record that keeps all rules of its kind. */
export interface CheckedRecord {
  parsed: ParsedItamSpec;
  metadata: RecordMetadata;
}

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
  const { name, title, description } = text;
  const entity = entityOfRecordText(text);
  const namespace = entity.metadata.namespace ?? '';
  const problems = [...further, ...recordTextProblems(text)];
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

/** Names that are wrong may not even be a ref. */
function refOrKind(entity: Entity): string {
  try {
    return stringifyEntityRef(entity);
  } catch {
    return entity.kind;
  }
}
