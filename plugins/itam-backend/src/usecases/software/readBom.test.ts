import { readBom } from './readBom';

const bom = (components: unknown, over: object = {}) =>
  JSON.stringify({
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    components,
    ...over,
  });
const library = (over: object = {}) => ({
  type: 'library',
  name: 'left-pad',
  ...over,
});

it('reads what tells products from libraries', () => {
  const cpe = 'cpe:2.3:a:acme:engine:1.0:*:*:*:*:*:*:*';
  const { components } = readBom(
    bom([
      { type: 'application', name: 'Engine', group: 'com.acme', cpe },
      library({
        licenses: [
          {
            license: {
              name: 'EULA',
              licensing: { licenseTypes: ['subscription'] },
            },
          },
        ],
      }),
      library({ licenses: [{ license: { name: 'EULA', licensing: {} } }] }),
    ]),
  );
  expect(components).toMatchObject([
    { productName: 'Engine', type: 'application', cpe, isLicensed: false },
    { type: 'library', cpe: null, isLicensed: true },
    { isLicensed: false },
  ]);
});

it('reads components with what is stated of them, and those within', () => {
  const components = [
    library({
      group: '@acme',
      version: '1.3.0',
      purl: 'pkg:npm/%40acme/left-pad@1.3.0',
      licenses: [{ expression: 'MIT OR Apache-2.0' }],
      supplier: { name: 'Acme' },
      hashes: [{ alg: 'SHA-1', content: 'x' }],
      components: [
        library({
          name: 'inner',
          licenses: [
            { license: { id: 'MIT' } },
            { license: { name: 'The Acme Licence' } },
          ],
        }),
      ],
    }),
    library({ name: 'test-only', scope: 'excluded' }),
    library({ name: 'bare', publisher: 'Somebody', version: '' }),
  ];
  const traits = (productName: string) => ({
    productName,
    type: 'library',
    cpe: null,
    isLicensed: false,
  });
  for (const specVersion of ['1.4', '1.5', '1.6']) {
    expect(readBom(bom(components, { specVersion }))).toEqual({
      specVersion,
      components: [
        {
          ...traits('left-pad'),
          name: '@acme/left-pad',
          version: '1.3.0',
          purl: 'pkg:npm/%40acme/left-pad@1.3.0',
          publisher: 'Acme',
          licenses: [{ form: 'expression', text: 'MIT OR Apache-2.0' }],
        },
        {
          ...traits('inner'),
          name: 'inner',
          version: null,
          purl: null,
          publisher: null,
          licenses: [
            { form: 'id', text: 'MIT' },
            { form: 'name', text: 'The Acme Licence' },
          ],
        },
        {
          ...traits('bare'),
          name: 'bare',
          version: null,
          purl: null,
          publisher: 'Somebody',
          licenses: [],
        },
      ],
    });
  }
});

it('takes one without components', () => {
  expect(readBom(bom(undefined)).components).toEqual([]);
});

const nested = (depth: number): object =>
  library(depth === 0 ? {} : { components: [nested(depth - 1)] });

it.each<[string, string, RegExp]>([
  ['no JSON', '<bom/>', /is no JSON; write CycloneDX as JSON/],
  ['another format', '{"spdxVersion": "SPDX-2.3"}', /bomFormat has to be/],
  ['a list', '[]', /bomFormat has to be/],
  [
    'another version',
    bom([], { specVersion: '1.3' }),
    /specVersion: allowed: one of 1\.4, 1\.5, 1\.6/,
  ],
  ['components that are no list', bom({}), /components: allowed: a list/],
  ['one that is no object', bom([1]), /components\[0\]: allowed: an object/],
  [
    'one without name',
    bom([library(), { type: 'library' }]),
    /components\[1\]\.name: allowed: a name/,
  ],
  [
    'one without type',
    bom([{ name: 'x' }]),
    /components\[0\]\.type: allowed: a type such as library/,
  ],
  [
    'a name of several lines',
    bom([library({ name: 'a\nb' })]),
    /components\[0\]\.name/,
  ],
  [
    'a number as name',
    bom([library({ name: 1 })]),
    /\[0\]\.name: allowed: text/,
  ],
  [
    'a purl that is none',
    bom([library({ purl: 'npm:left-pad' })]),
    /components\[0\]\.purl: allowed: a package URL/,
  ],
  [
    'a licence that states nothing',
    bom([library({ licenses: [{ license: { url: 'https://x' } }] })]),
    /components\[0\]\.licenses\[0\]: allowed: an expression, or a license/,
  ],
  [
    'an expression that is too long',
    bom([library({ licenses: [{ expression: 'M'.repeat(1_001) }] })]),
    /licenses\[0\]\.expression: allowed: at most 1000 characters/,
  ],
  ['nesting without end', bom([nested(40)]), /nested deeper than 16 times/],
  [
    'too many components',
    bom(Array.from({ length: 20_001 }, () => library())),
    /more than 20000 components/,
  ],
])('refuses %s', (_, text, message) => {
  expect(() => readBom(text)).toThrow(message);
});

it('names fifty problems at most', () => {
  const bad = Array.from({ length: 80 }, () => ({ type: 'library' }));
  const refused = (() => {
    try {
      return readBom(bom(bad));
    } catch (error) {
      return String(error);
    }
  })();
  expect(String(refused).match(/\.name: allowed/g)).toHaveLength(50);
});
