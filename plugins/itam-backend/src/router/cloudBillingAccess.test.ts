import {
  billingConfig,
  billOf,
  costOf,
  deliver,
  delivered,
  savingsPlan,
} from './__testUtils__/cloudBills';
import { PAYMENTS, SEPTEMBER } from './__testUtils__/septemberBill';
import { describeShop } from './__testUtils__/shopRegister';

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
