import fc from 'fast-check';
import { pools } from './pools';
import { resolved, typesOf, type Schema } from './schema';

/** Values that fit a schema, and mostly what its name promises. */
export function plausible(
  name: string,
  unresolved: Schema,
): fc.Arbitrary<unknown> {
  const schema = resolved(unresolved);
  const pool = poolOf(name, unresolved);
  if (schema.enum) {
    return fc.constantFrom(...schema.enum);
  }
  if (schema.anyOf) {
    return fc.oneof(...schema.anyOf.map(option => plausible(name, option)));
  }
  const [type] = typesOf(schema);
  if (type === 'array' && schema.items) {
    return fc.array(plausible(name, schema.items), {
      minLength: schema.minItems ?? 0,
      maxLength: Math.min(schema.maxItems ?? 4, 4),
    });
  }
  const own = ofType(type, schema);
  return pool.length === 0
    ? own
    : fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(...pool) },
        { weight: 1, arbitrary: own },
      );
}

/** Objects that fit a schema, optional members there or not. */
function objects(schema: Schema): fc.Arbitrary<unknown> {
  const members = Object.entries(schema.properties ?? {});
  return fc.record(
    Object.fromEntries(
      members.map(([name, member]) => [name, plausible(name, member)]),
    ),
    { requiredKeys: [...(schema.required ?? [])], noNullPrototype: true },
  );
}

function ofType(
  type: string | undefined,
  schema: Schema,
): fc.Arbitrary<unknown> {
  switch (type) {
    case 'object':
      return schema.properties
        ? objects(schema)
        : fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue(), {
            maxKeys: 3,
            noNullPrototype: true,
          });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'integer':
      return fc.integer({
        min: schema.minimum ?? -3,
        max: schema.maximum ?? 2 ** 31 - 1,
      });
    case 'number':
      return fc.double({
        min: schema.minimum ?? -1e6,
        max: schema.maximum ?? 1e6,
        noNaN: true,
      });
    default:
      return schema.pattern === undefined
        ? fc.string({
            unit: 'grapheme',
            minLength: schema.minLength ?? 0,
            maxLength: Math.min(schema.maxLength ?? 30, 30),
          })
        : fc.stringMatching(new RegExp(schema.pattern));
  }
}

function poolOf(name: string, schema: Schema): readonly unknown[] {
  switch (schema.$ref) {
    case '#/components/schemas/Day':
      return pools.get('day') ?? [];
    case '#/components/schemas/Month':
      return pools.get('month') ?? [];
    default:
  }
  if (name === 'to') {
    return pools.get(schema.$ref ? 'holders' : 'status') ?? [];
  }
  const pool = pools.get(name) ?? [];
  const types = typesOf(resolved(schema));
  return pool.filter(
    value =>
      types.includes(typeof value) ||
      (types.includes('integer') && Number.isInteger(value)),
  );
}
