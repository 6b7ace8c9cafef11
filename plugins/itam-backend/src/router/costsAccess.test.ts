import type { CostAnswer } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import { shopCatalog, shopRates, shopRecords } from './__testUtils__/shop';
import {
  seedRegister,
  startRegister,
  type Persona,
  type Register,
} from './__testUtils__/startRegister';

jest.setTimeout(120_000);

const databases = registerDatabases();

describe.each(engines)('access to costs on %s', engine => {
  let knex: Knex;
  let register: Register;

  beforeAll(async () => {
    knex = await databases.empty(engine);
    await seedRegister(knex, {
      catalog: shopCatalog,
      records: shopRecords,
      rates: shopRates,
    });
    register = await startRegister(knex, { catalog: shopCatalog });
  });

  afterAll(async () => {
    await register.stop();
  });

  const costs = async (
    persona: Persona,
    query: string,
  ): Promise<CostAnswer> => {
    const { body, status } = await register.get(persona, `/costs?${query}`);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  };
  const ask = async (persona: Persona, of: string) => ({
    json: await register.get(persona, `/costs?of=${of}`),
    csv: await register.get(persona, `/costs?of=${of}&format=csv`),
    many: await register.post(persona, '/costs/query').send({ of: [of] }),
  });

  it.each<[Persona, string]>([
    ['member', 'component:default/payments-api'],
    ['member', 'group:default/payments'],
    ['member', 'user:default/member'],
    ['member', 'asset:default/db'],
    ['manager', 'group:default/commerce'],
    ['manager', 'component:default/web'],
    ['manager', 'system:default/checkout'],
    ['other', 'component:default/lonely'],
    ['finance', 'component:default/lonely'],
    ['finance', 'all'],
    ['service', 'all'],
  ])('shows %s the costs of %s', async (persona, of) => {
    const { json, csv, many } = await ask(persona, of);
    expect([json.status, csv.status, many.status]).toEqual([200, 200, 200]);
    expect(json.body.of.ref).toBe(of);
    expect(many.body.items).toEqual([{ of, costs: json.body }]);
  });

  it.each<[Persona, string, 'not-allowed' | 'not-found']>([
    ['denied', 'component:default/payments-api', 'not-allowed'],
    ['member', 'all', 'not-allowed'],
    ['member', 'group:default/commerce', 'not-allowed'],
    ['member', 'component:default/web', 'not-allowed'],
    // Whether a node exists is only told to those who may see its costs.
    ['member', 'component:default/nowhere', 'not-allowed'],
    ['member', 'supplier:dell', 'not-allowed'],
    ['member', 'supplier:nobody', 'not-allowed'],
    ['member', 'asset:default/laptop', 'not-allowed'],
    ['member', 'asset:default/orphan', 'not-found'],
    ['member', 'asset:default/nothing', 'not-found'],
    ['member', 'contract:default/github', 'not-found'],
    ['narrow', 'asset:default/secret', 'not-found'],
    ['manager', 'component:default/lonely', 'not-allowed'],
    ['other', 'component:default/web', 'not-allowed'],
    ['finance', 'component:default/nowhere', 'not-found'],
    ['finance', 'supplier:nobody', 'not-found'],
    ['finance', 'cost-center:nobody', 'not-found'],
    ['finance', 'class:nothing', 'not-found'],
  ])('refuses %s the costs of %s: %s', async (persona, of, reason) => {
    const { json, csv, many } = await ask(persona, of);
    const status = { 'not-allowed': 403, 'not-found': 404 }[reason];
    expect([json.status, csv.status, many.status]).toEqual([
      status,
      status,
      200,
    ]);
    expect(many.body.items).toEqual([{ of, error: reason }]);
    expect(json.text + csv.text).not.toMatch(/\d\.\d\d/);
  });

  it.each<[Persona, number]>([
    ['anonymous', 401],
    ['broken', 503],
  ])('answers %s with %s', async (persona, status) => {
    const { json, csv, many } = await ask(persona, 'all');
    expect([json.status, csv.status, many.status]).toEqual([
      status,
      status,
      status,
    ]);
    expect(json.text + csv.text + many.text).not.toMatch(/\d\.\d\d/);
  });

  it('answers many nodes in the order asked', async () => {
    const of = [
      'component:default/web',
      'all',
      'component:default/payments-api',
      'asset:default/nothing',
      'component:default/payments-api',
    ];
    const { body } = await register
      .post('member', '/costs/query')
      .send({ of, from: '2026-10', to: '2026-10', by: 'record' });
    expect(
      body.items.map((item: { of: string; error?: string }) => [
        item.of,
        item.error,
      ]),
    ).toEqual([
      [of[0], 'not-allowed'],
      [of[1], 'not-allowed'],
      [of[2], undefined],
      [of[3], 'not-found'],
      [of[4], undefined],
    ]);
    expect(body.items[2].costs).toEqual(
      await costs(
        'member',
        'of=component:default/payments-api&by=record&from=2026-10&to=2026-10',
      ),
    );
  });
});
