import {
  createMockDirectory,
  TestDatabaseId,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
// The real neighbour on the far side of the network, in tests only.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import itamPlugin from '@backstage-itam/plugin-itam-backend';
import { rmSync } from 'node:fs';
import { assetYaml, componentYaml } from '../__testUtils__/catalogFiles';
import { eventually } from '../__testUtils__/eventually';
import { RunningCatalog, startCatalog } from '../__testUtils__/startCatalog';

jest.setTimeout(120_000);

const REVISION = 'itam/declaration-revision';
/** Refuses by name, after our processor has delivered. */
class LateProcessor implements CatalogProcessor {
  refuses: string[] = [];

  getProcessorName() {
    return 'LateProcessor';
  }

  getPriority() {
    return 2000;
  }

  async postProcessEntity(entity: Entity) {
    if (this.refuses.includes(entity.metadata.name)) {
      throw new Error('refused later');
    }
    return entity;
  }
}

const testDatabases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
});

/** Settings under which every plugin has a place of its own, kept over restarts. */
async function databaseSettings(
  engine: TestDatabaseId,
  directory: string,
): Promise<JsonObject> {
  if (engine === 'SQLITE_3') {
    return { client: 'better-sqlite3', connection: { directory } };
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
  'with the register on %s',
  engine => {
    const directory = createMockDirectory();
    const databases = createMockDirectory();
    const late = new LateProcessor();
    let catalog: RunningCatalog;

    let database: JsonObject;

    const start = () =>
      startCatalog({
        register: itamPlugin,
        database,
        files: ['db', 'refused', 'wrong', 'services'].map(name =>
          directory.resolve(`${name}.yaml`),
        ),
        processors: [late],
        itamConfig: { delivery: { activation: { seconds: 1 } } },
      });

    async function purchaseOf(name: string): Promise<unknown> {
      const { status, body } = await catalog.getItam(
        `/records/asset/default/${name}`,
      );
      return status === 200 ? body.spec.financials?.purchase?.amount : status;
    }

    beforeAll(async () => {
      directory.setContent({
        'db.yaml': assetYaml('db', { amount: '1000.10' }),
        'refused.yaml': assetYaml('refused'),
        'wrong.yaml': assetYaml('wrong', { amount: '1000.105' }),
        'services.yaml': componentYaml('payments-api'),
        'preview.yaml': assetYaml('db', { amount: '6.66' }),
      });
      late.refuses = ['refused'];
      database = await databaseSettings(engine, databases.path);
      catalog = await start();
    });

    afterAll(() => catalog?.stop());

    it('a declared asset becomes a record with its money', async () => {
      await eventually(async () =>
        expect(await purchaseOf('db')).toBe('1000.10'),
      );
      expect(
        (await catalog.entity('asset:default/db'))?.metadata.annotations?.[
          REVISION
        ],
      ).toEqual(expect.any(String));
    });

    it('a change of nothing but an amount arrives', async () => {
      directory.addContent({
        'db.yaml': assetYaml('db', { amount: '2000.20' }),
      });
      await eventually(async () =>
        expect(await purchaseOf('db')).toBe('2000.20'),
      );
    });

    it('previews and refused entities change no record', async () => {
      const validated = await catalog.post('/validate-entity', {
        location: 'url:https://example.com/asset.yaml',
        entity: {
          apiVersion: 'itam/v1alpha1',
          kind: 'Asset',
          metadata: { name: 'db' },
          spec: {
            class: 'hardware',
            type: 'server',
            stage: 'maintenance',
            owner: 'payments',
          },
        },
      });
      expect(validated.status).toBe(200);
      const dryRun = await catalog.post('/locations?dryRun=true', {
        type: 'file',
        target: directory.resolve('preview.yaml'),
      });
      expect(dryRun.status).toBe(201);
      // Several activations later.
      await new Promise(resolve => setTimeout(resolve, 3_500));
      expect(await purchaseOf('db')).toBe('2000.20');
      expect(await purchaseOf('refused')).toBe(404);

      late.refuses = [];
      await eventually(async () =>
        expect(await purchaseOf('refused')).toBe('73551.37'),
      );
    });

    it('what never got into the catalog is on the health page', async () => {
      await eventually(async () => {
        const { body } = await catalog.getItam('/health');
        expect(body.declarations.rejected).toContainEqual(
          expect.objectContaining({
            ref: 'asset:default/wrong',
            location: expect.stringContaining('wrong.yaml'),
            message: expect.stringContaining('spec.financials.purchase.amount'),
          }),
        );
        expect(JSON.stringify(body)).not.toContain('1000.105');
      });
      directory.addContent({
        'wrong.yaml': assetYaml('wrong', { amount: '1000.11' }),
      });
      await eventually(async () => {
        expect(await purchaseOf('wrong')).toBe('1000.11');
        const { body } = await catalog.getItam('/health');
        expect(body.declarations.rejected).toEqual([]);
      });
    });

    it('a restart delivers nothing anew', async () => {
      const before = await catalog.entity('asset:default/db');
      await catalog.stop();
      catalog = await start();
      await new Promise(resolve => setTimeout(resolve, 3_000));
      expect(await purchaseOf('db')).toBe('2000.20');
      expect(
        (await catalog.entity('asset:default/db'))?.metadata.annotations,
      ).toEqual(before?.metadata.annotations);
    });
  },
);

describe('with a register whose database is lost', () => {
  const directory = createMockDirectory();
  const databases = createMockDirectory();

  it('declared records come back by themselves', async () => {
    const names = Array.from({ length: 8 }, (_, index) => `db-${index}`);
    directory.setContent({
      'all.yaml': names.map(name => assetYaml(name)).join('---\n'),
    });
    const start = () =>
      startCatalog({
        register: itamPlugin,
        database: {
          client: 'better-sqlite3',
          connection: { directory: databases.path },
        },
        files: [directory.resolve('all.yaml')],
        itamConfig: { delivery: { activation: { seconds: 1 } } },
      });
    const allThere = async (catalog: RunningCatalog) => {
      const { body } = await catalog.getItam('/records?kind=Asset&limit=50');
      const items: { ref: string }[] = body.items;
      expect(items.map(({ ref }) => ref).sort()).toEqual(
        names.map(name => `asset:default/${name}`),
      );
    };
    let catalog = await start();
    try {
      await eventually(() => allThere(catalog));
      await catalog.stop();
      for (const suffix of ['', '-wal', '-shm']) {
        rmSync(databases.resolve(`itam.sqlite${suffix}`), { force: true });
      }
      catalog = await start();
      await eventually(() => allThere(catalog));
    } finally {
      await catalog.stop();
    }
  });
});
