import {
  deliverSoftware,
  deliverSpend,
  editor,
  itemOf,
  rulesOf,
  seen,
} from './__testUtils__/discoveries';
import { describeShop } from './__testUtils__/shopRegister';

describeShop('discoveries', [editor], shop => {
  const decide = async (id: number, what: string, etag: string, body: object) =>
    await shop.register
      .post('finance', `/discoveries/${id}/${what}`)
      .set('If-Match', etag)
      .send(body);

  it('match software with products, and tell what nothing is behind', async () => {
    const answer = await deliverSoftware(shop, [
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
    expect(await itemOf(shop, 'dropbox')).toMatchObject({
      kind: 'software',
      name: 'Dropbox 190.4',
      state: 'unmatched',
      devices: 2,
      users: 2,
      matches: [],
    });
    expect(await rulesOf(shop, 'kind=Discovery')).toContainEqual([
      'discovered-product-unmatched',
      expect.stringContaining('"Dropbox 190.4" was found on 2 devices'),
    ]);
    // The laptop's holder has no seat of the editor's licence.
    expect((await rulesOf(shop, 'record=asset:default/laptop')).sort()).toEqual(
      [
        ['software-unmatched', expect.stringContaining('"Dropbox 190.4"')],
        [
          'software-without-seat',
          expect.stringContaining('"Fancy Editor 4.2.1"'),
        ],
      ],
    );
    const owner = await shop.register.get(
      'member',
      '/findings?record=asset:default/laptop&area=shadow-it',
    );
    expect(owner.body.totalItems).toBe(2);
  });

  it('take the same list once', async () => {
    const entries = [seen('Zoom', { device: 'HW-2' })];
    const first = await deliverSoftware(shop, entries, 'list-1');
    const again = await deliverSoftware(shop, entries, 'list-1');
    expect(again.text).toBe(first.text);
    expect(
      (await deliverSoftware(shop, [seen('Zoom', { user: 'x' })], 'list-1'))
        .status,
    ).toBe(422);
    expect((await deliverSoftware(shop, entries)).body).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 1,
    });
    const later = await deliverSoftware(shop, [
      seen('Zoom', { device: 'HW-2', lastSeen: '2026-10-12' }),
      seen('zoom 6.0', { device: 'HW-2', lastSeen: '2026-10-14' }),
    ]);
    expect(later.body).toMatchObject({ added: 0, changed: 1, unchanged: 0 });
    expect((await itemOf(shop, 'zoom')).lastSeen).toBe('2026-10-14');
  });

  it('follow the register: a licence bought, a device registered', async () => {
    const { register } = shop;
    await deliverSoftware(shop, [seen('Sketch 99.1', { device: 'SER-9' })]);
    const before = await itemOf(shop, 'sketch');
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
    expect(await rulesOf(shop, 'record=asset:default/tablet')).toEqual([
      ['software-without-seat', expect.stringContaining('"Sketch 99.1"')],
    ]);
    expect(await itemOf(shop, 'sketch')).toMatchObject({
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
    expect(await rulesOf(shop, 'record=asset:default/tablet')).toEqual([
      ['software-unmatched', expect.stringContaining('"Sketch 99.1"')],
    ]);
  });

  it('are mapped and dismissed by people, for later lists too', async () => {
    await deliverSoftware(shop, [
      seen('FE Pro', { device: 'HW-2' }),
      seen('Calc', { device: 'HW-2' }),
    ]);
    const fe = await itemOf(shop, 'fe pro');
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
    const calc = await itemOf(shop, 'calc');
    const dismissed = await decide(calc.id, 'dismiss', '"1"', {
      reason: 'Part of the system',
    });
    expect(dismissed.body.discovery.state).toBe('dismissed');
    const next = await deliverSoftware(shop, [
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
      JSON.stringify(await rulesOf(shop, 'record=asset:default/laptop')),
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
      JSON.stringify(await rulesOf(shop, 'record=asset:default/laptop')),
    ).toMatch(/Calc/);
    await deliverSpend(shop, [
      {
        date: '2026-09-03',
        supplier: 'Miro B.V.',
        amount: { amount: '77.31', currency: 'EUR' },
      },
    ]);
    const supplier = await itemOf(shop, 'miro');
    const toDell = await decide(supplier.id, 'map', '"1"', { to: 'dell' });
    expect(toDell.body.discovery).toMatchObject({ matches: ['dell'] });
  });

  it('say everything that is wrong with a list', async () => {
    const refused = await deliverSoftware(shop, [
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
    const money = await deliverSpend(shop, [
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
