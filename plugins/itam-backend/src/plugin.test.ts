import type { SchedulerServiceTaskInvocationDefinition } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import type { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import { inspect } from 'node:util';
import request from 'supertest';
import { asset, node } from './__testUtils__/entities';
import { engines, registerDatabases } from './__testUtils__/registerDatabases';
import { settingKeys } from './database/settingKeys';
import { itamPlugin } from './plugin';
import { prepareRegister } from './usecases/prepareRegister';

jest.setTimeout(120_000);

const asService = mockCredentials.service.header({
  onBehalfOf: mockCredentials.service('plugin:catalog'),
  targetPluginId: 'itam',
});

describe.each(engines)('the plugin on %p', engine => {
  const databases = registerDatabases();

  it('leaves a task that fails to its next run', async () => {
    const tasks = new Map<string, SchedulerServiceTaskInvocationDefinition>();
    const scheduler = mockServices.scheduler.mock({
      scheduleTask: async task => {
        tasks.set(task.id, task);
      },
    });
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const catalog = catalogServiceMock.mock({
      streamEntities: () => {
        throw new Error('amount 4711.00');
      },
    });
    const database = await databases.empty(engine);
    const backend = await startTestBackend({
      features: [
        itamPlugin,
        catalog.factory,
        mockServices.database.factory({ knex: database }),
        scheduler.factory,
        logger.factory,
      ],
    });
    await tasks.get('itam-projection')?.fn(new AbortController().signal);
    expect(logger.warn).toHaveBeenCalledWith(
      expect.stringMatching(/^itam-projection failed: Error/),
    );
    expect(JSON.stringify(logger.warn.mock.calls)).not.toContain('4711');
    await backend.stop();
  });

  it.each([
    [false, 0],
    [true, 4],
  ])(
    'offers questions to agents when configured: %p',
    async (enabled, actions) => {
      const registry = actionsRegistryServiceMock.mock();
      const backend = await startTestBackend({
        features: [
          itamPlugin,
          catalogServiceMock.factory(),
          registry.factory,
          mockServices.database.factory({
            knex: await databases.empty(engine),
          }),
          mockServices.rootConfig.factory({
            data: enabled ? { itam: { actions: { enabled } } } : {},
          }),
        ],
      });
      expect(registry.register).toHaveBeenCalledTimes(actions);
      await backend.stop();
    },
  );

  describe('in production', () => {
    const { NODE_ENV } = process.env;
    beforeEach(() => Object.assign(process.env, { NODE_ENV: 'production' }));
    afterEach(() => Object.assign(process.env, { NODE_ENV }));

    const start = async (data: JsonObject, secret?: string) => {
      const database = await databases.empty(engine);
      if (secret !== undefined) {
        await prepareRegister({ database }, new Date());
        await database('settings')
          .where('key', settingKeys.secret)
          .update({ value: secret });
      }
      const backend = await startTestBackend({
        features: [
          itamPlugin,
          catalogServiceMock.factory(),
          mockServices.database.factory({ knex: database }),
          mockServices.rootConfig.factory({ data }),
        ],
      });
      await backend.stop();
    };

    it('starts with permissions and its own secret', async () => {
      await expect(
        start({ permission: { enabled: true } }),
      ).resolves.toBeUndefined();
    });

    it.each([
      ['permissions that are off', {}, undefined, /permission\.enabled/],
      [
        'an open backend',
        {
          permission: { enabled: true },
          backend: { auth: { dangerouslyDisableDefaultAuthPolicy: true } },
        },
        undefined,
        /dangerouslyDisableDefaultAuthPolicy/,
      ],
      [
        'a weak key',
        {
          permission: { enabled: true },
          backend: { auth: { keys: [{ secret: 'weak' }] } },
        },
        undefined,
        /backend\.auth\.keys\[0\]/,
      ],
      [
        'a secret somebody else wrote',
        { permission: { enabled: true } },
        '00ff',
        /table settings/,
      ],
    ])('does not start with %s', async (_, data, secret, reason) => {
      const failure: unknown = await start(data, secret).catch(
        (error: unknown) => error,
      );
      expect(inspect(failure, { depth: 5 })).toMatch(reason);
    });

    it('starts with what was accepted', async () => {
      await expect(
        start(
          {
            itam: {
              security: { accept: ['permissions-disabled', 'weak-secrets'] },
            },
          },
          '00ff',
        ),
      ).resolves.toBeUndefined();
    });
  });

  it('takes a declaration from the catalog to the cost of a service', async () => {
    const database = await databases.empty(engine);
    const catalogEntities: Entity[] = [
      node('group:payments'),
      node('component:api', ['ownedBy group payments']),
    ];
    const current = () => catalogServiceMock({ entities: catalogEntities });
    const catalog = catalogServiceMock.mock({
      getEntitiesByRefs: async query => current().getEntitiesByRefs(query),
      streamEntities: query => current().streamEntities(query),
    });
    const tasks = new Map<string, SchedulerServiceTaskInvocationDefinition>();
    const scheduler = mockServices.scheduler.mock({
      scheduleTask: async task => {
        tasks.set(task.id, task);
      },
    });
    const logger = mockServices.logger.mock();
    logger.child.mockReturnValue(logger);
    const backend = await startTestBackend({
      features: [
        itamPlugin,
        catalog.factory,
        mockServices.database.factory({ knex: database }),
        scheduler.factory,
        logger.factory,
        mockServices.rootConfig.factory({ data: {} }),
      ],
    });
    const run = async (id: string) =>
      await tasks.get(id)?.fn(new AbortController().signal);
    expect([...tasks.keys()].sort()).toEqual([
      'itam-activation',
      'itam-daily-costs',
      'itam-idempotency-keys',
      'itam-imports',
      'itam-imports-expiry',
      'itam-policies',
      'itam-projection',
      'itam-reconciliation',
      'itam-retention',
    ]);

    const staged = await request(backend.server)
      .put('/api/itam/declarations')
      .set('Authorization', asService)
      .send({ ref: 'asset:default/a', entity: asset('a') });
    expect(staged.body).toEqual({
      revision: expect.stringMatching(/^[0-9a-f]{32}$/),
      epoch: expect.any(String),
    });
    const withRevision = asset('a');
    withRevision.metadata.annotations = {
      'itam/declaration-revision': staged.body.revision,
    };
    catalogEntities.push(withRevision);
    for (const id of tasks.keys()) {
      await run(id);
    }

    const costs = await request(backend.server)
      .get('/api/itam/costs')
      .set('Authorization', asService)
      .query({
        of: 'group:default/payments',
        basis: 'used',
        from: '2026-05',
        to: '2026-05',
      });
    expect(costs.body).toMatchObject({
      total: { converted: { currency: 'EUR', total: '6.00' } },
    });
    const findings = await request(backend.server)
      .get('/api/itam/findings')
      .set('Authorization', asService)
      .query({ record: 'asset:default/a', rule: 'model-missing' });
    expect(findings.body).toMatchObject({ pending: 0 });
    expect(findings.body.totalItems).toBeGreaterThan(0);
    expect(logger.warn).not.toHaveBeenCalled();
    expect(JSON.stringify(logger.info.mock.calls)).not.toContain('144');
    await backend.stop();
  });
});
