import type { DefinedError, ErrorObject, ValidateFunction } from 'ajv';
import { isDate } from './describe';
import { isObject } from './SpecField';
import { closest, unknownFieldProblem } from './unknownFieldProblem';
import {
  isMoneyPath,
  problem,
  problemWithValue,
  type ValidationProblem,
} from './ValidationProblem';

/** Guesses cost time, and nobody misspells a thousand fields. */
const MAX_GUESSES = 100;

/**
 * Everything the kind's JSON schema refuses, in words.
 */
export function schemaProblems(
  validate: ValidateFunction,
  entity: unknown,
): ValidationProblem[] {
  if (validate(entity)) {
    return [];
  }
  return (validate.errors ?? [])
    .filter(isDefinedError)
    .map((error, i) =>
      schemaProblem(error, validate.schema, { guess: i < MAX_GUESSES }),
    );
}

/** Our schemas use standard keywords only. */
function isDefinedError(error: ErrorObject): error is DefinedError {
  return typeof error.keyword === 'string';
}

function schemaProblem(
  error: DefinedError,
  rootSchema: unknown,
  options: { guess: boolean },
): ValidationProblem {
  const path = pathOf(error.instancePath);
  const value: unknown = error.data;
  const refuse = (rule: string, allowed: string) =>
    problemWithValue({ path: path || 'entity', rule, value, allowed });
  switch (error.keyword) {
    case 'required': {
      const { missingProperty } = error.params;
      return problem({
        path: path === '' ? missingProperty : `${path}.${missingProperty}`,
        rule: 'required',
        found: 'nothing',
        allowed: requiredText(error.parentSchema, missingProperty),
      });
    }
    case 'additionalProperties':
      return unknownFieldProblem({
        parentPath: path,
        name: error.params.additionalProperty,
        parentSchema: error.parentSchema,
        rootSchema,
        guess: options.guess,
      });
    case 'type':
      return typeProblem(path || 'entity', value, error.params.type);
    case 'enum': {
      const words = error.params.allowedValues.filter(
        (word): word is string => typeof word === 'string',
      );
      const meant =
        options.guess && typeof value === 'string' && !isMoneyPath(path)
          ? closest(value, words)
          : undefined;
      return refuse(
        'enum',
        `one of ${words.join(', ')}${meant ? ` (did you mean ${meant}?)` : ''}`,
      );
    }
    case 'const':
      return refuse('const', `${error.params.allowedValue}`);
    case 'minimum':
      return refuse('minimum', `${error.params.limit} or more`);
    case 'exclusiveMinimum':
      return refuse('minimum', `more than ${error.params.limit}`);
    case 'maximum':
      return refuse('maximum', `at most ${error.params.limit}`);
    case 'minLength':
      return problem({
        path,
        rule: 'text-length',
        found: 'empty text',
        allowed: 'text, or leave the field out',
      });
    case 'maxLength':
      return problem({
        path,
        rule: 'text-length',
        found: isMoneyPath(path)
          ? 'longer text'
          : `${lengthOf(value)} characters`,
        allowed: `at most ${error.params.limit} characters`,
      });
    case 'minItems':
      return problem({
        path,
        rule: 'list-length',
        found: 'an empty list',
        allowed: `at least ${error.params.limit} entries`,
      });
    case 'maxItems':
      return problem({
        path,
        rule: 'list-length',
        found: 'a longer list',
        allowed: `at most ${error.params.limit} entries`,
      });
    case 'pattern':
      return refuse('pattern', `text of the form ${error.params.pattern}`);
    default:
      return refuse(error.keyword, error.message ?? 'another value');
  }
}

const TYPE_NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

/** Numbers, booleans and timestamps where text is meant get a hint to quote. */
function typeProblem(
  path: string,
  value: unknown,
  expected: string | string[],
): ValidationProblem {
  const types = [expected].flat().flatMap(type => type.split(','));
  if (types.includes('string') && isUnquoted(value)) {
    const example = isMoneyPath(path) ? undefined : unquotedText(value);
    return problemWithValue({
      path,
      rule: 'text',
      value,
      allowed:
        example === undefined
          ? 'text: quote it'
          : `text: quote it as it was written, such as "${example}"`,
    });
  }
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return problemWithValue({
      path,
      rule: 'finite',
      value,
      allowed: 'a finite number',
    });
  }
  if (typeof value === 'number' && types.includes('integer')) {
    return problemWithValue({
      path,
      rule: 'whole-number',
      value,
      allowed: 'a whole number',
    });
  }
  const names = types.map(type => TYPE_NAMES[type] ?? type).join(' or ');
  return problemWithValue({
    path,
    rule: 'type',
    value,
    allowed: value === null ? `${names}, or leave the field out` : names,
  });
}

function isUnquoted(value: unknown): value is number | boolean | bigint | Date {
  return (
    typeof value === 'number' ||
    typeof value === 'boolean' ||
    typeof value === 'bigint' ||
    isDate(value)
  );
}

function unquotedText(value: number | boolean | bigint | Date): string {
  if (!isDate(value)) {
    return `${value}`;
  }
  return Number.isNaN(value.getTime())
    ? '2026-01-31'
    : value.toISOString().slice(0, 10);
}

function requiredText(parentSchema: unknown, name: string): string {
  const properties = isObject(parentSchema) ? parentSchema.properties : {};
  const field = isObject(properties) ? properties[name] : undefined;
  const description = isObject(field) ? field.description : undefined;
  return typeof description === 'string'
    ? `required: ${description}`
    : 'required';
}

function lengthOf(value: unknown): number {
  return typeof value === 'string' ? [...value].length : 0;
}

/** `/spec/services/0/ref` as people write it: `spec.services[0].ref`. */
function pathOf(instancePath: string): string {
  return instancePath
    .split('/')
    .slice(1)
    .map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'))
    .reduce((path, part) => {
      if (/^\d+$/.test(part)) {
        return `${path}[${part}]`;
      }
      return path === '' ? part : `${path}.${part}`;
    }, '');
}
