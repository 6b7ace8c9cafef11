import { describeShop } from './__testUtils__/shopRegister';

const chair = (location: string, more: object = {}) => ({
  class: 'hardware',
  type: 'monitor',
  stage: 'maintenance',
  status: 'in-use',
  owner: 'group:default/storefront',
  assignee: 'user:default/member',
  manufacturer: 'Dell',
  model: 'U27',
  inService: '2026-01-01',
  location,
  ...more,
});

describeShop('audits', [], shop => {
  const register = async (name: string, location: string, more?: object) => {
    const created = await shop.register.post('finance', '/records').send({
      kind: 'Asset',
      name,
      title: `Monitor ${name}`,
      spec: chair(location, { tag: `T-${name}`, ...more }),
    });
    expect([created.status, created.text]).toEqual([201, expect.anything()]);
  };
  const open = async (scope: object, key?: string) => {
    const request = shop.register.post('finance', '/audits');
    if (key) {
      request.set('Idempotency-Key', key);
    }
    return await request.send({ name: 'Berlin 2026', scope });
  };
  const observe = async (id: number, body: object) =>
    await shop.register.post('finance', `/audits/${id}/items`).send(body);
  const close = async (id: number, apply: boolean) => {
    const { headers } = await shop.register.get('finance', `/audits/${id}`);
    return await shop.register
      .post('finance', `/audits/${id}/close`)
      .set('If-Match', headers.etag)
      .send({ apply });
  };
  const countIn = (
    groups: { outcome?: string; discrepancy?: string; items: number }[],
  ) =>
    Object.fromEntries(
      groups
        .filter(({ items }) => items > 0)
        .map(one => [one.outcome ?? one.discrepancy, one.items]),
    );

  it('compare what is there with what is registered', async () => {
    const { register: api } = shop;
    for (const name of ['a', 'b', 'c', 'd']) {
      await register(name, `Berlin / ${name}`);
    }
    await register('x', 'Hamburg');
    const opened = await open({ location: 'Berlin', kind: 'Asset' });
    expect(opened.status).toBe(201);
    expect(opened.headers.etag).toBe('"1"');
    expect(opened.body).toMatchObject({
      state: 'open',
      expected: 4,
      outcomes: expect.arrayContaining([{ outcome: 'pending', items: 4 }]),
      discrepancies: [],
      openedBy: 'user:default/finance',
    });
    const { id } = opened.body;
    // What changes later is not what was expected.
    expect(
      (await observe(id, { tag: 'T-a', outcome: 'found' })).body,
    ).toMatchObject({
      outcome: 'found',
      ref: 'asset:default/a',
      seenOn: '2026-10-15',
      observedBy: 'user:default/finance',
    });
    expect(
      (
        await observe(id, {
          ref: 'b',
          outcome: 'found',
          location: 'Berlin / cellar',
          holder: 'other',
          status: 'in-repair',
          condition: 'Scratched',
        })
      ).body,
    ).toMatchObject({
      outcome: 'elsewhere',
      foundHolder: 'user:default/other',
    });
    await observe(id, { tag: 'T-c', outcome: 'found' });
    await observe(id, {
      tag: 'T-c',
      outcome: 'not-found',
      note: 'Looked twice',
    });
    const strange = await observe(id, {
      serialNumber: 'NEW-1',
      outcome: 'found',
    });
    expect(strange.body).toMatchObject({
      outcome: 'unexpected',
      expected: false,
      title: 'serial number NEW-1',
    });
    expect(
      (await observe(id, { tag: 'T-x', outcome: 'found', location: 'Berlin' }))
        .body,
    ).toMatchObject({ outcome: 'unexpected', ref: 'asset:default/x' });
    expect(
      (await observe(id, { ref: 'asset:default/db', outcome: 'found' })).body,
    ).toMatchObject({ outcome: 'unexpected' });

    const stale = await api
      .post('finance', `/audits/${id}/close`)
      .set('If-Match', '"1"')
      .send({ apply: true });
    expect(stale.status).toBe(412);
    const closed = await close(id, true);
    expect(closed.status).toBe(200);
    expect(closed.body.state).toBe('closed');
    expect(countIn(closed.body.outcomes)).toEqual({
      pending: 1,
      found: 1,
      'not-found': 1,
      elsewhere: 1,
      unexpected: 3,
    });
    expect(countIn(closed.body.discrepancies)).toEqual({
      missing: 1,
      misplaced: 1,
      'wrong-holder': 1,
      'wrong-status': 1,
      unexpected: 3,
      'not-checked': 1,
    });
    const applied = await api.get('finance', `/audits/${id}/items?limit=500`);
    expect(
      applied.body.items.map((item: { ref?: string; applied?: string }) => [
        item.ref,
        item.applied,
      ]),
    ).toEqual([
      ['asset:default/a', 'applied'],
      ['asset:default/b', 'applied'],
      ['asset:default/c', undefined],
      ['asset:default/d', undefined],
      [undefined, undefined],
      ['asset:default/x', 'applied'],
      ['asset:default/db', 'declared'],
    ]);
    const moved = await api.get('finance', '/records/asset/default/b');
    expect(moved.body.spec).toMatchObject({
      location: 'Berlin / cellar',
      lastSeen: '2026-10-15',
      assignee: 'user:default/member',
    });
    expect(moved.body.record.title).toBe('Monitor b');
    expect(moved.body.history[0]).toMatchObject({
      action: 'changed',
      actor: 'user:default/finance',
      reason: 'Audit: Berlin 2026',
      changes: expect.arrayContaining(['spec.location', 'spec.lastSeen']),
    });
    const findings = await api.get(
      'finance',
      '/findings?rule=not-in-last-audit&sort=record',
    );
    expect(
      findings.body.items.map(
        ({ subject }: { subject: { ref: string } }) => subject.ref,
      ),
    ).toEqual(['asset:default/c', 'asset:default/d']);
    const misplaced = await api.get(
      'finance',
      `/audits/${id}/items?discrepancy=misplaced`,
    );
    expect(misplaced.body.totalItems).toBe(1);
    const csv = await api.get('finance', `/audits/${id}/items?format=csv`);
    expect(csv.text.split('\r\n')[2]).toMatch(
      /^asset:default\/b,Monitor b,T-b,,yes,elsewhere,misplaced; wrong-holder; wrong-status,Berlin \/ b,Berlin \/ cellar/,
    );
  });

  it('never change once closed', async () => {
    const { register: api } = shop;
    await register('closed', 'Kiel');
    const { body } = await open({ location: 'Kiel' });
    expect((await close(body.id, false)).status).toBe(200);
    expect((await close(body.id, false)).status).toBe(409);
    const late = await observe(body.id, { tag: 'T-closed', outcome: 'found' });
    expect(late.status).toBe(409);
    const list = await api.get('finance', '/audits?state=closed&limit=1');
    expect(list.body.items[0].id).toBe(body.id);
    const next = await api.get(
      'finance',
      `/audits?state=closed&limit=1&cursor=${encodeURIComponent(
        list.body.nextCursor,
      )}`,
    );
    expect(next.body.items[0].id).toBeLessThan(body.id);
  });

  it('find an asset again that a later audit sees', async () => {
    const { register: api } = shop;
    await register('lost', 'Bonn');
    const first = await open({ location: 'Bonn' });
    await close(first.body.id, false);
    const missing = async () =>
      (
        await api.get(
          'finance',
          '/findings?rule=not-in-last-audit&record=asset:default/lost',
        )
      ).body.totalItems;
    expect(await missing()).toBe(1);
    const second = await open({ location: 'Bonn' });
    await observe(second.body.id, { tag: 'T-lost', outcome: 'found' });
    await close(second.body.id, false);
    expect(await missing()).toBe(0);
  });

  it('say what is wrong with a request', async () => {
    const { register: api } = shop;
    expect((await open({ location: 'Atlantis' })).text).toMatch(
      /scope: found 0 records; allowed: a scope with 1 to 10000 records/,
    );
    await register('w1', 'Ulm', { tag: undefined, serialNumber: 'S-77' });
    await register('w2', 'Ulm', {
      tag: undefined,
      serialNumber: 'S-77',
      manufacturer: 'HP',
    });
    const { body } = await open({ location: 'Ulm' }, 'ulm');
    expect((await open({ location: 'Ulm' }, 'ulm')).body.id).toBe(body.id);
    const several = await observe(body.id, {
      serialNumber: 'S-77',
      outcome: 'found',
    });
    expect(several.status).toBe(409);
    expect(several.text).toMatch(/Several have serial number S-77/);
    const wrong = await observe(body.id, {
      tag: 'a',
      ref: 'b',
      outcome: 'not-found',
      location: 'Ulm',
      status: 'lost',
      note: 'a\u202eb',
    });
    expect(wrong.status).toBe(400);
    for (const path of ['ref:', 'location:', 'status:', 'note:']) {
      expect(wrong.text).toContain(path);
    }
    const nobody = await observe(body.id, { tag: 'Q', outcome: 'not-found' });
    expect(nobody.status).toBe(400);
    expect(
      (await observe(body.id, { ref: 'asset:default/no', outcome: 'found' }))
        .status,
    ).toBe(404);
    expect(
      (await observe(999_999, { tag: 'a', outcome: 'found' })).status,
    ).toBe(404);
    for (const persona of ['member', 'manager', 'denied'] as const) {
      expect((await api.get(persona, `/audits/${body.id}`)).status).toBe(403);
      expect((await api.get(persona, '/audits')).status).toBe(403);
    }
  });

  it('keep each observation of several people at once', async () => {
    for (const name of ['p1', 'p2', 'p3', 'p4']) {
      await register(name, 'Trier');
    }
    const { body } = await open({ location: 'Trier' });
    const answers = await Promise.all(
      ['p1', 'p2', 'p3', 'p4'].map(name =>
        observe(body.id, { tag: `T-${name}`, outcome: 'found' }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const audit = await shop.register.get('finance', `/audits/${body.id}`);
    expect(audit.body.version).toBe(5);
    expect(countIn(audit.body.outcomes)).toEqual({ found: 4 });
  });
});
