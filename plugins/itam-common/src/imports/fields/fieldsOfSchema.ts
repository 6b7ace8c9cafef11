import type { JsonObject } from '@backstage/types';
import { isRefRoleName } from '../../entities/references/refRoles';
import { isObject } from '../../entities/validation/SpecField';
import { LIFECYCLE_STAGES, statusesOf } from '../../lifecycle';
import type { ImportField, ImportFieldType } from './ImportField';
import { FIELD_LABELS, labelFromPath } from './labels';

const REF_MARK = 'itam:ref:';

const EXAMPLES: Readonly<Partial<Record<ImportFieldType, readonly string[]>>> =
  {
    date: ['2026-01-31'],
    amount: ['24999.00'],
    currency: ['EUR'],
    boolean: ['yes', 'no'],
    link: ['https://documents.example.com/1'],
    slug: ['dell', 'laptop'],
    shares: ['component:default/payments-api=60; component:default/ledger=40'],
    covers: ['asset:default/payments-db-eu1=2; license:default/github'],
    references: ['user:default/guest; user:default/jane'],
    list: ['production; emea'],
    months: ['36'],
    number: ['12'],
    text: ['Any text'],
    multiline: ['Any text'],
  };

const REF_EXAMPLES: ReadonlyMap<string, string> = new Map([
  ['owner', 'group:default/payments'],
  ['assignee', 'user:default/guest'],
  ['approver', 'user:default/guest'],
  ['contract', 'contract:default/github-2026'],
  ['contractPart', 'contract:default/github-master'],
  ['assetPart', 'asset:default/rack-14'],
  ['replaces', 'asset:default/old-db'],
]);

const JSON_EXAMPLES: ReadonlyMap<string, string> = new Map([
  [
    'charges',
    '[{"amount":"310.00","currency":"EUR","every":"month","from":"2026-01-01"}]',
  ],
  ['events', '[{"date":"2026-06-01","kind":"life","months":60}]'],
  [
    'documents',
    '[{"title":"Invoice","url":"https://documents.example.com/1"}]',
  ],
  ['quantityChanges', '[{"from":"2026-07-15","quantity":260}]'],
]);

/** A field of each value in the schema of a spec that a cell can hold. */
export function fieldsOfSchema(
  schema: JsonObject,
  path: readonly string[] = [],
  requiredAbove = true,
): ImportField[] {
  const properties = isObject(schema.properties) ? schema.properties : {};
  const required = Array.isArray(schema.required) ? schema.required : [];
  return Object.entries(properties).flatMap(([name, child]) => {
    if (!isObject(child)) {
      return [];
    }
    const childPath = [...path, name];
    const isRequired = requiredAbove && required.includes(name);
    return child.type === 'object' && isObject(child.properties)
      ? fieldsOfSchema(jsonOf(child), childPath, isRequired)
      : [fieldOf(child, childPath, isRequired)];
  });
}

function fieldOf(
  schema: Record<string, unknown>,
  path: readonly string[],
  required: boolean,
): ImportField {
  const id = path.join('.');
  const type = typeOf(schema, path);
  const role =
    typeof schema.$comment === 'string' && schema.$comment.startsWith(REF_MARK)
      ? schema.$comment.slice(REF_MARK.length)
      : undefined;
  const values = valuesOf(schema, type);
  return {
    id,
    label: FIELD_LABELS.get(id) ?? labelFromPath(path),
    type,
    part: 'spec',
    path,
    description:
      typeof schema.description === 'string' ? schema.description : '',
    required,
    money: path[0] === 'financials',
    examples: examplesOf(type, path, role, values),
    ...(values ? { values } : {}),
    ...(role !== undefined && isRefRoleName(role) ? { refRole: role } : {}),
  };
}

function typeOf(
  schema: Record<string, unknown>,
  path: readonly string[],
): ImportFieldType {
  const name = path[path.length - 1];
  const { $comment: mark, type } = schema;
  if (path.length === 1 && name === 'status') {
    return 'status';
  }
  if (Array.isArray(schema.enum)) {
    return 'enum';
  }
  if (Array.isArray(type)) {
    return 'dated';
  }
  if (type === 'array') {
    switch (name) {
      case 'services':
        return 'shares';
      case 'covers':
        return 'covers';
      case 'assignments':
        return 'references';
      default:
        return 'json';
    }
  }
  if (type === 'boolean') {
    return 'boolean';
  }
  if (type === 'number' || type === 'integer') {
    return 'number';
  }
  if (typeof mark === 'string' && mark.startsWith(REF_MARK)) {
    return 'ref';
  }
  switch (mark) {
    case 'itam:date':
      return 'date';
    case 'itam:amount':
      return 'amount';
    case 'itam:currency':
      return 'currency';
    case 'itam:slug':
      return 'slug';
    case 'itam:url':
      return 'link';
    case 'itam:multiline':
      return 'multiline';
    default:
      return 'text';
  }
}

function valuesOf(
  schema: Record<string, unknown>,
  type: ImportFieldType,
): string[] | undefined {
  if (type === 'status') {
    return LIFECYCLE_STAGES.flatMap(stage => [...statusesOf(stage)]);
  }
  return Array.isArray(schema.enum)
    ? schema.enum.filter(value => typeof value === 'string')
    : undefined;
}

function examplesOf(
  type: ImportFieldType,
  path: readonly string[],
  role: string | undefined,
  values: string[] | undefined,
): readonly string[] {
  const name = path[path.length - 1];
  const example =
    JSON_EXAMPLES.get(name) ??
    (type === 'ref' || type === 'dated'
      ? REF_EXAMPLES.get(role ?? '') ?? 'CC-410'
      : undefined);
  if (example !== undefined) {
    return [example];
  }
  return values?.slice(0, 3) ?? EXAMPLES[type] ?? [];
}

/** A nested schema is JSON as its parent is. */
function jsonOf(value: Record<string, unknown>): JsonObject {
  const { properties, required } = value;
  return {
    ...(isJson(properties) ? { properties } : {}),
    ...(Array.isArray(required)
      ? { required: required.filter(one => typeof one === 'string') }
      : {}),
  };
}

function isJson(value: unknown): value is JsonObject {
  return isObject(value);
}
