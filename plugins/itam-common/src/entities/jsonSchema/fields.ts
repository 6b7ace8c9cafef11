import type { JsonObject } from '@backstage/types';

/**
 * Builders for the fields the three kinds share.
 *
 * Each field states in `$comment` which check beyond JSON schema it takes
 * (`validation/fieldChecks.ts`). `$comment` rather than `format`, because other
 * readers of these schemas (the catalog's model, API documentation) refuse
 * formats they do not know.
 */

/** Longest text of a field, in characters. */
export const TEXT_LIMITS = {
  title: 200,
  line: 200,
  paragraph: 2_000,
  notes: 10_000,
  url: 2_000,
  ref: 200,
  code: 64,
} as const;

/** Most entries of a list. */
export const LIST_LIMITS = {
  dated: 500,
  services: 1_000,
  charges: 1_000,
  covers: 10_000,
  assignments: 50_000,
  documents: 200,
} as const;

/** One line of text. */
export function line(
  description: string,
  maxLength: number = TEXT_LIMITS.line,
): JsonObject {
  return {
    type: 'string',
    $comment: 'itam:line',
    minLength: 1,
    maxLength,
    description,
  };
}

/** Text that may have several lines. */
export function multiline(
  description: string,
  maxLength: number = TEXT_LIMITS.paragraph,
): JsonObject {
  return {
    type: 'string',
    $comment: 'itam:multiline',
    minLength: 1,
    maxLength,
    description,
  };
}

/** A lower-case identifier such as `dell` or `cloud-account`. */
export function slug(description: string): JsonObject {
  return {
    type: 'string',
    $comment: 'itam:slug',
    minLength: 1,
    maxLength: TEXT_LIMITS.code,
    pattern: '^[a-z0-9]+([-._][a-z0-9]+)*$',
    description,
  };
}

/** A calendar date without time. */
export function date(description: string): JsonObject {
  return {
    type: 'string',
    $comment: 'itam:date',
    pattern: '^\\d{4}-\\d{2}-\\d{2}$',
    description,
  };
}

/** A link people may follow. */
export function url(description: string): JsonObject {
  return {
    type: 'string',
    $comment: 'itam:url',
    minLength: 1,
    maxLength: TEXT_LIMITS.url,
    pattern: '^([Hh][Tt][Tt][Pp][Ss]?://|[Mm][Aa][Ii][Ll][Tt][Oo]:)',
    description,
  };
}

/** An entity reference in one of the roles of `references/refRoles.ts`. */
export function ref(role: string, description: string): JsonObject {
  return {
    type: 'string',
    $comment: `itam:ref:${role}`,
    minLength: 1,
    maxLength: TEXT_LIMITS.ref,
    description,
  };
}

/** One of several words. */
export function oneOf(
  values: readonly string[],
  description: string,
): JsonObject {
  return { type: 'string', enum: [...values], description };
}

/** A whole number within bounds, both inclusive. */
export function whole(
  description: string,
  minimum: number,
  maximum: number,
): JsonObject {
  return { type: 'integer', minimum, maximum, description };
}

/** An object of which all fields are named. */
export function object(
  properties: JsonObject,
  options: { required?: string[]; description?: string; check?: string } = {},
): JsonObject {
  return {
    type: 'object',
    additionalProperties: false,
    ...(options.check ? { $comment: `itam:${options.check}` } : {}),
    ...(options.description ? { description: options.description } : {}),
    properties,
    required: options.required ?? [],
  };
}

/** A list of at most so many entries. */
export function list(
  items: JsonObject,
  maxItems: number,
  description: string,
): JsonObject {
  return { type: 'array', items, maxItems, description };
}

/** A decimal amount; negative only where a credit is allowed. */
export function amount(description = 'Decimal text with a point.'): JsonObject {
  return {
    type: 'string',
    $comment: 'itam:amount',
    pattern: '^-?\\d+(\\.\\d+)?$',
    description,
  };
}

/** An ISO 4217 code. */
export function currency(): JsonObject {
  return {
    type: 'string',
    $comment: 'itam:currency',
    pattern: '^[A-Z]{3}$',
    description: 'ISO 4217 code in capitals.',
  };
}

/** An amount that is not negative, with its currency. */
export function money(description: string): JsonObject {
  return object(
    { amount: amount(), currency: currency() },
    { required: ['amount', 'currency'], check: 'money', description },
  );
}
