import { describeShop } from './__testUtils__/shopRegister';

const DB = '/records/asset/default/db/servicings';
const LAPTOP = '/records/asset/default/laptop/servicings';

const repair = {
  date: '2026-10-03',
  kind: 'repair',
  title: 'New power supply',
  cost: { amount: '120.00', currency: 'EUR' },
  vendor: 'dell',
  invoice: 'INV-7',
  nextDue: '2027-04-01',
};

describeShop('servicings', [], shop => {
  const monthOf = async (of: string, month: string) => {
    const { body } = await shop.register.get(
      'finance',
      `/costs?of=${of}&from=${month}&to=${month}&by=category`,
    );
    return body;
  };
  const servicingOf = async (of: string, month: string) => {
    const { groups } = await monthOf(of, month);
    const found = groups.find(
      (one: { key: string }) => one.key === 'servicing',
    );
    return found?.series.booked ?? [];
  };

  it('are part of every cost at once, and of none once taken back', async () => {
    const { register, knex } = shop;
    const before = await monthOf('all', '2026-10');
    const added = await register.post('finance', DB).send(repair);
    expect(added.status).toBe(201);
    expect(added.body).toEqual({
      id: expect.any(Number),
      ...repair,
      recordedAt: '2026-10-15T12:00:00.000Z',
      recordedBy: 'user:default/finance',
    });
    for (const of of [
      'asset:default/db',
      'group:default/commerce',
      'supplier:dell',
      'all',
    ]) {
      expect([of, await servicingOf(of, '2026-10')]).toEqual([
        of,
        [expect.objectContaining({ currency: 'EUR', months: ['120.00'] })],
      ]);
    }
    // 60 % of the record are the service's.
    expect(
      await servicingOf('component:default/payments-api', '2026-10'),
    ).toEqual([expect.objectContaining({ months: ['72.00'] })]);

    const detail = await register.get('finance', '/records/asset/default/db');
    expect(detail.body.ownershipCost.items).toContainEqual({
      item: 'servicings',
      amounts: [{ amount: '120.00', currency: 'EUR' }],
    });
    expect(detail.body.history[0]).toMatchObject({
      action: 'servicing-added',
      actor: 'user:default/finance',
      changes: [`servicings[${added.body.id}]`],
    });
    expect(detail.body.record.monthlyCost).toEqual([
      { amount: '220.00', currency: 'EUR' },
    ]);

    const removed = await register.delete('finance', `${DB}/${added.body.id}`);
    expect(removed.status).toBe(204);
    expect(await monthOf('all', '2026-10')).toEqual(before);
    const list = await register.get('finance', DB);
    expect(list.body).toEqual({ items: [], canAdd: true });
    const kept = await knex('servicings').first('voided_by', 'voided_at');
    expect(kept).toEqual({
      voided_by: 'user:default/finance',
      voided_at: '2026-10-15T12:00:00.000Z',
    });
    const again = await register.delete('finance', `${DB}/${added.body.id}`);
    expect(again.status).toBe(404);
  });

  it('lists the newest first, amounts only for those who may see them', async () => {
    const { register } = shop;
    const older = await register.post('manager', LAPTOP).send({
      ...repair,
      date: '2026-03-01',
      title: 'Battery',
      cost: { amount: '80.50', currency: 'USD' },
    });
    const newer = await register
      .post('manager', LAPTOP)
      .send({ date: '2026-09-01', kind: 'inspection', title: 'Yearly check' });
    expect([older.status, newer.status]).toEqual([201, 201]);
    const seen = await register.get('manager', LAPTOP);
    expect(seen.body.canAdd).toBe(true);
    expect(
      seen.body.items.map((item: { title: string }) => item.title),
    ).toEqual(['Yearly check', 'Battery']);
    expect(seen.body.items[1].cost).toEqual({
      amount: '80.50',
      currency: 'USD',
    });
    expect(seen.body.items[0]).not.toHaveProperty('cost');

    const holder = await register.get('member', LAPTOP);
    expect(holder.body.canAdd).toBe(false);
    expect(holder.body.items).toHaveLength(2);
    expect(holder.text).not.toMatch(/80\.50|USD/);
  });

  it('costs in its month when it is planned', async () => {
    const { register } = shop;
    const planned = await register.post('finance', DB).send({
      date: '2027-02-10',
      kind: 'inspection',
      title: 'Yearly inspection',
      cost: { amount: '300.00', currency: 'EUR' },
    });
    expect(planned.status).toBe(201);
    expect(await servicingOf('asset:default/db', '2027-02')).toEqual([
      expect.objectContaining({ months: ['300.00'] }),
    ]);
    expect(await servicingOf('asset:default/db', '2026-10')).toEqual([]);
    await register.delete('finance', `${DB}/${planned.body.id}`);
  });

  it('has one effect for one key, however often it is sent', async () => {
    const { register, knex } = shop;
    const send = (body: object) =>
      register.post('finance', DB).set('Idempotency-Key', 'k-1').send(body);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => send(repair)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(5).fill(201));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    const rows = await knex('servicings')
      .where('title', repair.title)
      .whereNull('voided_at');
    expect(rows).toHaveLength(1);
    const other = await send({ ...repair, title: 'Another one' });
    expect(other.status).toBe(422);
    await register.delete('finance', `${DB}/${answers[0].body.id}`);
  });

  it('keeps what several add at once', async () => {
    const { register } = shop;
    const answers = await Promise.all(
      ['1.00', '2.00', '3.00', '4.00'].map(amount =>
        register.post('finance', DB).send({
          ...repair,
          date: '2026-05-05',
          cost: { amount, currency: 'EUR' },
        }),
      ),
    );
    expect(await servicingOf('asset:default/db', '2026-05')).toEqual([
      expect.objectContaining({ months: ['10.00'] }),
    ]);
    for (const { body } of answers) {
      await register.delete('finance', `${DB}/${body.id}`);
    }
    expect(await servicingOf('asset:default/db', '2026-05')).toEqual([]);
  });

  it('says everything that is wrong at once, without amounts', async () => {
    const { register, knex } = shop;
    const { status, body } = await register.post('finance', DB).send({
      date: '2026-02-30',
      kind: 'repair',
      title: 'A\u202Eb',
      cost: { amount: '12.345', currency: 'EUR' },
      vendor: 'Dell Inc',
      invoice: '  ',
      nextDue: '2026-13-01',
    });
    expect(status).toBe(400);
    for (const path of [
      'date',
      'title',
      'cost.amount',
      'vendor',
      'invoice',
      'nextDue',
    ]) {
      expect(body.error.message).toContain(`- ${path}:`);
    }
    expect(body.error.message).not.toContain('12.345');
    expect(await knex('servicings').where('title', 'like', 'A%')).toEqual([]);
  });

  it.each([
    [{ cost: { amount: '1.00', currency: 'XXY' } }, 'cost.currency'],
    [{ cost: { amount: '-1.00', currency: 'EUR' } }, 'cost.amount'],
    [{ cost: { amount: '1e3', currency: 'EUR' } }, 'cost.amount'],
    [{ cost: { amount: '10.50', currency: 'JPY' } }, 'cost.amount'],
    [{ cost: { amount: '9'.repeat(16), currency: 'EUR' } }, 'cost.amount'],
    [{ date: '2031-10-16' }, 'date'],
    [{ date: '1899-12-31' }, 'date'],
    [{ nextDue: '2026-10-02' }, 'nextDue'],
    [{ kind: 'cleaning' }, 'kind'],
    [{ title: '' }, 'title'],
    [{ id: 7 }, 'additional'],
  ])('refuses %j', async (change, named) => {
    const { status, body } = await shop.register
      .post('finance', DB)
      .send({ ...repair, ...change });
    expect(status).toBe(400);
    expect(body.error.message).toContain(named);
  });

  it.each([
    ['anonymous', DB, 401],
    ['member', DB, 403],
    ['narrow', '/records/asset/default/secret/servicings', 404],
    ['finance', '/records/asset/default/nothing/servicings', 404],
    ['broken', DB, 503],
  ] as const)('answers %s at %s with %d', async (persona, path, expected) => {
    const { register } = shop;
    const posted = await register.post(persona, path).send(repair);
    expect(posted.status).toBe(expected);
    const removed = await register.delete(persona, `${path}/1`);
    expect(removed.status).toBe(expected);
    const read = await register.get(persona, path);
    expect(read.status).toBe(expected === 403 ? 200 : expected);
  });

  it.each([999_999, 99_999_999_999])('knows no servicing %d', async id => {
    const { status } = await shop.register.delete('finance', `${DB}/${id}`);
    expect(status).toBe(404);
  });

  it('leaves a trace without amounts', async () => {
    const { register } = shop;
    register.auditor.createEvent.mockClear();
    const { body } = await register.post('finance', DB).send(repair);
    await register.delete('finance', `${DB}/${body.id}`);
    const events = register.auditor.createEvent.mock.calls.map(
      ([{ eventId, meta }]) => ({ eventId, meta }),
    );
    expect(events).toEqual([
      { eventId: 'servicing-add', meta: { ref: 'asset:default/db' } },
      {
        eventId: 'servicing-void',
        meta: { ref: 'asset:default/db', id: body.id },
      },
    ]);
  });

  // Last, since it closes months for all.
  it('of a closed month costs in the first open one', async () => {
    const { register } = shop;
    const { headers } = await register.get('finance', '/closing');
    const closed = await register
      .put('finance', '/closing')
      .set('If-Match', headers.etag)
      .send({ closedThrough: '2026-08' });
    expect(closed.status).toBe(200);
    const before = await monthOf('asset:default/db', '2026-05');
    const late = await register
      .post('finance', DB)
      .send({ ...repair, date: '2026-05-05' });
    expect(late.status).toBe(201);
    expect(await monthOf('asset:default/db', '2026-05')).toEqual(before);
    const { groups } = await monthOf('asset:default/db', '2026-09');
    expect(groups).toContainEqual(
      expect.objectContaining({
        key: 'adjustment',
        series: expect.objectContaining({
          booked: [expect.objectContaining({ months: ['120.00'] })],
        }),
      }),
    );
  });
});
