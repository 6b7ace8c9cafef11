import {
  compileCatalogModel,
  createCatalogModelLayer,
} from '@backstage/catalog-model/alpha';
import Ajv from 'ajv';
import { ITAM_KINDS } from '../itamKinds';
import { goodAsset, goodContract, goodLicense } from '../testing/goodEntities';
import { isObject } from '../validation/SpecField';
import { itamJsonSchemas, itamModelJsonSchemas, itamSpecJsonSchemas } from '.';

function objectsOf(schema: unknown, path = ''): [string, object][] {
  if (!isObject(schema)) {
    return [];
  }
  const own: [string, object][] = isObject(schema.properties)
    ? [[path, schema]]
    : [];
  const children = isObject(schema.properties)
    ? Object.entries(schema.properties)
    : [];
  return [
    ...own,
    ...children.flatMap(([name, child]) => objectsOf(child, `${path}.${name}`)),
    ...objectsOf(schema.items, `${path}[]`),
  ];
}

describe('JSON schemas', () => {
  it.each([goodAsset(), goodLicense(), goodContract()])(
    'accepts a good $kind in a strict validator without our formats',
    entity => {
      const ajv = new Ajv({ allowUnionTypes: true, strict: true });
      const { kind } = entity;
      const known = ITAM_KINDS.find(one => one === kind) ?? 'Asset';
      expect(ajv.compile(itamJsonSchemas[known])(entity)).toBe(true);
      expect(ajv.compile(itamSpecJsonSchemas[known])(entity.spec)).toBe(true);
    },
  );

  it.each(ITAM_KINDS)('names all fields of %s at every level', kind => {
    for (const [path, schema] of objectsOf(itamSpecJsonSchemas[kind])) {
      expect([path, schema]).toEqual([
        path,
        expect.objectContaining({ additionalProperties: false }),
      ]);
    }
    expect(itamJsonSchemas[kind].additionalProperties).toBe(false);
  });

  it.each(ITAM_KINDS)('is taken by a catalog model layer for %s', kind => {
    const layer = createCatalogModelLayer({
      layerId: `itam.test/${kind}`,
      builder: model => {
        model.addKind({
          group: 'itam',
          names: {
            kind,
            singular: kind.toLowerCase(),
            plural: `${kind.toLowerCase()}s`,
          },
          description: kind,
          versions: [
            {
              name: 'v1alpha1',
              schema: { jsonSchema: itamModelJsonSchemas[kind] },
            },
          ],
        });
      },
    });
    const model = compileCatalogModel([layer]);
    expect(
      model.getKind({ kind, apiVersion: 'itam/v1alpha1' })?.names.kind,
    ).toBe(kind);
  });
});
