import type { Entity } from '@backstage/catalog-model';
import Ajv from 'ajv';
import { exampleEntities } from '../__testUtils__/exampleEntities';
import { goodAsset, goodContract, goodLicense } from '../testing/goodEntities';
import { ABSENT, withValue } from '../testing/withValue';
import { itamFileJsonSchema } from '.';

const validate = new Ajv({ allowUnionTypes: true, strict: true }).compile(
  itamFileJsonSchema,
);

/** Where the schema refuses a document; empty when it does not. */
function refusals(document: unknown): string[] {
  validate(document);
  return (validate.errors ?? [])
    .filter(({ keyword }) => keyword !== 'if')
    .map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

describe('the schema of catalog files', () => {
  const examples = exampleEntities();

  it('has the example organisation to check', () => {
    const kinds = examples.map(({ entity }) => entity.kind);
    expect(kinds).toEqual(
      expect.arrayContaining(['Asset', 'License', 'Contract', 'Component']),
    );
  });

  it.each(
    examples.map(({ file, entity }) => ({
      title: `${file}: ${entity.kind} ${entity.metadata.name}`,
      entity,
    })),
  )('accepts $title', ({ entity }) => {
    expect(refusals(entity)).toEqual([]);
  });

  it.each<[string, Entity, string, unknown, string]>([
    ['an asset without owner', goodAsset(), 'spec.owner', ABSENT, '/spec'],
    ['a class there is not', goodAsset(), 'spec.class', 'iron', '/spec/class'],
    ['a misspelt field', goodAsset(), 'spec.serialNumbr', '1', '/spec'],
    ['a number for a tag', goodAsset(), 'spec.tag', 12, '/spec/tag'],
    [
      'an amount that is no text',
      goodAsset(),
      'spec.financials.purchase.amount',
      1740,
      '/spec/financials/purchase/amount',
    ],
    ['money outside its place', goodAsset(), 'spec.purchase', {}, '/spec'],
    [
      'an asset of another version',
      goodAsset(),
      'apiVersion',
      'itam/v9',
      '/apiVersion',
    ],
    [
      'a metric there is not',
      goodLicense(),
      'spec.metric',
      'feet',
      '/spec/metric',
    ],
    [
      'a licence without product',
      goodLicense(),
      'spec.product',
      ABSENT,
      '/spec',
    ],
    [
      'a term without dates',
      goodContract(),
      'spec.term.start',
      'soon',
      '/spec/term/start',
    ],
    ['a contract without spec', goodContract(), 'spec', ABSENT, ''],
    ['a document without kind', goodContract(), 'kind', ABSENT, ''],
  ])('refuses %s', (_, entity, path, value, at) => {
    expect(refusals(entity)).toEqual([]);
    expect(
      refusals(withValue(entity, path, value)).map(
        refusal => refusal.split(' ')[0],
      ),
    ).toContain(at);
  });

  it('leaves other kinds alone', () => {
    expect(
      refusals({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'web' },
        spec: { owner: 7 },
      }),
    ).toEqual([]);
  });
});
