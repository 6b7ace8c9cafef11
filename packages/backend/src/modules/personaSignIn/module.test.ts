import {
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import authPlugin from '@backstage/plugin-auth-backend';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import request from 'supertest';
import personaSignInModule from '.';

const erin = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: 'erin', namespace: 'default' },
  spec: { memberOf: ['payments'] },
  relations: [{ type: 'memberOf', targetRef: 'group:default/payments' }],
};

async function startWith(persona?: object): Promise<TestBackend> {
  return startTestBackend({
    features: [
      authPlugin,
      personaSignInModule,
      catalogServiceMock.factory({ entities: [erin] }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'http://localhost:7007' },
          backend: { baseUrl: 'http://localhost:7007' },
          auth: { providers: persona ? { persona } : {} },
        },
      }),
    ],
  });
}

const personas = [
  { name: 'erin', displayName: 'Erin Walsh' },
  { name: 'max', user: 'user:default/max' },
];

describe('persona sign-in', () => {
  const nodeEnv = process.env.NODE_ENV;
  afterEach(() => {
    Object.assign(process.env, { NODE_ENV: nodeEnv });
  });

  it('signs a listed persona in with the groups of the catalog', async () => {
    const { server } = await startWith({ personas });

    const response = await request(server)
      .get('/api/auth/persona/refresh')
      .set('x-itam-persona', 'erin');

    expect(response.status).toBe(200);
    expect(response.body).toMatchObject({
      profile: { displayName: 'Erin Walsh' },
      backstageIdentity: {
        identity: {
          userEntityRef: 'user:default/erin',
          ownershipEntityRefs: ['user:default/erin', 'group:default/payments'],
        },
      },
    });
  });

  it.each([
    ['a persona that is not listed', 'olivia'],
    ['a user ref instead of a name', 'user:default/erin'],
    ['another letter case', 'Erin'],
    ['a property every object has', 'constructor'],
    ['an empty name', ''],
  ])('refuses %s', async (_, name) => {
    const { server } = await startWith({ personas });

    const response = await request(server)
      .get('/api/auth/persona/refresh')
      .set('x-itam-persona', name);

    expect(response.status).toBe(401);
    expect(response.body.backstageIdentity).toBeUndefined();
  });

  it('refuses a request without the header', async () => {
    const { server } = await startWith({ personas });
    const response = await request(server).get('/api/auth/persona/refresh');
    expect(response.status).toBe(401);
  });

  it('issues no token for a persona the catalog does not know', async () => {
    const { server } = await startWith({ personas });

    const response = await request(server)
      .get('/api/auth/persona/refresh')
      .set('x-itam-persona', 'max');

    expect(response.status).toBe(404);
    expect(response.body.backstageIdentity).toBeUndefined();
  });

  it('is off unless configured', async () => {
    const { server } = await startWith(undefined);

    const response = await request(server)
      .get('/api/auth/persona/refresh')
      .set('x-itam-persona', 'erin');

    expect(response.status).toBe(404);
  });

  it('refuses to start in production', async () => {
    Object.assign(process.env, { NODE_ENV: 'production' });
    await expect(startWith({ personas })).rejects.toThrow(
      /auth\.providers\.persona lets anyone sign in as anyone and must not run in production/,
    );
  });

  it.each([
    [{ personas: [] }, /lists no personas/],
    [{ personas: [{ name: 'erin' }, { name: 'erin' }] }, /listed twice/],
    [{ personas: [{ name: 'Erin W' }] }, /no persona name/],
    [{}, /Missing required config value/],
  ])('refuses to start with %j', async (persona, message) => {
    await expect(startWith(persona)).rejects.toThrow(message);
  });
});
