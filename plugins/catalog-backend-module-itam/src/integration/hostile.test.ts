import { createMockDirectory } from '@backstage/backend-test-utils';
import { assetYaml, componentYaml } from '../__testUtils__/catalogFiles';
import { eventually } from '../__testUtils__/eventually';
import { FakeRegister } from '../__testUtils__/FakeRegister';
import {
  RunningCatalog,
  startCatalog,
  untilShown,
} from '../__testUtils__/startCatalog';

jest.setTimeout(60_000);

const aliasBomb = Array.from(
  { length: 12 },
  (_, level) =>
    `a${level}: &a${level} [${Array(10)
      .fill(level ? `*a${level - 1}` : 'x')
      .join()}]`,
).join('\n');

const HOSTILE: Record<string, string> = {
  'alias-bomb': `${assetYaml('alias-bomb')}${aliasBomb}\n`,
  'anchor-cycle': `${assetYaml('anchor-cycle', {
    extra: '  documents: &loop [{ title: x, url: *loop }]',
  })}`,
  'deep-nesting': assetYaml('deep-nesting', {
    extra: `  notes: ${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  }),
  'nested-a-little-less': assetYaml('nested-a-little-less', {
    extra: `  notes: ${'['.repeat(150)}${']'.repeat(150)}`,
  }),
  'huge-text': assetYaml('huge-text', {
    extra: `  notes: ${'x'.repeat(5_000_000)}`,
  }),
  prototype: assetYaml('prototype', {
    extra: '  __proto__: { polluted: yes }\n  constructor: { prototype: 1 }',
  }),
  'script-link': assetYaml('script-link', {
    extra: '  documents: [{ title: x, url: " JavaScript:alert(1)" }]',
  }),
  'control-characters': assetYaml('control-characters', {
    extra: '  notes: "a\\u202Eb\\u0000c"',
  }),
  'not-text': '\u0000\u0001\ufffe{{{',
};

describe('hostile catalog files', () => {
  const directory = createMockDirectory();
  const register = new FakeRegister();
  let catalog: RunningCatalog;

  beforeAll(async () => {
    directory.setContent({
      'good.yaml': assetYaml('good'),
      'service.yaml': componentYaml('service'),
      ...Object.fromEntries(
        Object.entries(HOSTILE).map(([name, yaml]) => [`${name}.yaml`, yaml]),
      ),
    });
    catalog = await startCatalog({
      register: register.plugin,
      files: [...Object.keys(HOSTILE), 'good', 'service'].map(name =>
        directory.resolve(`${name}.yaml`),
      ),
    });
  });

  afterAll(() => catalog.stop());

  it('disturb no other location', async () => {
    await untilShown(catalog, [
      'asset:default/good',
      'component:default/service',
    ]);
    directory.addContent({
      'good.yaml': assetYaml('good', { amount: '1.00' }),
    });
    await eventually(() =>
      expect(register.latest('asset:default/good')?.entity.spec).toMatchObject({
        financials: { purchase: { amount: '1.00' } },
      }),
    );
  });

  it.each(Object.keys(HOSTILE))('are reported: %s', async name => {
    await eventually(() =>
      expect(
        register.incidents.filter(incident =>
          JSON.stringify(incident).includes(`${name}.yaml`),
        ),
      ).not.toEqual([]),
    );
  });

  it.each(Object.keys(HOSTILE))('are not delivered: %s', async name => {
    expect(register.latest(`asset:default/${name}`)).toBeUndefined();
    expect(await catalog.entity(`asset:default/${name}`)).toBeUndefined();
  });

  it('change no prototype', () => {
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});
