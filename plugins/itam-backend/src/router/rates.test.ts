import type { CostAnswer, RatePage } from '@backstage-itam/plugin-itam-common';
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

describe.each(engines)('rates on %s', engine => {
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

  afterEach(async () => {
    await knex('rate_overrides').delete();
    jest.clearAllMocks();
  });

  afterAll(async () => {
    await register.stop();
  });

  const list = async (query = '', persona: Persona = 'member') => {
    const { body, status } = await register.get(persona, `/rates${query}`);
    expect({ status, body }).toMatchObject({ status: 200 });
    const page: RatePage = body;
    return page;
  };
  const put = async (
    rates: { date: string; currency: string; unitsPerEuro: string }[],
    persona: Persona = 'finance',
  ) => await register.put(persona, '/rates').send({ rates });
  /** The cost of storefront, whose laptop costs 100.00 USD a month. */
  const costs = async () => {
    const { body } = await register.get(
      'finance',
      '/costs?of=group:default/storefront&from=2026-09&to=2026-11',
    );
    const answer: CostAnswer = body;
    return {
      converted: answer.total.converted.months,
      rates: answer.rates
        .filter(rate => rate.currency === 'USD')
        .map(rate => `${rate.month} ${rate.date} ${rate.unitsPerEuro}`),
      missing: answer.coverage.ratesMissing,
    };
  };

  it('are listed newest first, with what there is and what lacks', async () => {
    expect(await list()).toEqual({
      items: [
        {
          date: '2026-10-14',
          currency: 'USD',
          unitsPerEuro: '1.10',
          source: 'file',
        },
        {
          date: '2026-09-29',
          currency: 'USD',
          unitsPerEuro: '1.25',
          source: 'file',
        },
        {
          date: '2026-08-20',
          currency: 'USD',
          unitsPerEuro: '1.30',
          source: 'file',
        },
      ],
      totalItems: 3,
      currencies: [
        { currency: 'USD', latest: '2026-10-14', unitsPerEuro: '1.10' },
      ],
      withoutRates: [],
      canEdit: false,
    });
    expect((await list('', 'finance')).canEdit).toBe(true);
    expect((await list('?from=2026-09-01&to=2026-09-30')).items).toHaveLength(
      1,
    );
    expect(await list('?currency=GBP')).toMatchObject({
      items: [],
      totalItems: 0,
    });
  });

  it('are read by nobody who is not signed in', async () => {
    const { status } = await register.get('anonymous', '/rates');
    expect(status).toBe(401);
  });

  it('count once set by hand, and the old ones again once removed', async () => {
    const before = await costs();
    expect(before).toEqual({
      converted: ['80.00', '90.91', '90.91'],
      rates: [
        '2026-09 2026-09-29 1.25',
        '2026-10 2026-10-14 1.10',
        '2026-11 2026-10-14 1.10',
      ],
      missing: [],
    });

    const { status, body } = await put([
      { date: '2026-09-29', currency: 'USD', unitsPerEuro: '2' },
      { date: '2026-10-15', currency: 'USD', unitsPerEuro: '4.0' },
    ]);
    expect({ status, body }).toEqual({
      status: 200,
      body: { added: 2, changed: 0, unchanged: 0 },
    });
    expect(await costs()).toEqual({
      converted: ['50.00', '25.00', '25.00'],
      rates: [
        '2026-09 2026-09-29 2',
        '2026-10 2026-10-15 4.0',
        '2026-11 2026-10-15 4.0',
      ],
      missing: [],
    });
    expect((await list()).items.slice(0, 3)).toEqual([
      {
        date: '2026-10-15',
        currency: 'USD',
        unitsPerEuro: '4.0',
        source: 'manual',
        setBy: 'user:default/finance',
        setAt: '2026-10-15T12:00:00.000Z',
      },
      expect.objectContaining({ date: '2026-10-14', source: 'file' }),
      expect.objectContaining({
        date: '2026-09-29',
        source: 'manual',
        replaced: '1.25',
      }),
    ]);
    expect((await list()).totalItems).toBe(4);
    expect((await list()).currencies).toEqual([
      { currency: 'USD', latest: '2026-10-15', unitsPerEuro: '4.0' },
    ]);

    for (const date of ['2026-09-29', '2026-10-15']) {
      const removed = await register.delete(
        'finance',
        `/rates?date=${date}&currency=USD`,
      );
      expect(removed.status).toBe(204);
    }
    expect(await costs()).toEqual(before);
  });

  it('keep to the end of the month when set by hand', async () => {
    // Earlier than the file's last of the month, which stays the last.
    await put([{ date: '2026-09-28', currency: 'USD', unitsPerEuro: '9' }]);
    expect((await costs()).rates[0]).toBe('2026-09 2026-09-29 1.25');

    const august = async () => {
      const { body } = await register.get(
        'finance',
        '/costs?of=group:default/storefront&from=2026-08&to=2026-08',
      );
      const answer: CostAnswer = body;
      return answer.coverage.ratesMissing;
    };
    // More than seven days before the end of August: still none.
    expect(await august()).toHaveLength(1);
    await put([{ date: '2026-08-23', currency: 'USD', unitsPerEuro: '1.2' }]);
    expect(await august()).toHaveLength(1);
    await put([{ date: '2026-08-24', currency: 'USD', unitsPerEuro: '1.2' }]);
    expect(await august()).toEqual([]);
  });

  it('are told apart as added, changed and unchanged', async () => {
    const one = { date: '2026-09-01', currency: 'GBP', unitsPerEuro: '0.85' };
    const two = { date: '2026-09-02', currency: 'GBP', unitsPerEuro: '0.86' };
    await put([one]);
    const { body } = await put([
      { ...one, unitsPerEuro: '0.850' },
      two,
      { ...two, currency: 'JPY', unitsPerEuro: '160' },
    ]);
    expect(body).toEqual({ added: 2, changed: 0, unchanged: 1 });
    expect((await put([{ ...two, unitsPerEuro: '0.87' }])).body).toEqual({
      added: 0,
      changed: 1,
      unchanged: 0,
    });
    expect((await list('?currency=GBP')).items).toMatchObject([
      { date: '2026-09-02', unitsPerEuro: '0.87' },
      { date: '2026-09-01', unitsPerEuro: '0.85' },
    ]);
    expect(
      await knex('financial_history')
        .where('subject', 'rate:2026-09-02/GBP')
        .orderBy('sequence')
        .select('actor', 'action', 'value'),
    ).toEqual([
      {
        actor: 'user:default/finance',
        action: 'set',
        value: '{"unitsPerEuro":"0.86"}',
      },
      {
        actor: 'user:default/finance',
        action: 'set',
        value: '{"unitsPerEuro":"0.87"}',
      },
    ]);
  });

  it('are audited', async () => {
    await put([{ date: '2026-09-29', currency: 'USD', unitsPerEuro: '2' }]);
    await register.delete('finance', '/rates?date=2026-09-29&currency=USD');
    expect(
      register.auditor.createEvent.mock.calls.map(([event]) => [
        event.eventId,
        event.meta,
      ]),
    ).toEqual([
      ['rates-set', { rates: 1 }],
      ['rate-removed', { date: '2026-09-29', currency: 'USD' }],
    ]);
  });

  it('are refused with everything that is wrong, and none is set', async () => {
    const { status, body } = await put([
      { date: '2026-02-30', currency: 'USD', unitsPerEuro: '1.1' },
      { date: '2026-10-16', currency: 'USD', unitsPerEuro: '1.1' },
      { date: '2026-09-01', currency: 'EUR', unitsPerEuro: '1' },
      { date: '2026-09-01', currency: 'XXX', unitsPerEuro: '1' },
      { date: '2026-09-01', currency: 'USD', unitsPerEuro: '0.00' },
      { date: '2026-09-02', currency: 'USD', unitsPerEuro: '-1' },
      { date: '2026-09-03', currency: 'USD', unitsPerEuro: '1.12345678901' },
      { date: '2026-09-04', currency: 'USD', unitsPerEuro: '1e3' },
      { date: '2026-09-05', currency: 'USD', unitsPerEuro: '1.1' },
      { date: '2026-09-05', currency: 'USD', unitsPerEuro: '1.1' },
    ]);
    expect(status).toBe(400);
    const { message } = body.error;
    for (const path of [
      'rates[0].date',
      'rates[1].date',
      'rates[2].currency',
      'rates[3].currency',
      'rates[4].unitsPerEuro',
      'rates[5].unitsPerEuro',
      'rates[6].unitsPerEuro',
      'rates[7].unitsPerEuro',
      'rates[9]: ',
    ]) {
      expect(message).toContain(path);
    }
    expect(message).not.toContain('rates[8].');
    expect(await knex('rate_overrides').select()).toEqual([]);
  });

  it.each<[Persona, number]>([
    ['anonymous', 401],
    ['member', 403],
    ['manager', 403],
    ['broken', 503],
  ])('are not set by %s', async (persona, status) => {
    const answer = await put(
      [{ date: '2026-09-01', currency: 'USD', unitsPerEuro: '1.1' }],
      persona,
    );
    expect(answer.status).toBe(status);
    const removed = await register.delete(
      persona,
      '/rates?date=2026-09-01&currency=USD',
    );
    expect(removed.status).toBe(status);
    expect(await knex('rate_overrides').select()).toEqual([]);
  });

  it('of the file cannot be removed', async () => {
    const { status } = await register.delete(
      'finance',
      '/rates?date=2026-09-29&currency=USD',
    );
    expect(status).toBe(404);
  });

  it('come in pages that cover all once', async () => {
    await put(
      Array.from({ length: 9 }, (_, index) => ({
        date: `2026-09-${28 + (index % 3)}`,
        currency: ['CHF', 'GBP', 'USD'][Math.floor(index / 3)],
        unitsPerEuro: '1.5',
      })),
    );
    const all = await list();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page: RatePage = await list(
        `?limit=2${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`,
      );
      expect(page.totalItems).toBe(11);
      seen.push(...page.items.map(rate => `${rate.date} ${rate.currency}`));
      cursor = page.nextCursor;
    } while (cursor);
    expect(seen).toEqual(
      all.items.map(rate => `${rate.date} ${rate.currency}`),
    );
    expect(seen).toHaveLength(11);

    const first = await list('?limit=2');
    const { status } = await register.get(
      'member',
      `/rates?currency=USD&cursor=${encodeURIComponent(
        first.nextCursor ?? '',
      )}`,
    );
    expect(status).toBe(400);
  });

  it('name currencies of costs that have none', async () => {
    await knex('cost_segments')
      .where('currency', 'USD')
      .limit(1)
      .update({ currency: 'CHF' });
    expect((await list()).withoutRates).toEqual(['CHF']);
    await put([{ date: '2026-09-01', currency: 'CHF', unitsPerEuro: '0.95' }]);
    expect((await list()).withoutRates).toEqual([]);
  });

  it.each([
    '?from=2026-02-30',
    '?from=2026-03-01&to=2026-02-01',
    '?cursor=x.y',
    '?limit=0',
  ])('refuse %s', async query => {
    const { status } = await register.get('member', `/rates${query}`);
    expect(status).toBe(400);
  });
});
