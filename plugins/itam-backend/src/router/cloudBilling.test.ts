import {
  billingConfig,
  billOf,
  costOf,
  deliver,
  delivered,
  savingsPlan,
  type BillRow,
} from './__testUtils__/cloudBills';
import { record } from './__testUtils__/shop';
import { describeShop } from './__testUtils__/shopRegister';
import { NOW } from './__testUtils__/startRegister';
import { ConfigReader } from '@backstage/config';
import { readRegisterConfig } from '../config';
import { checkReadModel } from '../usecases/costs/recomputeReadModel';
import { evaluatePending } from '../usecases/policies/evaluatePending';

const PAYMENTS = 'component:default/payments-api';
const WEB = 'component:default/web';
const TAGGED = '{"service": "payments-api"}';

/** Sums with more digits than cents have: 10.00000012 and 9.9950003. */
const SEPTEMBER: BillRow[] = [
  { BilledCost: '1.00333', EffectiveCost: '1.00333', Tags: TAGGED },
  { BilledCost: '2.00333', EffectiveCost: '2.00333', Tags: TAGGED },
  { BilledCost: '3.00333', EffectiveCost: '2.9983301', SubAccountId: '777' },
  { BilledCost: '3.99001012', EffectiveCost: '3.9900102' },
  // A credit, and rows that cost nothing.
  { BilledCost: '-0.00000', EffectiveCost: '0', ChargeCategory: 'Credit' },
  { BilledCost: '0.0000', EffectiveCost: '0.0', ServiceName: 'Free tier' },
];

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

    it('changes nothing when it comes again, in whatever order', async () => {
      const snapshot = async () => ({
        amounts: await shop
          .knex('cloud_amounts')
          .orderBy(['record_id', 'view', 'month']),
        records: await shop.knex('records').orderBy('id'),
        deliveries: await shop.knex('cloud_deliveries').orderBy('id'),
        history: await shop.knex('history').count(),
        segments: await shop.knex('cost_segments').orderBy('id'),
      });
      const before = await snapshot();
      for (const rows of [SEPTEMBER, [...SEPTEMBER].reverse()]) {
        const answer = await delivered(shop, billOf(rows), {
          fileName: 'again.csv',
        });
        expect(answer.deliveries).toEqual([
          expect.objectContaining({
            state: 'unchanged',
            fileName: 'september.csv',
          }),
        ]);
      }
      expect(await snapshot()).toEqual(before);
    });

    it('takes the place of the one before as a whole', async () => {
      const corrected = SEPTEMBER.slice(0, 2).map(row => ({
        ...row,
        EffectiveCost: '5.005',
        BilledCost: '7',
      }));
      const answer = await delivered(shop, billOf(corrected), {
        fileName: 'corrected.csv',
      });
      expect(answer.deliveries[0]).toMatchObject({ state: 'replaces' });
      expect(
        await costOf(shop, 'supplier:amazon', '2026-09', 'accrued'),
      ).toEqual({ USD: '10.01' });
      expect(
        await costOf(shop, 'supplier:amazon', '2026-09', 'invoiced'),
      ).toEqual({ USD: '14.00' });
      expect(
        await costOf(shop, 'cost-center:CC-7', '2026-09', 'accrued'),
      ).toEqual({});
      // The log keeps the one before.
      const log = await shop
        .knex('cloud_deliveries')
        .orderBy('id')
        .select('file_name', 'ended_at');
      expect(log).toEqual([
        { file_name: 'september.csv', ended_at: '2026-10-15T12:00:00.000Z' },
        { file_name: 'corrected.csv', ended_at: null },
      ]);
      expect(await checkReadModel({ database: shop.knex })).toMatchObject({
        equal: true,
      });
    });

    it('leaves bills of other accounts and periods alone', async () => {
      const october: BillRow = {
        BillingPeriodStart: '2026-10-01',
        BillingPeriodEnd: '2026-11-01',
        ChargePeriodStart: '2026-10-02',
        ChargePeriodEnd: '2026-10-03',
        Tags: TAGGED,
      };
      const answer = await delivered(
        shop,
        billOf([
          { ...october, BilledCost: '20', EffectiveCost: '10' },
          // Used in the month before, invoiced now.
          {
            ...october,
            ChargePeriodStart: '2026-09-30',
            ChargePeriodEnd: '2026-10-01',
            BilledCost: '1',
            EffectiveCost: '0.5',
          },
          { ...october, BillingAccountId: '5678', BilledCost: '3' },
        ]),
      );
      expect(
        answer.deliveries.map(
          (one: { billingAccount: string; state: string }) => [
            one.billingAccount,
            one.state,
          ],
        ),
      ).toEqual([
        ['1234', 'new'],
        ['5678', 'new'],
      ]);
      const amazon = async (month: string) => [
        await costOf(shop, 'supplier:amazon', month, 'accrued'),
        await costOf(shop, 'supplier:amazon', month, 'invoiced'),
      ];
      expect(await amazon('2026-09')).toEqual([
        { USD: '10.51' },
        { USD: '14.00' },
      ]);
      expect(await amazon('2026-10')).toEqual([
        { USD: '10.00' },
        { USD: '24.00' },
      ]);
    });

    it('puts the purchase of a commitment on the contract a rule names', async () => {
      const november: BillRow = {
        BillingAccountId: '42',
        CommitmentDiscountId: 'arn:aws:savingsplans::1:savingsplan/x',
      };
      await delivered(
        shop,
        billOf([
          { ...november, ChargeCategory: 'Purchase', BilledCost: '900' },
          // What draws on it is whose it is.
          { ...november, EffectiveCost: '30', Tags: TAGGED },
        ]),
      );
      expect(
        await costOf(
          shop,
          'contract:default/savings-plan',
          '2026-09',
          'invoiced',
        ),
      ).toEqual({ USD: '900.00' });
      expect(
        await costOf(
          shop,
          'contract:default/savings-plan',
          '2026-09',
          'accrued',
        ),
      ).toEqual({});
      // By what the contract covers.
      expect(await costOf(shop, WEB, '2026-09', 'invoiced')).toMatchObject({
        USD: '900.00',
      });
      const bills = await shop.register.get(
        'finance',
        '/records/contract/default/savings-plan/bills',
      );
      expect(bills.body.items).toEqual([
        expect.objectContaining({
          billed: {
            exact: '900',
            rounded: { amount: '900.00', currency: 'USD' },
          },
        }),
      ]);
      expect(await checkReadModel({ database: shop.knex })).toMatchObject({
        equal: true,
      });
    });

    it('goes on counting when a record was retired, and restores it', async () => {
      const row: BillRow = {
        BillingAccountId: 'retired',
        BillingPeriodStart: '2026-10-01',
        BillingPeriodEnd: '2026-11-01',
        ChargePeriodStart: '2026-11-01',
        ChargePeriodEnd: '2026-11-02',
        ProviderName: 'Tiny Cloud',
        EffectiveCost: '8',
      };
      await delivered(shop, billOf([row]));
      const { body } = await shop.register.get(
        'finance',
        '/records?vendor=tiny-cloud',
      );
      const [{ ref, version }] = body.items;
      const path = `/records/${ref.replace(':', '/')}`;
      const gone = await shop.register
        .delete('finance', path)
        .set('If-Match', `"${version}"`);
      expect(gone.status).toBe(204);
      expect(
        await costOf(shop, 'supplier:tiny-cloud', '2026-11', 'accrued'),
      ).toEqual({ USD: '8.00' });
      await delivered(shop, billOf([{ ...row, EffectiveCost: '9' }]));
      const detail = await shop.register.get('finance', path);
      expect(detail.body.record).not.toHaveProperty('retiredAt');
      expect(detail.body.history[0]).toMatchObject({ action: 'restored' });
      expect(
        await costOf(shop, 'supplier:tiny-cloud', '2026-11', 'accrued'),
      ).toEqual({ USD: '9.00' });
    });

    it('keeps what people decided about its records', async () => {
      const row = { BillingAccountId: 'edited', EffectiveCost: '4' };
      await delivered(shop, billOf([row]));
      const { record_id } = await shop
        .knex('cloud_amounts')
        .orderBy('delivery_id', 'desc')
        .first('record_id');
      const { ref } = await shop
        .knex('records')
        .where('id', record_id)
        .first('ref');
      const path = `/records/${ref.replace(':', '/')}`;
      const read = await shop.register.get('finance', path);
      const changed = await shop.register
        .put('finance', path)
        .set('If-Match', read.headers.etag)
        .send({
          title: 'The sandbox',
          spec: {
            ...read.body.spec,
            services: [{ ref: 'component:default/lonely' }],
          },
          effectiveFrom: '2026-09-01',
        });
      expect([changed.status, changed.body.error?.message]).toEqual([
        200,
        undefined,
      ]);
      await delivered(shop, billOf([{ ...row, EffectiveCost: '6' }]));
      expect(
        await costOf(shop, 'component:default/lonely', '2026-09', 'accrued'),
      ).toMatchObject({ USD: '6.00' });
      const after = await shop.register.get('finance', path);
      expect(after.body.record.title).toBe('The sandbox');
      expect(await checkReadModel({ database: shop.knex })).toMatchObject({
        equal: true,
      });
    });

    it('can be taken back', async () => {
      const { deliveries } = await delivered(
        shop,
        billOf([
          { BillingAccountId: 'back', BilledCost: '5', EffectiveCost: '5' },
        ]),
      );
      const path = `/cloud-billing/deliveries/${deliveries[0].id}`;
      const before = await costOf(shop, 'all', '2026-09', 'accrued');
      expect((await shop.register.delete('finance', path)).status).toBe(204);
      const after = await costOf(shop, 'all', '2026-09', 'accrued');
      expect(Number(before.USD) - Number(after.USD)).toBeCloseTo(5, 5);
      expect((await shop.register.delete('finance', path)).status).toBe(404);
      expect(shop.register.auditor.createEvent).toHaveBeenCalledWith(
        expect.objectContaining({
          eventId: 'cloud-billing-take-back',
          meta: { id: deliveries[0].id },
        }),
      );
    });

    it('has sums that are those of its services and what is unallocated', async () => {
      const { body } = await shop.register.get(
        'finance',
        '/costs?of=supplier:amazon&from=2026-09&to=2026-10&by=service&view=accrued',
      );
      const cents = (text: string) => BigInt(text.replace('.', ''));
      const sumOf = (series: { currency: string; total: string }[]) =>
        series.reduce(
          (sum, one) => (one.currency === 'USD' ? sum + cents(one.total) : sum),
          0n,
        );
      expect(
        body.groups.reduce(
          (sum: bigint, group: { series: { booked: [] } }) =>
            sum + sumOf(group.series.booked),
          0n,
        ),
      ).toBe(sumOf(body.total.booked));
      const inForce = await shop
        .knex('cloud_deliveries')
        .whereNull('ended_at')
        .where('provider', 'AWS')
        .sum('effective_minor as minor')
        .first();
      expect(sumOf(body.total.booked)).toBe(BigInt(String(inForce?.minor)));
    });
  },
  { itam: billingConfig },
);

describeShop(
  'who sees bills of a cloud',
  [savingsPlan],
  shop => {
    const path = '/cloud-billing/deliveries';

    it('is who may import; sums only for who sees all costs', async () => {
      await delivered(shop, billOf(SEPTEMBER), { fileName: 'september.csv' });
      const finance = await shop.register.get('finance', path);
      expect(finance.body.items[0].billed.exact).toBe('10.00000012');
      const manager = await shop.register.get('manager', path);
      expect(manager.body.items[0]).toMatchObject({ rows: 6, records: 3 });
      expect(JSON.stringify(manager.body)).not.toMatch(/10\.0|3\.99|9\.995/);
      for (const persona of ['member', 'denied'] as const) {
        expect((await shop.register.get(persona, path)).status).toBe(403);
        expect(
          (await deliver(shop, billOf(SEPTEMBER), { persona })).status,
        ).toBe(403);
        expect((await shop.register.delete(persona, `${path}/1`)).status).toBe(
          403,
        );
      }
      expect((await shop.register.get('anonymous', path)).status).toBe(401);
      expect((await deliver(shop, '', { persona: 'broken' })).status).toBe(503);
    });

    it('and the records as every other record', async () => {
      const { body } = await shop.register.get(
        'finance',
        '/records?vendor=amazon&kind=Asset',
      );
      const refOf = (owner: string): string =>
        body.items.find(
          (one: { owner: { ref: string } }) =>
            one.owner.ref === `group:default/${owner}`,
        ).ref;
      const bills = async (
        persona: 'member' | 'manager' | 'other' | 'denied',
        owner: string,
      ) => {
        const ref = refOf(owner).replace(':', '/');
        const answer = await shop.register.get(
          persona,
          `/records/${ref}/bills`,
        );
        return answer.status === 200
          ? answer.body.items[0].effective?.exact ?? 'hidden'
          : answer.status;
      };
      // An engineer of payments, a manager of payments and storefront.
      expect([
        await bills('member', 'payments'),
        await bills('member', 'other'),
        await bills('manager', 'storefront'),
        await bills('manager', 'other'),
        await bills('other', 'other'),
        await bills('denied', 'other'),
      ]).toEqual(['3.00666', 404, '2.9983301', 404, '3.9900102', 404]);
      expect(
        await costOf(shop, PAYMENTS, '2026-09', 'accrued', 'member'),
      ).toMatchObject({ USD: '3.01' });
      const refused = await shop.register.get(
        'member',
        '/costs?of=group:default/other&from=2026-09&to=2026-09',
      );
      expect(refused.status).toBe(403);
    });

    it('pages, and takes no cursor of another list', async () => {
      await delivered(
        shop,
        billOf(['a', 'b'].map(BillingAccountId => ({ BillingAccountId }))),
      );
      const first = await shop.register.get('finance', `${path}?limit=2`);
      expect(first.body.items).toHaveLength(2);
      const { nextCursor } = first.body;
      const second = await shop.register.get(
        'finance',
        `${path}?limit=2&cursor=${nextCursor}`,
      );
      expect(second.body.items).toHaveLength(1);
      expect(second.body).not.toHaveProperty('nextCursor');
      const other = await shop.register.get(
        'finance',
        `${path}?billingAccount=a&cursor=${nextCursor}`,
      );
      expect(other.status).toBe(400);
      const one = await shop.register.get(
        'finance',
        `${path}?billingAccount=a`,
      );
      expect(one.body.items).toHaveLength(1);
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
