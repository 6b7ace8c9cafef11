import type { Knex } from 'knex';
import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import { budgetCalls, pathOf, seedShop } from './__testUtils__/budgets';
import { shopCatalog } from './__testUtils__/shop';
import { startRegister, type Register } from './__testUtils__/startRegister';

jest.setTimeout(120_000);

const databases = registerDatabases();

describe.each(engines)('versions of budgets on %s', engine => {
  let knex: Knex;
  let register: Register;

  beforeEach(async () => {
    knex = await databases.empty(engine);
    await seedShop(knex);
    register = await startRegister(knex, { catalog: shopCatalog });
  });

  afterEach(async () => {
    await register.stop();
  });

  const { put, set, read } = budgetCalls(() => register);

  it('change only from the version they are based on', async () => {
    const of = 'group:default/payments';
    expect((await put(of, '1.00', { headers: {} })).status).toBe(428);
    expect(
      (await put(of, '1.00', { headers: { 'If-Match': '"1"' } })).status,
    ).toBe(412);
    await set(of, '1000.00');
    expect((await put(of, '1.00')).status).toBe(412);
    expect(
      (await put(of, '1.00', { headers: { 'If-Match': 'x' } })).status,
    ).toBe(400);

    const { headers } = await register.get('member', pathOf(of));
    expect(headers.etag).toBe('"1"');
    const second = await set(of, '1100.00', {
      headers: { 'If-Match': headers.etag },
    });
    expect(second.budget).toMatchObject({ version: 2, amount: '1100.00' });
    expect(
      (await put(of, '1.00', { headers: { 'If-Match': '"1"' } })).status,
    ).toBe(412);

    const remove = (match: string) =>
      register.delete('finance', pathOf(of)).set('If-Match', match);
    expect((await register.delete('finance', pathOf(of))).status).toBe(428);
    expect((await remove('"1"')).status).toBe(412);
    expect((await remove('"2"')).status).toBe(204);
    expect((await register.get('finance', pathOf(of))).status).toBe(404);
    expect(await knex('budget_lines').select()).toEqual([]);
    // A tag of the removed budget never fits the new one.
    const third = await set(of, '1000.00');
    expect(third.budget.version).toBe(4);

    expect(
      await knex('financial_history')
        .where('subject', `budget:2026/${of}`)
        .orderBy('sequence')
        .pluck('action'),
    ).toEqual(['set', 'set', 'removed', 'set']);
  });

  it.each([
    ['set', { 'If-None-Match': '*' }, 1],
    ['changed', { 'If-Match': '"1"' }, 2],
  ])('are %s by one of many at once', async (_what, headers, version) => {
    if (version > 1) {
      await set('all', '1.00');
    }
    const statuses = await Promise.all(
      Array.from(
        { length: 6 },
        async (_, index) =>
          (
            await put('all', `${index + 10}.00`, { headers })
          ).status,
      ),
    );
    expect(statuses.sort()).toEqual([200, 412, 412, 412, 412, 412]);
    const { budget } = await read('all');
    expect(budget.version).toBe(version);
    expect(await knex('financial_history').select()).toHaveLength(version);
  });

  it('are audited without amounts', async () => {
    await set('supplier:dell', '4321.00');
    const [[event]] = register.auditor.createEvent.mock.calls;
    expect(event).toMatchObject({
      eventId: 'budget-set',
      meta: { fiscalYear: 2026, of: 'supplier:dell' },
    });
    expect(JSON.stringify(event.meta)).not.toContain('4321');
  });
});
