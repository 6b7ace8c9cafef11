import fc from 'fast-check';
import type { JsonObject } from '@backstage/types';
import type { Operation } from './contract';
import { plausible } from './drawnValues';
import { declarationBodies } from './drawnDeclarations';
import { hostileTexts, specs } from './pools';
import type { Schema } from './schema';

/** Values in the place of others; numbers JSON allows and nobody sends. */
const hostileValues: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    0,
    -1,
    1e308,
    -1e308,
    0.1,
    Number.MAX_SAFE_INTEGER,
    5e-324,
    [],
    {},
    [[]],
    [null],
    { $ne: null },
    { toString: 1 },
  ),
  fc.constantFrom(...hostileTexts),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Bodies that are no JSON, or none that a parser should keep. */
const brokenBodies: readonly string[] = [
  '',
  '{',
  'null',
  '"text"',
  '[]',
  '{"a":NaN}',
  '{"a":1e999}',
  '{"__proto__":{"isAdmin":true}}',
  '{"constructor":{"prototype":{}}}',
  '{"of":["all"],"of":[]}',
  '{"\\u0000":1}',
  '{"spec":{"title":"\\ud800"}}',
  `${'['.repeat(5000)}${']'.repeat(5000)}`,
  `{"a":${'{"a":'.repeat(70)}1${'}'.repeat(71)}`,
  `{"note":"${'x'.repeat(1_100_000)}"}`,
];

/** The JSON of a body; undefined for operations without one. */
export function bodyTexts(
  operation: Operation,
  temper: number,
): fc.Arbitrary<string | undefined> {
  if (!operation.body) {
    return fc.constant(undefined);
  }
  const usual = usualBodies(operation.id, operation.body);
  const text = usual.map(value => JSON.stringify(value));
  if (temper === 0) {
    return text;
  }
  return fc.oneof(
    { weight: 4, arbitrary: text },
    {
      weight: Math.ceil(temper * 12),
      arbitrary: fc
        .tuple(usual, fc.nat(), hostileValues)
        .map(([value, at, other]) => JSON.stringify(spoilt(value, at, other))),
    },
    {
      weight: 1,
      arbitrary: fc
        .tuple(usual, fc.constantFrom('ref', 'version', 'createdBy', 'extra'))
        .map(([value, name]) =>
          JSON.stringify(
            typeof value === 'object' ? { ...value, [name]: '1' } : value,
          ),
        ),
    },
    { weight: 1, arbitrary: fc.constantFrom(...brokenBodies) },
  );
}

/** Bodies that fit the contract, and where it is vague the register too. */
function usualBodies(id: string, schema: Schema): fc.Arbitrary<unknown> {
  const any = plausible('body', schema);
  switch (id) {
    case 'stageDeclaration':
      return declarationBodies;
    case 'createRecord':
      return fc.oneof(
        any,
        fc
          .record({
            spec: fc.constantFrom(...specs),
            title: fc.constantFrom('Fuzz', 'Fuzz 2'),
          })
          .map(({ spec, title }) => ({ kind: kindOf(spec), title, spec })),
      );
    default:
      return any;
  }
}

function kindOf(spec: JsonObject): string {
  if (spec.class !== undefined) {
    return 'Asset';
  }
  return spec.metric === undefined ? 'Contract' : 'License';
}

/** A copy in which one value, found by counting, is another. */
function spoilt(value: unknown, at: number, other: unknown): unknown {
  const total = leavesIn(value);
  let left = total === 0 ? 0 : at % total;
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part) && part.length > 0) {
      return part.map(walk);
    }
    const entries =
      typeof part === 'object' && part !== null ? Object.entries(part) : [];
    if (entries.length > 0) {
      return Object.fromEntries(
        entries.map(([name, member]) => [name, walk(member)]),
      );
    }
    left -= 1;
    return left === -1 ? other : part;
  };
  return walk(value);
}

function leavesIn(value: unknown): number {
  const members =
    typeof value === 'object' && value !== null ? Object.values(value) : [];
  return members.length === 0
    ? 1
    : members.reduce<number>((sum, member) => sum + leavesIn(member), 0);
}
