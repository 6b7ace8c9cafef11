import {
  deliverSpend,
  editor,
  itemOf,
  rulesOf,
  seen,
} from './__testUtils__/discoveries';
import { describeShop } from './__testUtils__/shopRegister';

describeShop('discoveries', [editor], shop => {
  it('set spend beside what the records of the supplier charge', async () => {
    const { register } = shop;
    const price = (amount: string) => ({
      type: 'subscription',
      product: 'Whiteboards',
      vendor: 'chalk-and-talk',
      owner: 'group:default/payments',
      metric: 'named-user',
      quantity: 2,
      term: { start: '2026-01-01', end: '2026-12-31' },
      financials: {
        price: { amount, currency: 'EUR', per: 'unit', every: 'month' },
      },
    });
    const license = await register.post('finance', '/records').send({
      kind: 'License',
      name: 'whiteboards',
      spec: price('10.00'),
    });
    expect(license.status).toBe(201);
    const paid = (id: string, date: string, amount: string) => ({
      id,
      date,
      supplier: 'Chalk and Talk Ltd.',
      amount: { amount, currency: 'EUR' },
    });
    const beyond = async () =>
      (await rulesOf(shop, 'kind=Discovery')).filter(
        ([rule]: string[]) => rule === 'spend-beyond-charges',
      );
    await deliverSpend(shop, [
      paid('C-1', '2026-03-03', '20.00'),
      paid('C-2', '2026-04-02', '60.00'),
    ]);
    // Four months of 20.00 are charged: one before and one after included.
    expect(await beyond()).toEqual([]);
    await deliverSpend(shop, [paid('C-3', '2026-04-20', '4.01')]);
    expect(await beyond()).toEqual([
      [
        'spend-beyond-charges',
        expect.stringMatching(
          /More is spent with "Chalk and Talk Ltd." in EUR/,
        ),
      ],
    ]);

    const { id } = await itemOf(shop, 'chalk');
    const amount = (text: string) => ({ amount: text, currency: 'EUR' });
    const seenByFinance = await register.get('finance', `/discoveries/${id}`);
    expect(seenByFinance.body.months).toEqual([
      {
        month: '2026-05',
        spent: amount('0.00'),
        charged: amount('20.00'),
        difference: amount('-20.00'),
      },
      {
        month: '2026-04',
        spent: amount('64.01'),
        charged: amount('20.00'),
        difference: amount('44.01'),
      },
      {
        month: '2026-03',
        spent: amount('20.00'),
        charged: amount('20.00'),
        difference: amount('0.00'),
      },
      {
        month: '2026-02',
        spent: amount('0.00'),
        charged: amount('20.00'),
        difference: amount('-20.00'),
      },
    ]);
    const seenByManager = await register.get('manager', `/discoveries/${id}`);
    expect(seenByManager.status).toBe(200);
    expect(seenByManager.body).not.toHaveProperty('months');

    const dearer = await register
      .put('finance', '/records/license/default/whiteboards')
      .set('If-Match', license.headers.etag)
      .send({ spec: price('12.00') });
    expect(dearer.status).toBe(200);
    expect(await beyond()).toEqual([]);
  });

  it('match spend with suppliers, and show amounts to who may see all', async () => {
    const { register } = shop;
    const miro = {
      id: 'B-1',
      date: '2026-09-03',
      supplier: 'Miro B.V.',
      text: 'Boards',
      amount: { amount: '77.31', currency: 'EUR' },
      costCenter: 'CC-1',
    };
    const answer = await deliverSpend(shop, [
      miro,
      { ...miro, id: 'B-2', amount: { amount: '-7.31', currency: 'EUR' } },
      {
        date: '2026-09-04',
        supplier: 'GitHub, Inc.',
        amount: { amount: '21.00', currency: 'USD' },
      },
      {
        date: '2026-09-04',
        supplier: 'Lenovo',
        amount: { amount: '21.00', currency: 'USD' },
      },
    ]);
    expect(answer.body).toMatchObject({
      added: 4,
      states: expect.arrayContaining([
        { state: 'matched', items: 2 },
        { state: 'unmatched', items: 1 },
      ]),
    });
    const item = await itemOf(shop, 'miro');
    expect(item).toMatchObject({
      lines: 2,
      spent: [{ amount: '70.00', currency: 'EUR' }],
      state: 'unmatched',
    });
    expect(await itemOf(shop, 'github')).toMatchObject({ matches: ['github'] });
    const found = await rulesOf(shop, 'kind=Discovery');
    expect(found).toContainEqual([
      'spend-unmatched',
      expect.stringContaining('2 entries of spend with "Miro B.V."'),
    ]);
    expect(found).toContainEqual([
      'spend-without-agreement',
      expect.stringContaining('"Lenovo"'),
    ]);
    expect(JSON.stringify(found)).not.toMatch(/77\.31|70\.00/);
    const corrected = await deliverSpend(shop, [
      { ...miro, amount: { amount: '80.00', currency: 'EUR' } },
      { ...miro, amount: { amount: '80.00', currency: 'EUR' } },
    ]);
    expect(corrected.body).toMatchObject({ added: 0, changed: 1 });
    const csv = await register.get(
      'finance',
      '/discoveries?format=csv&kind=spend',
    );
    expect(csv.text).toMatch(/72\.69 EUR/);
    // Who may import may see what was found, not all that was spent.
    const imports = await register.get('manager', '/discoveries?kind=spend');
    expect(imports.status).toBe(200);
    expect(imports.text).toContain('Miro');
    expect(imports.text).not.toMatch(/72\.69|amount/);
    for (const persona of ['member', 'denied'] as const) {
      const refused = await register.get(persona, '/discoveries');
      expect(refused.status).toBe(403);
      const findings = await register.get(persona, '/findings?kind=Discovery');
      expect(findings.body.totalItems).toBe(0);
      const posted = await register
        .post(persona, '/discoveries/software')
        .send({ source: 'x', entries: [seen('A', { user: 'b' })] });
      expect(posted.status).toBe(403);
    }
  });
});
