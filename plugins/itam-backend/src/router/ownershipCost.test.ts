import type { JsonObject } from '@backstage/types';
import { describeShop } from './__testUtils__/shopRegister';
import { record } from './__testUtils__/shop';

const asset = (name: string, spec: JsonObject) =>
  record('Asset', name, {
    class: 'hardware',
    type: 'server',
    stage: 'maintenance',
    owner: 'group:default/payments',
    inService: '2026-01-01',
    services: [{ ref: 'component:default/payments-api' }],
    ...spec,
  });

const contract = (name: string, type: string, spec: JsonObject) =>
  record('Contract', name, {
    type,
    vendor: 'acme',
    owner: 'group:default/other',
    term: { start: '2026-01-01', end: '2026-12-31' },
    ...spec,
  });

const yearly = (amount: string): JsonObject => ({
  financials: {
    charges: [{ amount, currency: 'EUR', every: 'year', from: '2026-01-01' }],
  },
});

const license = (name: string, spec: JsonObject) =>
  record('License', name, {
    type: 'subscription',
    product: name,
    owner: 'group:default/payments',
    metric: 'named-user',
    quantity: 1,
    ...spec,
  });

const purchase: JsonObject = {
  financials: {
    purchase: { amount: '1000.00', currency: 'EUR', date: '2026-01-01' },
  },
};

const records = [
  asset('leased', {}),
  asset('both', purchase),
  asset('part', { partOf: 'asset:default/db' }),
  contract('care', 'support', {
    covers: ['asset:default/db', 'asset:default/unpriced'],
    ...yearly('2400.00'),
  }),
  contract('lease', 'lease', {
    covers: ['asset:default/leased', 'asset:default/both'],
    ...yearly('600.00'),
  }),
  contract('frame', 'master-agreement', yearly('100.00')),
  contract('below', 'service', {
    partOf: 'contract:default/frame',
    ...yearly('100.00'),
  }),
  contract('frame-alone', 'master-agreement', {}),
  contract('free', 'service', {}),
  license('paid', { contract: 'contract:default/github' }),
  license('plain', {}),
  license('open', { type: 'open-source', licenseExpression: 'MIT' }),
];

describeShop('the cost of owning a record', records, shop => {
  const read = async (ref: string, persona = 'finance' as const) => {
    const { body } = await shop.register.get(persona, `/records/${ref}`);
    return body;
  };
  const rulesOf = (body: { findings: { rule: string }[] }) =>
    body.findings.map(({ rule }) => rule);

  it('is purchase, charges, servicings and contracts up to today', async () => {
    const { ownershipCost } = await read('asset/default/db');
    expect(ownershipCost).toEqual({
      items: [
        {
          item: 'purchase',
          amounts: [{ amount: '4800.00', currency: 'EUR' }],
        },
        // Half of 200.00 a month, ten months.
        {
          item: 'contracts',
          amounts: [{ amount: '1000.00', currency: 'EUR' }],
        },
      ],
      total: [{ amount: '5800.00', currency: 'EUR' }],
    });
    const servicing = { kind: 'repair', title: 'Fan' };
    for (const [date, amount] of [
      ['2026-10-20', '40.00'],
      // Not yet.
      ['2026-11-01', '70.00'],
    ]) {
      const { status } = await shop.register
        .post('finance', '/records/asset/default/db/servicings')
        .send({ ...servicing, date, cost: { amount, currency: 'USD' } });
      expect(status).toBe(201);
    }
    const after = await read('asset/default/db');
    expect(after.ownershipCost.items).toContainEqual({
      item: 'servicings',
      amounts: [{ amount: '40.00', currency: 'USD' }],
    });
    expect(after.ownershipCost.total).toEqual([
      { amount: '5800.00', currency: 'EUR' },
      { amount: '40.00', currency: 'USD' },
    ]);
  });

  it('of a licence has the part of the contract that pays for it', async () => {
    const { ownershipCost } = await read('license/default/github');
    const contracts = ownershipCost.items.find(
      ({ item }: { item: string }) => item === 'contracts',
    );
    expect(contracts.amounts[0].currency).toBe('USD');
    expect(
      ownershipCost.items.some(
        ({ item }: { item: string }) => item === 'charges',
      ),
    ).toBe(false);
  });

  it('is absent where there is none, and where it may not be seen', async () => {
    expect(await read('license/default/plain')).not.toHaveProperty(
      'ownershipCost',
    );
    const { body } = await shop.register.get(
      'member',
      '/records/asset/default/laptop',
    );
    expect(body).not.toHaveProperty('ownershipCost');
  });

  it.each([
    ['asset/default/unpriced', true],
    ['asset/default/leased', false],
    ['asset/default/db', false],
    ['asset/default/part', false],
    ['license/default/plain', true],
    ['license/default/paid', false],
    ['license/default/open', false],
    ['license/default/github', false],
    ['contract/default/free', true],
    ['contract/default/frame-alone', false],
    ['contract/default/care', false],
  ])('finds %s without a price: %s', async (ref, expected) => {
    expect(rulesOf(await read(ref)).includes('without-price')).toBe(expected);
  });

  it('finds what counts twice', async () => {
    expect((await read('asset/default/both')).findings).toContainEqual({
      rule: 'leased-and-bought',
      message:
        'It has a purchase and is covered by a lease that has charges: it counts twice',
      variant: 'message',
      values: {},
      severity: 'warning',
    });
    expect(rulesOf(await read('asset/default/leased'))).not.toContain(
      'leased-and-bought',
    );
    expect(rulesOf(await read('contract/default/frame'))).toContain(
      'master-agreement-priced',
    );
    for (const ref of ['contract/default/below', 'contract/default/care']) {
      expect(rulesOf(await read(ref))).not.toContain('master-agreement-priced');
    }
  });

  it('says nothing about prices to those who may not see costs', async () => {
    const { body } = await shop.register.get(
      'other',
      '/records/license/default/github',
    );
    expect(body.costVisible).toBe(false);
    expect(rulesOf(body)).not.toContain('without-price');
  });

  it('is not kept by browsers under the tag of the record', async () => {
    const { headers } = await shop.register.get(
      'finance',
      '/records/asset/default/db',
    );
    expect(headers['cache-control']).toBe('no-store');
  });
});
