import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { schedulerServiceFactory } from '@backstage/backend-defaults/scheduler';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import searchPlugin from '@backstage/plugin-search-backend';
// The real neighbour on the far side of the network, in tests only.
// eslint-disable-next-line @backstage/no-mixed-plugin-imports
import itamPlugin from '@backstage-itam/plugin-itam-backend';
import request from 'supertest';
import searchModuleItam from './index';

jest.setTimeout(60_000);

const AMIR = 'user:default/amir';
const STRANGER = 'user:default/stranger';

/** Everybody may do everything but the stranger, who may nothing. */
const permissions = createServiceFactory({
  service: coreServices.permissions,
  deps: {},
  factory: () => {
    const decide = (credentials: unknown) =>
      JSON.stringify(credentials).includes(STRANGER)
        ? AuthorizeResult.DENY
        : AuthorizeResult.ALLOW;
    return {
      authorize: async (requests, options) =>
        requests.map(() => ({ result: decide(options.credentials) })),
      authorizeConditional: async (requests, options) =>
        requests.map(() => ({ result: decide(options.credentials) })),
    };
  },
});

describe('searchModuleItam', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

  it('finds a record by its serial number, for who may read it', async () => {
    const backend = await startTestBackend({
      features: [
        searchPlugin,
        searchModuleItam,
        itamPlugin,
        permissions,
        catalogServiceMock.factory({ entities: [] }),
        mockServices.database.factory({
          knex: await databases.init('SQLITE_3'),
        }),
        schedulerServiceFactory,
        mockServices.rootConfig.factory({
          data: {
            permission: { enabled: true },
            search: {
              collators: {
                itam: {
                  contracts: true,
                  schedule: {
                    frequency: { seconds: 1 },
                    timeout: { seconds: 30 },
                  },
                },
              },
            },
          },
        }),
      ],
    });
    const { server } = backend;
    const as = (user: string) => mockCredentials.user.header(user);
    const find = async (term: string, user: string) => {
      const { body } = await request(server)
        .get('/api/search/query')
        .query({ term })
        .set('Authorization', as(user))
        .expect(200);
      const results: { type: string; document: { title: string } }[] =
        body.results;
      return results.map(({ type, document }) => [type, document.title]);
    };
    const until = async (check: () => Promise<void>) => {
      for (let trial = 0; ; trial++) {
        try {
          await check();
          return;
        } catch (error) {
          if (trial === 40) throw error;
          await new Promise(resolve => setTimeout(resolve, 250));
        }
      }
    };
    try {
      const created = await request(server)
        .post('/api/itam/records')
        .set('Authorization', as(AMIR))
        .set('Idempotency-Key', 'laptop-of-erin')
        .send({
          kind: 'Asset',
          title: 'Laptop of Erin',
          spec: {
            class: 'hardware',
            type: 'laptop',
            stage: 'deployment',
            location: 'Berlin',
            owner: 'group:default/payments',
            serialNumber: 'SN-778-XK',
          },
        });
      expect(JSON.stringify(created.body)).toContain('SN-778-XK');
      await until(async () =>
        expect(await find('SN-778-XK', AMIR)).toEqual([
          ['itam-records', 'Laptop of Erin'],
        ]),
      );
      expect(await find('SN-778-XK', STRANGER)).toEqual([]);
    } finally {
      await backend.stop();
    }
  });
});
