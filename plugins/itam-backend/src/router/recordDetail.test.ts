import type { Knex } from 'knex';
import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import { shopCatalog, shopRates, shopRecords } from './__testUtils__/shop';
import {
  seedRegister,
  startRegister,
  type Register,
} from './__testUtils__/startRegister';

jest.setTimeout(120_000);

const databases = registerDatabases();

describe.each(engines)('a record on %s', engine => {
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

  it('answers the same for records that are hidden and that do not exist', async () => {
    const hidden = await register.get(
      'narrow',
      '/records/asset/default/secret',
    );
    const absent = await register.get(
      'narrow',
      '/records/asset/default/secreu',
    );
    expect(hidden.status).toBe(404);
    expect(absent.status).toBe(404);
    expect(JSON.stringify(hidden.body).replaceAll('secret', 'X')).toBe(
      JSON.stringify(absent.body).replaceAll('secreu', 'X'),
    );
    const contract = await register.get(
      'member',
      '/records/contract/default/github',
    );
    expect(contract.status).toBe(404);
  });

  it('shows a record in full to those who may see its money', async () => {
    const { body, headers } = await register.get(
      'finance',
      '/records/Asset/default/DB',
    );
    expect(headers.etag).toBe('"1"');
    expect(body).toMatchObject({
      costVisible: true,
      inCatalog: false,
      sourceUrl: 'https://git.example/asset:default/db.yaml',
      record: {
        ref: 'asset:default/db',
        title: 'The db',
        owner: {
          ref: 'group:default/payments',
          title: 'Group payments',
          resolved: true,
        },
        monthlyCost: [{ amount: '100.00', currency: 'EUR' }],
      },
      services: [
        {
          service: {
            ref: 'component:default/payments-api',
            title: 'Component payments-api',
          },
          sharePercent: '60',
        },
        { service: { ref: 'component:default/web' }, sharePercent: '20' },
      ],
      bookValue: {
        currency: 'EUR',
        cost: '4800.00',
        salvage: '0.00',
        book: '3800.00',
        depreciatedToDate: '1000.00',
      },
      spec: { financials: { purchase: { amount: '4800.00' } } },
      nextStages: ['deployment', 'decommission'],
      history: [{ action: 'declared', actor: 'catalog' }],
    });
    expect(body.bookValue.points).toHaveLength(48);
    expect(body.findings).toContainEqual({
      rule: 'warranty-ended',
      message: 'The warranty ended on 2026-06-30',
      severity: 'warning',
    });
  });

  it('leaves money out of a record for those who may not see it', async () => {
    const response = await register.get(
      'member',
      '/records/asset/default/laptop',
    );
    expect(response.body.costVisible).toBe(false);
    expect(response.body).not.toHaveProperty('bookValue');
    expect(response.body.record).not.toHaveProperty('monthlyCost');
    expect(response.body.spec).not.toHaveProperty('financials');
    expect(response.text).not.toMatch(/2400|100\.00|USD/);
  });

  it('shows the position of a licence, money apart', async () => {
    const { body } = await register.get(
      'finance',
      '/records/license/default/github',
    );
    expect(body.position).toMatchObject({
      metric: 'named-user',
      applicable: true,
      entitled: 2,
      consumed: 2,
      balance: 0,
      unitPricePerMonth: { amount: '21.00', currency: 'USD' },
      trueUp: { amount: '0.00', currency: 'USD' },
    });
    expect(body.position.seats).toHaveLength(3);
    expect(body.renewal).toEqual({
      state: 'expiring',
      start: '2026-01-01',
      end: '2026-12-31',
    });
    const asOther = await register.get(
      'other',
      '/records/license/default/github',
    );
    expect(asOther.body.costVisible).toBe(false);
    expect(asOther.body.position).toMatchObject({ entitled: 2, consumed: 2 });
    expect(asOther.text).not.toMatch(/21\.00|USD/);
  });

  it('shows the renewal of a contract, amounts only with permission', async () => {
    const { body } = await register.get(
      'finance',
      '/records/contract/default/github',
    );
    expect(body.renewal).toMatchObject({
      state: 'notice-due',
      start: '2026-01-01',
      end: '2026-12-31',
      lastNoticeDay: '2026-11-01',
    });
    expect(body.renewal.next[0]).toEqual({
      start: '2027-01-01',
      end: '2027-12-31',
      amount: { amount: '1260.00', currency: 'USD' },
    });
    expect(body.covers).toEqual([
      { ref: 'license:default/github', title: 'The github', resolved: true },
    ]);
  });

  it('names references that lead nowhere', async () => {
    const { body } = await register.get(
      'finance',
      '/records/asset/default/orphan',
    );
    expect(body.record.owner).toEqual({
      ref: 'group:default/ghost',
      resolved: false,
    });
    expect(body.findings).toContainEqual({
      rule: 'reference-unresolved',
      message:
        'spec.owner: group:default/ghost does not exist, or you may not see it',
      variant: 'message',
      values: { path: 'spec.owner', ref: 'group:default/ghost' },
      severity: 'info',
    });
  });
});
