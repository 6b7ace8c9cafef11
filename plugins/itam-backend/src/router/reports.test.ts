import type { Entity } from '@backstage/catalog-model';
import type { DepreciationReport } from '@backstage-itam/plugin-itam-common';
import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import type { Knex } from 'knex';
import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import { readRegisterConfig } from '../config';
import { retireRecord } from '../usecases/declarations/retireRecord';
import { shopCatalog, shopRecords } from './__testUtils__/shop';
import {
  seedRegister,
  startRegister,
  type Persona,
  type Register,
} from './__testUtils__/startRegister';

jest.setTimeout(120_000);

const databases = registerDatabases();

function asset(name: string, spec: JsonObject): Entity {
  return {
    apiVersion: 'itam/v1alpha1',
    kind: 'Asset',
    metadata: { name, namespace: 'default', title: `The ${name}` },
    spec: {
      class: 'hardware',
      type: 'server',
      stage: 'maintenance',
      owner: 'group:default/payments',
      ...spec,
    },
  };
}

const purchase = (amount: string, date: string, currency = 'EUR') => ({
  purchase: { amount, currency, date },
});

/** Assets with every kind of movement. */
const moving: Entity[] = [
  // 1,200.00 over 12 months from 2025-07, sold in 2026-03 for 500.00.
  asset('sold', {
    stage: 'decommission',
    status: 'disposed',
    inService: '2025-07-01',
    disposal: { date: '2026-03-10', method: 'sold' },
    financials: {
      ...purchase('1200.00', '2025-07-01'),
      depreciation: { method: 'straight-line', months: 12 },
      proceeds: { amount: '500.00', currency: 'EUR' },
    },
  }),
  // 1,000.00 over 10 months from 2026-01, impaired by 100.00 in 2026-06.
  asset('impaired', {
    class: 'fixed',
    type: 'building',
    owner: 'group:default/ghost',
    inService: '2026-01-01',
    financials: {
      ...purchase('1000.00', '2026-01-01'),
      depreciation: { method: 'straight-line', months: 20 },
      events: [
        {
          kind: 'impairment',
          date: '2026-06-15',
          amount: '100.00',
        },
        {
          kind: 'improvement',
          date: '2026-07-15',
          amount: '130.00',
        },
      ],
    },
  }),
  asset('ordered', {
    stage: 'procurement',
    financials: purchase('900.00', '2026-10-01'),
  }),
];

const cents = (amount: string) => BigInt(amount.replace('.', ''));

function expectIdentities(report: DepreciationReport) {
  for (const line of [...report.lines, ...report.totals]) {
    const of = (name: keyof typeof line) => cents(String(line[name]));
    expect(of('openingCost') + of('additions') - of('disposals')).toBe(
      of('closingCost'),
    );
    expect(
      of('openingDepreciation') +
        of('depreciation') +
        of('impairment') -
        of('depreciationDisposed'),
    ).toBe(of('closingDepreciation'));
    expect(of('openingCost') - of('openingDepreciation')).toBe(
      of('openingBook'),
    );
    expect(of('closingCost') - of('closingDepreciation')).toBe(
      of('closingBook'),
    );
  }
  for (const total of report.totals) {
    for (const name of ['openingBook', 'additions', 'closingBook'] as const) {
      expect(cents(total[name])).toBe(
        report.lines
          .filter(line => line.currency === total.currency)
          .reduce((sum, line) => sum + cents(line[name]), 0n),
      );
    }
  }
}

describe.each(engines)('depreciation report on %s', engine => {
  let knex: Knex;
  let register: Register;

  beforeAll(async () => {
    knex = await databases.empty(engine);
    await seedRegister(knex, {
      catalog: shopCatalog,
      records: [...shopRecords, ...moving],
    });
    register = await startRegister(knex, { catalog: shopCatalog });
  });

  afterAll(async () => {
    await register.stop();
  });

  const read = async (query = '', persona: Persona = 'finance') => {
    const { body, status } = await register.get(
      persona,
      `/reports/depreciation${query}`,
    );
    expect({ status, body }).toMatchObject({ status: 200 });
    const report: DepreciationReport = body;
    expectIdentities(report);
    return report;
  };
  const lineOf = (report: DepreciationReport, key: string) =>
    report.lines.find(line => line.key === key);

  it('rolls forward from the start of the fiscal year to now', async () => {
    const report = await read('?by=record');
    expect(report).toMatchObject({
      from: '2026-01',
      to: '2026-10',
      by: 'record',
      withoutSchedule: 1,
    });
    expect(report.lines.map(line => line.key)).toEqual(
      expect.arrayContaining([
        'asset:default/db',
        'asset:default/laptop',
        'asset:default/sold',
        'asset:default/impaired',
      ]),
    );
    expect(report.lines).toHaveLength(4);
    expect(lineOf(report, 'asset:default/db')).toEqual({
      key: 'asset:default/db',
      ref: 'asset:default/db',
      title: 'The db',
      currency: 'EUR',
      assets: 1,
      openingCost: '0.00',
      additions: '4800.00',
      disposals: '0.00',
      closingCost: '4800.00',
      openingDepreciation: '0.00',
      depreciation: '1000.00',
      impairment: '0.00',
      depreciationDisposed: '0.00',
      closingDepreciation: '1000.00',
      openingBook: '0.00',
      closingBook: '3800.00',
    });
    expect(lineOf(report, 'asset:default/sold')).toMatchObject({
      openingCost: '1200.00',
      disposals: '1200.00',
      closingCost: '0.00',
      openingDepreciation: '600.00',
      depreciation: '200.00',
      depreciationDisposed: '800.00',
      closingBook: '0.00',
    });
    expect(lineOf(report, 'asset:default/impaired')).toMatchObject({
      additions: '1130.00',
      impairment: '100.00',
    });
  });

  it('ends with the book values of the records', async () => {
    const report = await read('?by=record');
    for (const line of report.lines) {
      const { body } = await register.get(
        'finance',
        `/records/${line.key.replace(':', '/')}`,
      );
      expect([line.key, line.closingBook]).toEqual([
        line.key,
        body.bookValue.book,
      ]);
    }
  });

  it('leaves out a removed record as its page and the list do', async () => {
    const removed = await databases.empty(engine);
    await seedRegister(removed, {
      catalog: shopCatalog,
      records: [...shopRecords, ...moving],
    });
    await retireRecord(
      { database: removed, config: readRegisterConfig(new ConfigReader({})) },
      'asset:default/impaired',
      new Date('2026-09-20T12:00:00.000Z'),
    );
    const there = await startRegister(removed, { catalog: shopCatalog });
    try {
      const report = await there.get(
        'finance',
        '/reports/depreciation?by=record',
      );
      expect(lineOf(report.body, 'asset:default/impaired')?.closingBook).toBe(
        '0.00',
      );
      const page = await there.get(
        'finance',
        '/records/asset/default/impaired',
      );
      expect(page.body.bookValue.book).toBe('0.00');
      expect(page.body.bookValue.points.at(-1).month).toBe('2026-09');
      const list = await there.get('finance', '/records?retired=true');
      expect(list.body.items[0].bookValue).toEqual({
        amount: '0.00',
        currency: 'EUR',
      });
    } finally {
      await there.stop();
    }
  });

  it('begins where the range before it ended', async () => {
    const before = await read('?by=record&from=2025-01&to=2026-03');
    const after = await read('?by=record&from=2026-04&to=2026-12');
    expect(
      after.lines
        .filter(line => line.openingCost !== '0.00')
        .map(line => [line.key, line.openingCost, line.openingBook]),
    ).toEqual(
      before.lines
        .filter(line => line.closingCost !== '0.00')
        .map(line => [line.key, line.closingCost, line.closingBook]),
    );
    expect(lineOf(after, 'asset:default/sold')).toBeUndefined();
  });

  it('groups by what assets are and who has them', async () => {
    expect((await read()).lines.map(line => [line.key, line.currency])).toEqual(
      [
        ['hardware', 'EUR'],
        ['hardware', 'USD'],
        ['fixed', 'EUR'],
      ],
    );
    const owners = await read('?by=owner');
    expect(
      owners.lines.map(line => [line.key, line.title, line.assets]),
    ).toEqual([
      ['group:default/payments', 'Group payments', 2],
      ['group:default/storefront', 'Group storefront', 1],
      ['group:default/ghost', 'group:default/ghost', 1],
    ]);
    expect(
      (await read('?by=supplier')).lines.map(line => line.key).sort(),
    ).toEqual(['dell', 'lenovo', 'none']);
    expect(
      (await read('?by=cost-center')).lines.map(line => line.key).sort(),
    ).toEqual(['CC-1', 'none', 'none']);
    expect((await read()).totals.map(line => line.currency)).toEqual([
      'EUR',
      'USD',
    ]);
  });

  it('takes removed records out of the books', async () => {
    const [{ dated_state: state }]: { dated_state: string }[] = await knex(
      'records',
    )
      .where('ref', 'asset:default/laptop')
      .select('dated_state');
    await knex('records')
      .where('ref', 'asset:default/laptop')
      .update({
        dated_state: JSON.stringify({
          ...JSON.parse(state),
          removedOn: '2026-05-20',
        }),
      });
    try {
      expect(
        lineOf(await read('?by=record'), 'asset:default/laptop'),
      ).toMatchObject({
        additions: '2400.00',
        disposals: '2400.00',
        depreciation: '500.00',
        depreciationDisposed: '500.00',
        closingBook: '0.00',
      });
      expect(
        lineOf(await read('?by=record&to=2026-04'), 'asset:default/laptop'),
      ).toMatchObject({ closingBook: '2000.00' });
      expect(
        lineOf(await read('?by=record&from=2026-06'), 'asset:default/laptop'),
      ).toBeUndefined();
    } finally {
      await knex('records')
        .where('ref', 'asset:default/laptop')
        .update({ dated_state: state });
    }
  });

  it('counts only what the caller may see', async () => {
    const report = await read('?by=record', 'manager');
    expect(report.lines.map(line => line.key).sort()).toEqual([
      'asset:default/db',
      'asset:default/laptop',
      'asset:default/sold',
    ]);
    expect(report.withoutSchedule).toBe(1);
  });

  it('comes as CSV with all lines', async () => {
    const { text, status, type } = await register.get(
      'finance',
      '/reports/depreciation?by=record&format=csv',
    );
    expect([status, type]).toEqual([200, 'text/csv']);
    const rows = text.trim().split('\r\n');
    expect(rows).toHaveLength(5);
    expect(rows[0]).toMatch(/^key,title,currency,assets,openingCost/);
    expect(rows).toContain(
      'asset:default/db,The db,EUR,1,0.00,4800.00,0.00,4800.00,0.00,1000.00,0.00,0.00,1000.00,0.00,3800.00',
    );
    expect(register.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'depreciation-export' }),
    );
  });

  it.each<[Persona, number]>([
    ['anonymous', 401],
    ['member', 403],
    ['denied', 403],
    ['broken', 503],
  ])('is not for %s', async (persona, status) => {
    expect((await register.get(persona, '/reports/depreciation')).status).toBe(
      status,
    );
  });

  it.each(['?from=2026-11', '?from=2026-13', '?by=service'])(
    'refuses %s',
    async query => {
      expect(
        (await register.get('finance', `/reports/depreciation${query}`)).status,
      ).toBe(400);
    },
  );
});
