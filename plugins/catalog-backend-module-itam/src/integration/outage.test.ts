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

const REVISION = 'itam/declaration-revision';
const numbers = Array.from({ length: 30 }, (_, index) => index);

async function namesOf(catalog: RunningCatalog, kind: string) {
  const { body } = await catalog.get(
    `/entities?filter=kind=${kind}&fields=metadata.name`,
  );
  const entities: { metadata: { name: string } }[] = body;
  return entities.map(({ metadata }) => metadata.name);
}

describe.each(['hung', 'failing'] as const)('a %s register', mode => {
  const directory = createMockDirectory();
  const register = new FakeRegister();
  let catalog: RunningCatalog;

  beforeAll(async () => {
    directory.setContent({
      'shown.yaml': assetYaml('shown'),
      'untouched.yaml': assetYaml('untouched'),
      'later.yaml': '',
      'components.yaml': '',
      'broken.yaml': '',
    });
    catalog = await startCatalog({
      register: register.plugin,
      files: ['shown', 'untouched', 'later', 'components', 'broken'].map(name =>
        directory.resolve(`${name}.yaml`),
      ),
    });
    await untilShown(catalog, [
      'asset:default/shown',
      'asset:default/untouched',
    ]);
  });

  afterAll(async () => {
    register.release();
    await catalog.stop();
  });

  it('does not keep the catalog from other kinds, and is made up for', async () => {
    register.mode = mode;
    const before = await catalog.entity('asset:default/shown');
    directory.addContent({
      'shown.yaml': assetYaml('shown', { amount: '1.00' }),
      'later.yaml': numbers
        .map(index => assetYaml(`later-${index}`))
        .join('---\n'),
      'components.yaml': numbers
        .map(index => componentYaml(`service-${index}`))
        .join('---\n'),
      'broken.yaml': 'a: "b',
    });

    await eventually(async () =>
      expect(await namesOf(catalog, 'component')).toHaveLength(numbers.length),
    );
    expect((await namesOf(catalog, 'asset')).sort()).toEqual([
      'shown',
      'untouched',
    ]);

    // What was shown keeps its last good state and says what is wrong.
    const during = await eventually(async () => {
      const entity = await catalog.entity('asset:default/shown');
      expect(entity?.status?.items).toEqual([
        expect.objectContaining({
          level: 'error',
          message: expect.stringContaining(
            'ITAM register did not answer; the entity keeps its last good state and is tried again',
          ),
        }),
      ]);
      return entity;
    });
    expect(during?.spec).toEqual(before?.spec);
    expect(during?.metadata.annotations?.[REVISION]).toBe(
      before?.metadata.annotations?.[REVISION],
    );
    expect(during?.relations).toEqual(before?.relations);

    // What did not change needs no register.
    expect(
      (await catalog.entity('asset:default/untouched'))?.status,
    ).toBeUndefined();

    register.mode = 'up';
    register.release();
    await eventually(async () => {
      expect(await namesOf(catalog, 'asset')).toHaveLength(numbers.length + 2);
      const entity = await catalog.entity('asset:default/shown');
      expect(entity?.status).toBeUndefined();
      expect(entity?.metadata.annotations?.[REVISION]).toBe(
        register.latest('asset:default/shown')?.revision,
      );
    });
    expect(
      register.latest('asset:default/shown')?.entity.spec?.financials,
    ).toMatchObject({ purchase: { amount: '1.00' } });

    // The incident of the broken file waited for the register.
    await eventually(() =>
      expect(register.incidents).toContainEqual(
        expect.objectContaining({
          kind: 'error',
          messages: [expect.stringContaining('a quoted text has no closing')],
        }),
      ),
    );
  });

  it('gets everything again by itself after losing its database', async () => {
    const refs = new Set(register.staged.map(({ ref }) => ref));
    register.staged.length = 0;
    register.epoch = 'epoch-2';
    await eventually(async () => {
      expect(new Set(register.staged.map(({ ref }) => ref))).toEqual(refs);
      for (const ref of refs) {
        expect(
          (await catalog.entity(ref))?.metadata.annotations?.[REVISION],
        ).toBe(register.latest(ref)?.revision);
      }
    });
  });

  it('gets what it asks for, and nothing it has', async () => {
    const ref = 'asset:default/untouched';
    register.staged.length = 0;
    register.wanted.add(ref);
    await eventually(() => expect(register.latest(ref)).toBeDefined());
    // Several passes of every entity later, nothing else was sent.
    await new Promise(resolve => setTimeout(resolve, 2_000));
    expect(register.staged.map(one => one.ref)).toEqual([ref]);
  });
});

describe('a register that is down when a file is first read', () => {
  const directory = createMockDirectory();
  const register = new FakeRegister();

  it('gets the entity on recovery, not when the catalog comes round again', async () => {
    directory.setContent({ 'new.yaml': assetYaml('new') });
    register.mode = 'failing';
    const catalog = await startCatalog({
      register: register.plugin,
      files: [directory.resolve('new.yaml')],
      processingInterval: { hours: 1 },
    });
    try {
      await eventually(() =>
        expect(catalog.events).toContainEqual({
          topic: 'experimental.catalog.errors',
          eventPayload: expect.objectContaining({
            entity: 'asset:default/new',
          }),
        }),
      );
      expect(await catalog.entity('asset:default/new')).toBeUndefined();
      register.mode = 'up';
      await untilShown(catalog, ['asset:default/new']);
    } finally {
      await catalog.stop();
    }
  });
});
