import { spec } from '../../../schema/generated/spec';

/** The part of JSON Schema that the contract uses. */
export interface Schema {
  $ref?: string;
  type?: string | readonly string[];
  enum?: readonly unknown[];
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  additionalProperties?: boolean | Schema;
  anyOf?: readonly Schema[];
  description?: string;
}

const KNOWN_KEYWORDS: ReadonlySet<string> = new Set([
  '$ref',
  'type',
  'enum',
  'pattern',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
  'minItems',
  'maxItems',
  'items',
  'properties',
  'required',
  'additionalProperties',
  'anyOf',
  'description',
]);

const schemas: Readonly<Record<string, Schema>> = spec.components.schemas;

/**
 * A schema without `$ref` at its top.
 *
 * Throws Error for a ref to nothing and for keywords that the checks below
 * would pass over.
 */
export function resolved(schema: Schema): Schema {
  for (const keyword of Object.keys(schema)) {
    if (!KNOWN_KEYWORDS.has(keyword)) {
      throw new Error(`The contract uses '${keyword}', which is not checked`);
    }
  }
  if (schema.$ref === undefined) {
    return schema;
  }
  const name = schema.$ref.replace('#/components/schemas/', '');
  if (!Object.hasOwn(schemas, name)) {
    throw new Error(`The contract has no ${schema.$ref}`);
  }
  return resolved(schemas[name]);
}

/** What of a parsed JSON value does not fit a schema; empty when all does. */
export function misfits(
  unresolved: Schema,
  value: unknown,
  path: string = '$',
): string[] {
  const schema = resolved(unresolved);
  if (schema.anyOf) {
    const tried = schema.anyOf.map(option => misfits(option, value, path));
    return tried.some(({ length }) => length === 0) ? [] : tried.flat();
  }
  const types = typesOf(schema);
  if (types.length > 0 && !types.some(type => isOfType(type, value))) {
    return [`${path} is no ${types.join(' or ')}`];
  }
  if (schema.enum && !schema.enum.includes(value)) {
    return [`${path} is none of ${schema.enum.join(', ')}`];
  }
  if (typeof value === 'string') {
    return misfitsOfText(schema, value, path);
  }
  if (typeof value === 'number') {
    return value < (schema.minimum ?? -Infinity) ||
      value > (schema.maximum ?? Infinity)
      ? [`${path} is out of range`]
      : [];
  }
  if (Array.isArray(value)) {
    return misfitsOfList(schema, value, path);
  }
  return typeof value === 'object' && value !== null
    ? misfitsOfObject(schema, new Map(Object.entries(value)), path)
    : [];
}

/** The types a schema names; none when it takes any. */
export function typesOf(schema: Schema): readonly string[] {
  return typeof schema.type === 'string' ? [schema.type] : schema.type ?? [];
}

function misfitsOfText(schema: Schema, text: string, path: string): string[] {
  const { minLength = 0, maxLength = Infinity, pattern } = schema;
  return [
    ...(text.length < minLength ? [`${path} is too short`] : []),
    ...(text.length > maxLength ? [`${path} is too long`] : []),
    ...(pattern !== undefined && !new RegExp(pattern, 'u').test(text)
      ? [`${path} does not match ${pattern}`]
      : []),
  ];
}

function misfitsOfList(
  schema: Schema,
  list: readonly unknown[],
  path: string,
): string[] {
  const { minItems = 0, maxItems = Infinity, items } = schema;
  return [
    ...(list.length < minItems ? [`${path} has too few items`] : []),
    ...(list.length > maxItems ? [`${path} has too many items`] : []),
    // All items share one path: a misfit of many rows is one finding.
    ...(items ? list.flatMap(item => misfits(items, item, `${path}[]`)) : []),
  ];
}

function misfitsOfObject(
  schema: Schema,
  entries: ReadonlyMap<string, unknown>,
  path: string,
): string[] {
  const properties = new Map(Object.entries(schema.properties ?? {}));
  return [
    ...(schema.required ?? [])
      .filter(name => !entries.has(name))
      .map(name => `${path}.${name} is missing`),
    ...[...entries].flatMap(([name, value]) => {
      const property = properties.get(name);
      if (property) {
        return misfits(property, value, `${path}.${name}`);
      }
      if (typeof schema.additionalProperties === 'object') {
        return misfits(schema.additionalProperties, value, `${path}.${name}`);
      }
      return schema.additionalProperties === false
        ? [`${path}.${name} is not in the contract`]
        : [];
    }),
  ];
}

function isOfType(type: string, value: unknown): boolean {
  switch (type) {
    case 'string':
    case 'boolean':
      return typeof value === type;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    case 'integer':
      return Number.isSafeInteger(value);
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return (
        typeof value === 'object' && value !== null && !Array.isArray(value)
      );
    default:
      throw new Error(`The contract uses the type '${type}'`);
  }
}
