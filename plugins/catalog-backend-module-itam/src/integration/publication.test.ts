import {
  createMockDirectory,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
// The real neighbour on the far side of the network, in tests only.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import itamPlugin from '@backstage-itam/plugin-itam-backend';
import {
  AMOUNT,
  assetYaml,
  componentYaml,
} from '../__testUtils__/catalogFiles';
import { eventually } from '../__testUtils__/eventually';
import { FakeRegister } from '../__testUtils__/FakeRegister';
import {
  RunningCatalog,
  startCatalog,
  untilShown,
} from '../__testUtils__/startCatalog';

jest.setTimeout(120_000);

const SERVICES = [{ ref: 'component:default/payments-api', share: 60 }];

function laptop(name: string, spec?: JsonObject) {
  return {
    apiVersion: 'itam/v1alpha1',
    kind: 'Asset',
    metadata: { name, namespace: 'default' },
    spec: {
      class: 'hardware',
      type: 'laptop',
      stage: 'maintenance',
      owner: 'group:default/payments',
      services: SERVICES,
      ...spec,
    },
  };
}

async function untilGone(catalog: RunningCatalog, ref: string) {
  await eventually(async () =>
    expect(await catalog.entity(ref)).toBeUndefined(),
  );
}

/** Long enough for several runs of the task and passes of the catalog. */
const severalRuns = () => new Promise(resolve => setTimeout(resolve, 2_000));

describe('publication from a register', () => {
  const directory = createMockDirectory();
  const register = new FakeRegister();
  const refs = ['a', 'b', 'c'].map(name => `asset:default/${name}`);
  let catalog: RunningCatalog;

  beforeAll(async () => {
    directory.setContent({
      'claim.yaml': '',
      'declared.yaml': assetYaml('declared'),
      'service.yaml': componentYaml('payments-api'),
    });
    for (const name of ['a', 'b', 'c']) {
      register.publish(`asset:default/${name}`, laptop(name));
    }
    catalog = await startCatalog({
      register: register.plugin,
      files: ['claim', 'declared', 'service'].map(name =>
        directory.resolve(`${name}.yaml`),
      ),
    });
    await untilShown(catalog, [
      ...refs,
      'asset:default/declared',
      'component:default/payments-api',
    ]);
  });

  afterAll(async () => {
    register.release();
    await catalog.stop();
  });

  it('shows entities with their relations, and delivers none of them', async () => {
    await eventually(async () => {
      const entity = await catalog.entity('asset:default/a');
      expect(entity?.relations).toContainEqual({
        type: 'usedBy',
        targetRef: 'component:default/payments-api',
      });
      expect(entity?.metadata.annotations).toMatchObject({
        'backstage.io/managed-by-location': 'itam:asset:default/a',
        'backstage.io/managed-by-origin-location': 'itam:register',
      });
      expect(
        (await catalog.entity('component:default/payments-api'))?.relations,
      ).toContainEqual({ type: 'uses', targetRef: 'asset:default/a' });
    });
    await severalRuns();
    expect(new Set(register.staged.map(({ ref }) => ref))).toEqual(
      new Set(['asset:default/declared']),
    );
  });

  it('keeps a ref against a file that claims it, and says so', async () => {
    directory.addContent({ 'claim.yaml': assetYaml('b') });
    await eventually(() =>
      expect(register.incidents).toContainEqual(
        expect.objectContaining({
          kind: 'conflict',
          ref: 'asset:default/b',
          holder: 'itam-register',
          claimant: expect.stringContaining('claim.yaml'),
        }),
      ),
    );
    expect(JSON.stringify(register.incidents)).not.toContain(AMOUNT);
    expect(
      (await catalog.entity('asset:default/b'))?.metadata.annotations?.[
        'backstage.io/managed-by-location'
      ],
    ).toBe('itam:asset:default/b');
  });

  it('leaves a ref that a file holds, and says so', async () => {
    register.publish(
      'asset:default/declared',
      laptop('declared', { model: 'Other' }),
    );
    await eventually(() =>
      expect(register.incidents).toContainEqual(
        expect.objectContaining({
          kind: 'conflict',
          ref: 'asset:default/declared',
          holder: expect.stringContaining('declared.yaml'),
          claimant: 'itam-register',
        }),
      ),
    );
    // That it is not to be shown any more takes nothing from the file either.
    register.publish('asset:default/declared');
    await severalRuns();
    const entity = await catalog.entity('asset:default/declared');
    expect(entity?.spec?.model).toBeUndefined();
    expect(
      entity?.metadata.annotations?.['backstage.io/managed-by-location'],
    ).toContain('declared.yaml');
  });

  it.each(['failing', 'hung'] as const)(
    'keeps what is shown while the register is %s',
    async mode => {
      register.mode = mode;
      await severalRuns();
      for (const ref of refs) {
        expect((await catalog.entity(ref))?.status).toBeUndefined();
        expect(await catalog.entity(ref)).toBeDefined();
      }
      register.mode = 'up';
      register.release();
    },
  );

  it('keeps what is shown when the register lost its data', async () => {
    register.loseData('epoch-2');
    await eventually(() =>
      expect(register.incidents).toContainEqual(
        expect.objectContaining({
          kind: 'error',
          ref: 'location:default/itam-register',
        }),
      ),
    );
    await severalRuns();
    for (const ref of refs) {
      expect(await catalog.entity(ref)).toBeDefined();
    }
    register.publish('asset:default/a', laptop('a'));
    register.publish('asset:default/a');
    await untilGone(catalog, 'asset:default/a');
  });
});

const testDatabases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
});

/** What people write, money included. */
const SPEC: JsonObject = {
  ...laptop('laptop-1').spec,
  financials: {
    purchase: { amount: AMOUNT, currency: 'EUR', date: '2026-01-01' },
  },
};

async function databaseSettings(engine: TestDatabaseId): Promise<JsonObject> {
  if (engine === 'SQLITE_3') {
    return { client: 'better-sqlite3', connection: ':memory:' };
  }
  const knex = await testDatabases.init(engine);
  return {
    client: 'pg',
    connection: knex.client.config.connection,
    pluginDivisionMode: 'schema',
    ensureSchemaExists: true,
    ensureExists: false,
  };
}

describe.each(testDatabases.eachSupportedId())(
  'publication from the register on %s',
  engine => {
    const ref = 'asset:default/laptop-1';
    const directory = createMockDirectory();
    let catalog: RunningCatalog;

    const path = '/records/asset/default/laptop-1';

    /** Changes the record as a person does. */
    async function change(spec: JsonObject) {
      const { headers } = await catalog.getItam(path);
      const { status } = await catalog
        .putItam(path, { title: 'A laptop', spec })
        .set('If-Match', headers.etag);
      expect(status).toBe(200);
    }

    beforeAll(async () => {
      directory.setContent({
        'claim.yaml': '',
        'service.yaml': componentYaml('payments-api'),
      });
      catalog = await startCatalog({
        register: itamPlugin,
        database: await databaseSettings(engine),
        files: ['service', 'claim'].map(name =>
          directory.resolve(`${name}.yaml`),
        ),
      });
      await untilShown(catalog, ['component:default/payments-api']);
    });

    afterAll(() => catalog?.stop());

    it('a registered asset appears with relations and without money', async () => {
      const { status } = await catalog
        .postItam('/records', {
          kind: 'Asset',
          name: 'laptop-1',
          title: 'A laptop',
          spec: SPEC,
        })
        .set('Idempotency-Key', 'laptop-1');
      expect(status).toBe(201);
      await eventually(async () => {
        const entity = await catalog.entity(ref);
        expect(entity?.metadata.title).toBe('A laptop');
        expect(entity?.relations).toEqual(
          expect.arrayContaining([
            { type: 'ownedBy', targetRef: 'group:default/payments' },
            { type: 'usedBy', targetRef: 'component:default/payments-api' },
          ]),
        );
      });
      const { body } = await catalog.get('/entities');
      expect(JSON.stringify(body)).not.toContain(AMOUNT);
      expect(JSON.stringify(body)).not.toContain('financials');
      expect(catalog.logs.join('\n')).not.toContain(AMOUNT);
    });

    it('changes as the record does', async () => {
      await change({ ...SPEC, model: 'X1' });
      await eventually(async () =>
        expect((await catalog.entity(ref))?.spec?.model).toBe('X1'),
      );
    });

    it('goes when nothing links it any more, and comes back', async () => {
      await change({ ...SPEC, assignee: 'user:default/guest', services: [] });
      await untilGone(catalog, ref);
      await change(SPEC);
      await untilShown(catalog, [ref]);
      expect((await catalog.entity(ref))?.spec?.assignee).toBeUndefined();
    });

    it('a file cannot take its ref', async () => {
      directory.addContent({ 'claim.yaml': assetYaml('laptop-1') });
      await eventually(async () => {
        const { body } = await catalog.getItam('/health');
        expect(body.declarations.conflicts).toContainEqual(
          expect.objectContaining({ ref }),
        );
        expect(JSON.stringify(body)).toContain('itam-register');
        expect(JSON.stringify(body)).toContain('claim.yaml');
      });
      expect(
        (await catalog.entity(ref))?.metadata.annotations?.[
          'backstage.io/managed-by-location'
        ],
      ).toBe(`itam:${ref}`);
      directory.addContent({ 'claim.yaml': '' });
      // Until the catalog has read it.
      await severalRuns();
    });

    it('disappears when it is retired, and was never declared', async () => {
      const before = await catalog.getItam(path);
      expect(before.body.record.origin).toBe('registered');
      const { status } = await catalog
        .deleteItam(path)
        .set('If-Match', before.headers.etag);
      expect(status).toBe(204);
      await untilGone(catalog, ref);
    });
  },
);
