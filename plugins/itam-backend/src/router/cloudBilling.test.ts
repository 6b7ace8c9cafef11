import {
  billingConfig,
  billOf,
  costOf,
  deliver,
  delivered,
  savingsPlan,
} from './__testUtils__/cloudBills';
import { PAYMENTS, SEPTEMBER, WEB } from './__testUtils__/septemberBill';
import { record } from './__testUtils__/shop';
import { describeShop } from './__testUtils__/shopRegister';
import { NOW } from './__testUtils__/startRegister';
import { ConfigReader } from '@backstage/config';
import { readRegisterConfig } from '../config';
import { checkReadModel } from '../usecases/costs/recomputeReadModel';
import { evaluatePending } from '../usecases/policies/evaluatePending';

describeShop(
  'a bill of a cloud',
  [savingsPlan],
  shop => {
    it('is shown first, and changes nothing', async () => {
      const answer = await delivered(shop, billOf(SEPTEMBER), {
        dryRun: 'true',
        fileName: 'september.csv',
      });
      expect(answer).toMatchObject({
        dryRun: true,
        rows: 6,
        moreTargets: 0,
        deliveries: [
          {
            provider: 'AWS',
            billingAccount: '1234',
            billingAccountName: 'Shop Inc.',
            billingPeriod: '2026-09-01',
            state: 'new',
            rows: 6,
            rowsWithoutCost: 2,
            unmappedRows: 3,
            records: 3,
            billed: {
              exact: '10.00000012',
              rounded: { amount: '10.00', currency: 'USD' },
            },
            effective: {
              exact: '9.9950003',
              rounded: { amount: '10.00', currency: 'USD' },
            },
            unmapped: { billed: '3.99001012', effective: '3.9900102' },
          },
        ],
      });
      expect(answer.deliveries[0]).not.toHaveProperty('id');
      expect(answer.targets).toEqual([
        {
          owner: 'group:default/other',
          currency: 'USD',
          rows: 2,
          billed: '3.99001012',
          effective: '3.9900102',
        },
        {
          service: PAYMENTS,
          owner: 'group:default/payments',
          currency: 'USD',
          rows: 2,
          billed: '3.00666',
          effective: '3.00666',
        },
        {
          service: WEB,
          owner: 'group:default/storefront',
          costCenter: 'CC-7',
          currency: 'USD',
          rows: 1,
          billed: '3.00333',
          effective: '2.9983301',
        },
      ]);
      const list = await shop.register.get(
        'finance',
        '/cloud-billing/deliveries',
      );
      expect(list.body).toEqual({ items: [] });
    });

    it('is part of every cost at once, exact to the cent it is rounded to', async () => {
      const costs = async () => ({
        all: await costOf(shop, 'all', '2026-09', 'accrued'),
        invoiced: await costOf(shop, 'all', '2026-09', 'invoiced'),
        payments: await costOf(shop, PAYMENTS, '2026-09', 'accrued'),
        web: await costOf(shop, WEB, '2026-09', 'accrued'),
        supplier: await costOf(shop, 'supplier:amazon', '2026-09', 'accrued'),
        cc: await costOf(shop, 'cost-center:CC-7', '2026-09', 'invoiced'),
      });
      const usd = (before: Record<string, string>) => Number(before.USD ?? 0);
      const all = usd(await costOf(shop, 'all', '2026-09', 'accrued'));
      const invoiced = usd(await costOf(shop, 'all', '2026-09', 'invoiced'));
      const answer = await delivered(shop, billOf(SEPTEMBER), {
        fileName: 'september.csv',
      });
      expect(answer.deliveries[0]).toMatchObject({
        state: 'new',
        id: expect.any(Number),
      });
      const after = await costs();
      expect(usd(after.all)).toBeCloseTo(all + 10, 5);
      expect(usd(after.invoiced)).toBeCloseTo(invoiced + 10, 5);
      // 3.00666, 2.9983301 and 3.9900102 are 10.00, the web's part rounded up.
      expect(after).toMatchObject({
        payments: { USD: '3.01' },
        web: { USD: '3.00' },
        supplier: { USD: '10.00' },
        cc: { USD: '3.00' },
      });
      expect(await checkReadModel({ database: shop.knex })).toMatchObject({
        equal: true,
      });
    });

    it('makes records that say whose they are and where they come from', async () => {
      const { body } = await shop.register.get(
        'finance',
        '/records?class=cloud&q=Amazon%20S3',
      );
      const found = new Map(
        body.items.map((one: { owner: { ref: string } }) => [
          one.owner.ref,
          one,
        ]),
      );
      expect([...found.keys()].sort()).toEqual([
        'group:default/other',
        'group:default/payments',
        'group:default/storefront',
      ]);
      expect(found.get('group:default/payments')).toMatchObject({
        title: 'Amazon S3 · Sandbox',
        type: 'cloud-service',
        vendor: 'amazon',
        stage: 'maintenance',
      });
      const web = body.items.find(
        (one: { owner: { ref: string } }) =>
          one.owner.ref === 'group:default/storefront',
      );
      const path = `/records/${web.ref.replace(':', '/')}`;
      const bills = await shop.register.get('finance', `${path}/bills`);
      expect(bills.body).toEqual({
        items: [
          {
            month: '2026-09',
            rows: 1,
            billed: {
              exact: '3.00333',
              rounded: { amount: '3.00', currency: 'USD' },
            },
            effective: {
              exact: '2.9983301',
              rounded: { amount: '3.00', currency: 'USD' },
            },
            delivery: {
              id: expect.any(Number),
              provider: 'AWS',
              billingAccount: '1234',
              billingPeriod: '2026-09-01',
              fileName: 'september.csv',
              deliveredAt: '2026-10-15T12:00:00.000Z',
            },
          },
        ],
      });
      const detail = await shop.register.get('finance', path);
      expect(detail.body.history[0]).toMatchObject({
        action: 'registered',
        reason: 'Bill of AWS, account 1234, 2026-09',
      });
    });

    it('leaves no record without a price', async () => {
      await evaluatePending(
        {
          database: shop.knex,
          config: readRegisterConfig(new ConfigReader({})),
        },
        new Date(NOW),
      );
      const findings = await shop.register.get(
        'finance',
        '/findings?vendor=amazon',
      );
      const rules = findings.body.items.map(
        (one: { rule: string }) => one.rule,
      );
      expect(rules).not.toContain('asset-price-missing');
      const costs = await shop.register.get(
        'finance',
        '/costs?of=supplier:amazon&from=2026-09&to=2026-09',
      );
      expect(costs.body.coverage).toMatchObject({ records: 4, priced: 3 });
    });
  },
  { itam: billingConfig },
);

describeShop(
  'a bill that names a contract with charges of its own',
  [
    record('Contract', 'savings-plan', {
      type: 'commitment',
      vendor: 'amazon',
      owner: 'group:default/commerce',
      term: { start: '2026-01-01', end: '2028-12-31' },
      financials: {
        charges: [
          {
            amount: '900.00',
            currency: 'USD',
            every: 'year',
            from: '2026-01-01',
          },
        ],
      },
    }),
  ],
  shop => {
    it('is refused: the money would be counted twice', async () => {
      const file = billOf([
        {
          ChargeCategory: 'Purchase',
          CommitmentDiscountId: 'sp',
          BilledCost: '900',
        },
        { BilledCost: '1', EffectiveCost: '1' },
      ]);
      const answer = await deliver(shop, file);
      expect(answer.status).toBe(400);
      expect(answer.body.error.message).toMatch(
        /contract:default\/savings-plan.*without charges of its own/,
      );
      expect(await shop.knex('cloud_deliveries')).toEqual([]);
      expect(await shop.knex('cloud_records')).toEqual([]);
    });
  },
  { itam: billingConfig },
);
