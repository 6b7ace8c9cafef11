import { record } from './__testUtils__/shop';
import { describeShop } from './__testUtils__/shopRegister';

const editor = record('License', 'editor', {
  type: 'subscription',
  product: 'Fancy Editor',
  publisher: 'Fancy Software GmbH',
  vendor: 'fancy-software',
  owner: 'group:default/payments',
  metric: 'named-user',
  quantity: 5,
  term: { start: '2026-01-01', end: '2026-12-31' },
  assignments: [{ to: 'user:default/manager' }],
});

const seen = (name: string, more: object = {}) => ({
  name,
  lastSeen: '2026-10-10',
  ...more,
});

describeShop('discoveries', [editor], shop => {
  const deliver = async (entries: object[], key?: string) => {
    const request = shop.register.post('service', '/discoveries/software');
    if (key) {
      request.set('Idempotency-Key', key);
    }
    return await request.send({ source: 'agent', entries });
  };
  const spend = async (entries: object[], source = 'ledger') =>
    await shop.register
      .post('finance', '/discoveries/spend')
      .send({ source, entries });
  const itemOf = async (name: string) => {
    const { body } = await shop.register.get(
      'finance',
      `/discoveries?q=${encodeURIComponent(name)}`,
    );
    expect(body.items).toHaveLength(1);
    return body.items[0];
  };
  const rulesOf = async (query: string) => {
    const { body } = await shop.register.get(
      'finance',
      `/findings?limit=500&area=shadow-it&${query}`,
    );
    return body.items.map(
      ({ rule, message }: { rule: string; message: string }) => [rule, message],
    );
  };
  const decide = async (id: number, what: string, etag: string, body: object) =>
    await shop.register
      .post('finance', `/discoveries/${id}/${what}`)
      .set('If-Match', etag)
      .send(body);

  it('match software with products, and tell what nothing is behind', async () => {
    const answer = await deliver([
      seen('Fancy Editor 4.2.1', {
        device: 'HW-2',
        publisher: 'Fancy Software',
      }),
      seen('Dropbox 190.4', { device: 'HW-2', user: 'member' }),
      seen('Dropbox 191.0', {
        device: 'unknown-17',
        user: 'user:default/other',
      }),
      seen('Fancy Editor', { user: 'manager', publisher: 'Quite Another Inc' }),
    ]);
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      added: 4,
      changed: 0,
      unchanged: 0,
      states: [
        { state: 'matched', items: 1 },
        { state: 'unmatched', items: 2 },
        { state: 'ambiguous', items: 0 },
        { state: 'dismissed', items: 0 },
      ],
    });
    expect(await itemOf('dropbox')).toMatchObject({
      kind: 'software',
      name: 'Dropbox 190.4',
      state: 'unmatched',
      devices: 2,
      users: 2,
      matches: [],
    });
    expect(await rulesOf('kind=Discovery')).toContainEqual([
      'discovered-product-unmatched',
      expect.stringContaining('"Dropbox 190.4" was found on 2 devices'),
    ]);
    // The laptop's holder has no seat of the editor's licence.
    expect((await rulesOf('record=asset:default/laptop')).sort()).toEqual([
      ['software-unmatched', expect.stringContaining('"Dropbox 190.4"')],
      [
        'software-without-seat',
        expect.stringContaining('"Fancy Editor 4.2.1"'),
      ],
    ]);
    const owner = await shop.register.get(
      'member',
      '/findings?record=asset:default/laptop&area=shadow-it',
    );
    expect(owner.body.totalItems).toBe(2);
  });

  it('take the same list once', async () => {
    const entries = [seen('Zoom', { device: 'HW-2' })];
    const first = await deliver(entries, 'list-1');
    const again = await deliver(entries, 'list-1');
    expect(again.text).toBe(first.text);
    expect(
      (await deliver([seen('Zoom', { user: 'x' })], 'list-1')).status,
    ).toBe(422);
    expect((await deliver(entries)).body).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 1,
    });
    const later = await deliver([
      seen('Zoom', { device: 'HW-2', lastSeen: '2026-10-12' }),
      seen('zoom 6.0', { device: 'HW-2', lastSeen: '2026-10-14' }),
    ]);
    expect(later.body).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
    expect((await itemOf('zoom')).lastSeen).toBe('2026-10-14');
  });

  it('follow the register: a licence bought, a device registered', async () => {
    const { register } = shop;
    await deliver([seen('Sketch 99.1', { device: 'SER-9' })]);
    const before = await itemOf('sketch');
    expect(before.state).toBe('unmatched');
    const license = await register.post('finance', '/records').send({
      kind: 'License',
      name: 'sketch',
      spec: {
        type: 'subscription',
        product: 'Sketch',
        owner: 'group:default/payments',
        metric: 'device',
        quantity: 1,
        term: { start: '2026-01-01', end: '2026-12-31' },
      },
    });
    expect(license.status).toBe(201);
    const device = await register.post('finance', '/records').send({
      kind: 'Asset',
      name: 'tablet',
      spec: {
        class: 'hardware',
        type: 'tablet',
        stage: 'maintenance',
        status: 'in-use',
        owner: 'group:default/payments',
        assignee: 'group:default/payments',
        serialNumber: 'SER-9',
        manufacturer: 'Apple',
        model: 'Pad',
        inService: '2026-01-01',
      },
    });
    expect(device.status).toBe(201);
    expect(await rulesOf('record=asset:default/tablet')).toEqual([
      ['software-without-seat', expect.stringContaining('"Sketch 99.1"')],
    ]);
    expect(await itemOf('sketch')).toMatchObject({
      state: 'matched',
      matchedBy: 'name',
      matches: ['license:default/sketch'],
    });
    const detail = await register.get('finance', `/discoveries/${before.id}`);
    expect(detail.body.sightings).toEqual([
      {
        name: 'Sketch 99.1',
        device: 'SER-9',
        record: 'asset:default/tablet',
        lastSeen: '2026-10-10',
        source: 'agent',
      },
    ]);
    const retired = await register
      .delete('finance', '/records/license/default/sketch?reason=Gone')
      .set('If-Match', license.headers.etag);
    expect(retired.status).toBe(204);
    expect(await rulesOf('record=asset:default/tablet')).toEqual([
      ['software-unmatched', expect.stringContaining('"Sketch 99.1"')],
    ]);
  });

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
      (await rulesOf('kind=Discovery')).filter(
        ([rule]: string[]) => rule === 'spend-beyond-charges',
      );
    await spend([
      paid('C-1', '2026-03-03', '20.00'),
      paid('C-2', '2026-04-02', '60.00'),
    ]);
    // Four months of 20.00 are charged: one before and one after included.
    expect(await beyond()).toEqual([]);
    await spend([paid('C-3', '2026-04-20', '4.01')]);
    expect(await beyond()).toEqual([
      [
        'spend-beyond-charges',
        expect.stringMatching(
          /More is spent with "Chalk and Talk Ltd." in EUR/,
        ),
      ],
    ]);

    const { id } = await itemOf('chalk');
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
    const answer = await spend([
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
    const item = await itemOf('miro');
    expect(item).toMatchObject({
      lines: 2,
      spent: [{ amount: '70.00', currency: 'EUR' }],
      state: 'unmatched',
    });
    expect(await itemOf('github')).toMatchObject({ matches: ['github'] });
    const found = await rulesOf('kind=Discovery');
    expect(found).toContainEqual([
      'spend-unmatched',
      expect.stringContaining('2 entries of spend with "Miro B.V."'),
    ]);
    expect(found).toContainEqual([
      'spend-without-agreement',
      expect.stringContaining('"Lenovo"'),
    ]);
    expect(JSON.stringify(found)).not.toMatch(/77\.31|70\.00/);
    const corrected = await spend([
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

  it('are mapped and dismissed by people, for later lists too', async () => {
    await deliver([
      seen('FE Pro', { device: 'HW-2' }),
      seen('Calc', { device: 'HW-2' }),
    ]);
    const fe = await itemOf('fe pro');
    const unknown = await decide(fe.id, 'map', '"1"', { to: 'Nothing' });
    expect(unknown.status).toBe(400);
    expect(unknown.text).toMatch(/to: allowed: the product of a licence/);
    expect((await decide(fe.id, 'map', '"9"', { to: 'x' })).status).toBe(412);
    const mapped = await decide(fe.id, 'map', '"1"', { to: 'fancy editor' });
    expect(mapped.status).toBe(200);
    expect(mapped.body.discovery).toMatchObject({
      state: 'matched',
      matchedBy: 'person',
      mappedTo: 'fancy editor',
      matches: ['license:default/editor'],
      decidedBy: 'user:default/finance',
      version: 2,
    });
    const calc = await itemOf('calc');
    const dismissed = await decide(calc.id, 'dismiss', '"1"', {
      reason: 'Part of the system',
    });
    expect(dismissed.body.discovery.state).toBe('dismissed');
    const next = await deliver([
      seen('FE Pro 2.0', { device: 'HW-2', lastSeen: '2026-10-15' }),
      seen('Calc', { device: 'HW-2', lastSeen: '2026-10-15' }),
    ]);
    expect(next.body.states).toEqual(
      expect.arrayContaining([
        { state: 'matched', items: 1 },
        { state: 'dismissed', items: 1 },
      ]),
    );
    expect(
      JSON.stringify(await rulesOf('record=asset:default/laptop')),
    ).not.toMatch(/Calc/);
    const reopened = await decide(calc.id, 'reopen', '"2"', {
      reason: 'It is a game',
    });
    expect(reopened.body.discovery).toMatchObject({ state: 'unmatched' });
    expect(reopened.body.discovery).not.toHaveProperty('decidedBy');
    expect(
      (await decide(calc.id, 'reopen', '"3"', { reason: 'x' })).status,
    ).toBe(409);
    expect(
      JSON.stringify(await rulesOf('record=asset:default/laptop')),
    ).toMatch(/Calc/);
    const supplier = await itemOf('miro');
    const toDell = await decide(supplier.id, 'map', '"1"', { to: 'dell' });
    expect(toDell.body.discovery).toMatchObject({ matches: ['dell'] });
  });

  it('say everything that is wrong with a list', async () => {
    const refused = await deliver([
      seen('!!!', { device: 'a' }),
      seen('Fine'),
      seen('Late', { user: 'x', lastSeen: '2026-10-16' }),
      seen('Odd', { user: 'a:b:c', lastSeen: '2026-02-30' }),
    ]);
    expect(refused.status).toBe(400);
    expect(refused.text).toMatch(/entries\[0\]\.name/);
    expect(refused.text).toMatch(/entries\[1\]: allowed: a device, a user/);
    expect(refused.text).toMatch(/entries\[2\]\.lastSeen/);
    expect(refused.text).toMatch(/entries\[3\]\.lastSeen/);
    const money = await spend([
      {
        id: '1',
        date: '2026-09-03',
        supplier: '--',
        amount: { amount: '1.234', currency: 'EUR' },
      },
      {
        id: '1',
        date: '2026-09-03',
        supplier: 'Miro',
        amount: { amount: '913.77', currency: 'XXQ' },
      },
    ]);
    expect(money.status).toBe(400);
    expect(money.text).toMatch(/entries\[0\]\.supplier/);
    expect(money.text).toMatch(/entries\[0\]\.amount/);
    expect(money.text).toMatch(/entries\[1\]\.amount\.currency/);
    expect(money.text).toMatch(/entries\[1\]\.id/);
    expect(money.text).not.toMatch(/913\.77|1\.234/);
  });
});
