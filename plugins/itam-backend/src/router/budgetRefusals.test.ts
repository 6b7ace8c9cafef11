import type { Knex } from 'knex';
import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import { pathOf, seedShop } from './__testUtils__/budgets';
import { shopCatalog } from './__testUtils__/shop';
import {
  startRegister,
  type Persona,
  type Register,
} from './__testUtils__/startRegister';

jest.setTimeout(120_000);

const databases = registerDatabases();

describe.each(engines)('budgets refused on %s', engine => {
  let knex: Knex;
  let register: Register;

  beforeAll(async () => {
    knex = await databases.empty(engine);
    await seedShop(knex);
    register = await startRegister(knex, { catalog: shopCatalog });
  });

  afterAll(async () => {
    await register.stop();
  });

  const put = (of: string, persona: Persona, fiscalYear?: number) =>
    register
      .put(persona, pathOf(of, fiscalYear))
      .set('If-None-Match', '*')
      .send({ amount: { amount: '1.00', currency: 'EUR' } });

  it.each([
    [{ amount: { amount: '0.00', currency: 'EUR' } }, 'amount.amount'],
    [{ amount: { amount: '-5.00', currency: 'EUR' } }, 'amount.amount'],
    [{ amount: { amount: '5.001', currency: 'EUR' } }, 'amount.amount'],
    [{ amount: { amount: '5.1', currency: 'JPY' } }, 'amount.amount'],
    [{ amount: { amount: 'x', currency: 'EUR' } }, 'amount.amount'],
    [{ amount: { amount: '5.00', currency: 'XXX' } }, 'amount.currency'],
    [{ amount: { amount: '5.00', currency: 'EUR' }, note: 'a\u202eb' }, 'note'],
  ])('refuse %j', async (body, path) => {
    const { status, body: answer } = await register
      .put('finance', pathOf('all'))
      .set('If-None-Match', '*')
      .send(body);
    expect(status).toBe(400);
    expect(answer.error.message).toContain(path);
    expect(await knex('budgets').select()).toEqual([]);
  });

  it.each<[string, Persona, number]>([
    ['group:default/payments', 'anonymous', 401],
    ['group:default/payments', 'member', 403],
    ['group:default/payments', 'manager', 403],
    ['group:default/payments', 'broken', 503],
    ['asset:default/db', 'finance', 400],
    ['nonsense', 'finance', 400],
    ['supplier:nobody', 'finance', 404],
    ['group:default/nobody', 'finance', 404],
  ])('of %s are not set by %s', async (of, persona, status) => {
    expect((await put(of, persona)).status).toBe(status);
    expect(await knex('budgets').select()).toEqual([]);
  });

  it.each<[string, Persona, number]>([
    ['group:default/payments', 'anonymous', 401],
    ['group:default/payments', 'denied', 403],
    ['group:default/payments', 'broken', 503],
    ['group:default/other', 'member', 403],
    ['supplier:dell', 'member', 403],
    ['group:default/payments', 'member', 404],
    ['supplier:nobody', 'finance', 404],
  ])('of %s cannot be read by %s', async (of, persona, status) => {
    expect((await register.get(persona, pathOf(of))).status).toBe(status);
  });

  it('of years far away are refused', async () => {
    expect((await put('all', 'finance', 2050)).status).toBe(400);
    expect((await register.get('finance', '/budgets/26/all')).status).toBe(400);
  });
});
