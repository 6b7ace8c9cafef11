import {
  billingConfig,
  billOf,
  costOf,
  delivered,
  savingsPlan,
  type BillRow,
} from './__testUtils__/cloudBills';
import { SEPTEMBER, TAGGED, WEB } from './__testUtils__/septemberBill';
import { describeShop } from './__testUtils__/shopRegister';
import { checkReadModel } from '../usecases/costs/recomputeReadModel';

describeShop(
  'a bill of a cloud after another',
  [savingsPlan],
  shop => {
    beforeAll(async () => {
      await delivered(shop, billOf(SEPTEMBER), { fileName: 'september.csv' });
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
