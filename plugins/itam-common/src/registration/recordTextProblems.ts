import {
  DEFAULT_NAMESPACE,
  makeValidator,
  type Entity,
} from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import { ITAM_API_VERSION, type ItamKind } from '../entities/types';
import { validateItamEntity } from '../entities/validation/validateItamEntity';
import type { ValidationProblem } from '../entities/validation/ValidationProblem';
import { recordNameFrom } from './recordName';

/**
 * A record as people write it.
 * @public
 */
export interface RecordText {
  /** Its kind. */
  kind: ItamKind;
  /** `default` when absent. */
  namespace?: string;
  /** Its name. */
  name: string;
  /** What people call it. */
  title?: string;
  /** More about it. */
  description?: string;
  /** The same spec as in a catalog file. */
  spec: JsonObject;
}

/** Stands in for a name that cannot be made, while the rest is checked. */
const UNNAMED = 'unnamed';

const NAME_FORM =
  'letters, digits and single -, _ and . between them, at most 63 characters';
const NAMESPACE_FORM =
  'lower-case letters, digits and single dashes between them, at most 63 characters';

/**
 * A record with a name: its own, or one made from tag, number, product or
 * title; with a problem when there is nothing to make it from.
 * @public
 */
export function namedRecordText(
  input: Omit<RecordText, 'name'> & { name?: string },
): { text: RecordText; problems: ValidationProblem[] } {
  if (input.name !== undefined) {
    return { text: { ...input, name: input.name }, problems: [] };
  }
  const { kind, title, spec } = input;
  try {
    const name = recordNameFrom({
      kind,
      title,
      tag: textOf(spec.tag),
      number: textOf(spec.number),
      product: textOf(spec.product),
    });
    return { text: { ...input, name }, problems: [] };
  } catch (error) {
    if (!(error instanceof InputError)) {
      throw error;
    }
    return {
      text: { ...input, name: UNNAMED },
      problems: [
        refused(
          'name',
          'name-missing',
          'a name, or a title, tag, number or product to make it from',
        ),
      ],
    };
  }
}

/**
 * The entity a record is in the catalog.
 * @public
 */
export function entityOfRecordText(text: RecordText): Entity {
  const { kind, name, title, description, spec } = text;
  return {
    apiVersion: ITAM_API_VERSION,
    kind,
    metadata: {
      name,
      namespace: text.namespace ?? DEFAULT_NAMESPACE,
      ...(title === undefined ? {} : { title: title.trim() }),
      ...(description === undefined ? {} : { description }),
    },
    spec,
  };
}

/**
 * Everything that is wrong with a record, by the rules that catalog files are
 * checked by. Title and description stand beside the spec, as in requests.
 * @public
 */
export function recordTextProblems(text: RecordText): ValidationProblem[] {
  const { name, title } = text;
  const validator = makeValidator();
  return [
    ...(validator.isValidNamespace(text.namespace ?? DEFAULT_NAMESPACE)
      ? []
      : [refused('namespace', 'name', NAMESPACE_FORM)]),
    ...(validator.isValidEntityName(name)
      ? []
      : [refused('name', 'name', NAME_FORM)]),
    ...(title === undefined || title.trim() !== ''
      ? []
      : [refused('title', 'blank', 'text, or leave the field out')]),
    ...validateItamEntity(entityOfRecordText(text)).map(asRequestProblem),
  ];
}

function refused(
  path: string,
  rule: string,
  allowed: string,
): ValidationProblem {
  return { path, rule, allowed, message: `${path}: allowed: ${allowed}` };
}

/** Requests have title and description beside the spec. */
function asRequestProblem(found: ValidationProblem): ValidationProblem {
  const { path, message } = found;
  return path.startsWith('metadata.')
    ? {
        ...found,
        path: path.slice('metadata.'.length),
        message: message.replace(/^metadata\./, ''),
      }
    : found;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
