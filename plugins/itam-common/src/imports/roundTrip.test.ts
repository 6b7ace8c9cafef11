import type { Entity } from '@backstage/catalog-model';
import fc from 'fast-check';
import { exampleEntities } from '../entities/__testUtils__/exampleEntities';
import { seedProperties } from '../__testUtils__/propertySeed';
import { isItamKind } from '../entities/itamKinds';
import {
  goodAsset,
  goodContract,
  goodLicense,
} from '../entities/testing/goodEntities';
import { isObject } from '../entities/validation/SpecField';
import { validateItamEntity } from '../entities/validation/validateItamEntity';
import { jsonObjectCopy } from '../registration/jsonCopy';
import { escapeFormulaCell, unescapeFormulaCell } from './escapeFormulaCell';
import { exportFields, type ImportField } from './fields/importFields';
import { rowToSpec } from './rowToSpec';
import { setAt } from './rowValues';
import { EXPORT_FORMAT, specToRow } from './specToRow';

seedProperties(400);

function roundTrip(entity: Entity) {
  const { kind } = entity;
  if (!isItamKind(kind)) {
    throw new Error('not one of ours');
  }
  const fields = exportFields(kind);
  const cells = specToRow(kind, entity, fields)
    .map(escapeFormulaCell)
    .map(unescapeFormulaCell);
  return rowToSpec(
    kind,
    { ...EXPORT_FORMAT, columns: fields.map(({ id }) => id) },
    cells,
  );
}

const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.constantFrom(
    '=1+1',
    ' padded ',
    '"quoted"',
    '"',
    '[]',
    '0012',
    '1e5',
    'true',
    "'-x",
    'a; b',
  ),
);

/** Something the field may hold; undefined where nothing but the good will do. */
function valueFor(field: ImportField): fc.Arbitrary<unknown> | undefined {
  switch (field.type) {
    case 'text':
      return field.part === 'metadata' && field.id !== 'title'
        ? undefined
        : text;
    case 'multiline':
      return fc.oneof(text, fc.constant('two\nlines\r\nand a\ttab'));
    case 'enum':
      return fc.constantFrom(...(field.values ?? []));
    case 'number':
      return fc.integer({ min: 1, max: 1000 });
    case 'boolean':
      return fc.boolean();
    case 'shares':
      return fc.constantFrom<unknown>(
        [],
        [{ ref: 'component:default/a' }],
        [{ ref: 'a', share: 33.33 }, { ref: 'system:b' }],
        [{ from: '2026-01-01', services: [{ ref: 'a', share: 1 }] }],
      );
    case 'covers':
      return fc.constantFrom<unknown>(
        [],
        ['asset:a', 'license:default/b'],
        ['asset:a', { ref: 'asset:b', weight: 3 }, { ref: 'asset:c' }],
      );
    case 'references':
      return fc.constantFrom<unknown>(
        [],
        [{ to: 'user:a' }, { to: 'user:default/b' }],
        [{ to: 'user:a', from: '2026-01-01', until: '2026-02-01' }],
      );
    case 'dated':
      return field.refRole
        ? fc.constantFrom<unknown>('group:a', 'b', [
            { ref: 'a' },
            { from: '2026-01-01', ref: 'user:b' },
          ])
        : fc.oneof(text, fc.constant([{ costCenter: 'CC 1' }]));
    case 'list':
      return fc.constantFrom<unknown>([], ['a', 'b-c'], ['c#', 'd+']);
    default:
      return undefined;
  }
}

/** Valid entities: a good one with fields taken out and others filled anew. */
const entities = fc
  .constantFrom(goodAsset(), goodLicense(), goodContract())
  .chain(entity => {
    const kind = isItamKind(entity.kind) ? entity.kind : 'Asset';
    const fields = exportFields(kind).filter(
      ({ part, id }) => part === 'spec' || id === 'title' || id === 'tags',
    );
    return fc.tuple(
      fc.constant(entity),
      fc.subarray(
        fields.filter(field => !field.required),
        { minLength: 0 },
      ),
      fc.tuple(
        ...fields.map(field =>
          fc.option(
            (valueFor(field) ?? fc.constant(undefined)).map(value => ({
              field,
              value,
            })),
            { nil: undefined, freq: 1 },
          ),
        ),
      ),
    );
  })
  .map(([entity, dropped, replaced]) => {
    let current = withoutFields(entity, dropped);
    for (const one of replaced) {
      if (one && one.value !== undefined) {
        const next = withField(current, one.field, one.value);
        // Most random changes break some rule; only those that do not count.
        current = validateItamEntity(next).length === 0 ? next : current;
      }
    }
    return current;
  });

function withField(entity: Entity, field: ImportField, value: unknown): Entity {
  const holder = jsonObjectCopy({ value });
  const copy = structuredClone(entity);
  const spec = copy.spec ?? {};
  const metadata = jsonObjectCopy(copy.metadata);
  setAt(
    field.part === 'metadata' ? metadata : spec,
    field.path,
    holder.value ?? null,
  );
  return { ...copy, metadata: { ...metadata, name: copy.metadata.name }, spec };
}

function withoutFields(entity: Entity, fields: ImportField[]): Entity {
  let current = entity;
  for (const field of fields) {
    const copy = structuredClone(current);
    let target: unknown = field.part === 'metadata' ? copy.metadata : copy.spec;
    const steps = [...field.path];
    const last = steps.pop() ?? '';
    for (const step of steps) {
      target = isObject(target) ? target[step] : undefined;
    }
    if (isObject(target)) {
      delete target[last];
    }
    const emptied = withoutEmptyObjects(copy);
    current = validateItamEntity(emptied).length === 0 ? emptied : current;
  }
  return current;
}

/** No cell stands for an object without fields, which says nothing. */
function withoutEmptyObjects(entity: Entity): Entity {
  const prune = (value: Record<string, unknown>) => {
    for (const [name, child] of Object.entries(value)) {
      if (isObject(child)) {
        prune(child);
        if (Object.keys(child).length === 0) {
          delete value[name];
        }
      }
    }
  };
  const spec = jsonObjectCopy(entity.spec ?? {});
  prune(spec);
  return { ...entity, spec };
}

describe('export and import', () => {
  it.each([goodAsset(), goodLicense(), goodContract()])(
    'lose nothing of a good $kind',
    entity => {
      const { spec, metadata, problems } = roundTrip(entity);
      expect(problems).toEqual([]);
      expect(spec).toEqual(entity.spec);
      expect(metadata).toEqual(entity.metadata);
    },
  );

  it('lose nothing of any example', () => {
    const ours = exampleEntities().filter(({ entity }) =>
      isItamKind(entity.kind),
    );
    expect(ours.length).toBeGreaterThan(0);
    for (const { entity } of ours) {
      const { spec, problems } = roundTrip(entity);
      expect(problems).toEqual([]);
      expect(spec).toEqual(entity.spec);
    }
  });

  it('lose nothing of any valid entity', () => {
    fc.assert(
      fc.property(entities, entity => {
        expect(validateItamEntity(entity)).toEqual([]);
        const { spec, metadata, problems } = roundTrip(entity);
        expect(problems).toEqual([]);
        expect(spec).toEqual(entity.spec);
        expect(metadata).toEqual(entity.metadata);
      }),
    );
  });

  it('leave money out for those who may not see it', () => {
    const fields = exportFields('Asset').filter(field => !field.money);
    const cells = specToRow('Asset', goodAsset(), fields);
    expect(cells).toHaveLength(fields.length);
    expect(cells.join()).not.toMatch(/24999|EUR|CC-410/);
  });
});
