import { stageDeclaration } from '../usecases/declarations/stageDeclaration';
import { record } from './__testUtils__/shop';
import { describeShop } from './__testUtils__/shopRegister';
import { NOW, type Persona } from './__testUtils__/startRegister';

const spec = {
  class: 'hardware',
  type: 'laptop',
  stage: 'maintenance',
  status: 'in-use',
  owner: 'payments',
  assignee: 'member',
  vendor: 'dell',
  manufacturer: 'Dell',
  location: 'Berlin',
  inService: '2026-01-01',
  financials: {
    purchase: { amount: '2400.00', currency: 'EUR', date: '2026-01-01' },
    depreciation: { method: 'straight-line', months: 24 },
  },
};

const desk = { ...spec, class: 'fixed', type: 'furniture' };

describeShop('registered records', [], shop => {
  const create = (persona: Persona, body: object) =>
    shop.register.post(persona, '/records').send(body);
  const monthOf = async (of: string, month: string) => {
    const { body } = await shop.register.get(
      'finance',
      `/costs?of=${of}&from=${month}&to=${month}`,
    );
    return body;
  };

  it('are named after their tag, counted at once and told in the history', async () => {
    const { register } = shop;
    const before = await monthOf('asset:default/reg-1', '2026-10');
    const answer = await create('finance', {
      kind: 'Asset',
      title: 'A new laptop',
      spec: { ...spec, tag: 'REG 1' },
    });
    expect(answer.status).toBe(201);
    expect(answer.headers.etag).toBe('"1"');
    expect(answer.body).toMatchObject({
      record: {
        ref: 'asset:default/reg-1',
        title: 'A new laptop',
        origin: 'registered',
        version: 1,
        monthlyCost: [{ amount: '100.00', currency: 'EUR' }],
      },
      spec: {
        owner: 'group:default/payments',
        assignee: 'user:default/member',
        financials: spec.financials,
      },
      rights: { update: true, delete: true, transition: true, assign: true },
      history: [
        { action: 'registered', actor: 'user:default/finance', changes: [] },
      ],
    });
    expect(
      answer.body.nextSteps.map((step: { to: string }) => step.to),
    ).toContain('in-repair');
    expect(await monthOf('asset:default/reg-1', '2026-10')).not.toEqual(before);
    const page = await register.get('finance', '/records?q=reg%201');
    expect(page.body.totalItems).toBe(1);
    const audits = jest.mocked(register.auditor.createEvent).mock.calls;
    const created = audits.filter(
      ([event]) => event.eventId === 'record-create',
    );
    expect(created.length).toBeGreaterThan(0);
    expect(JSON.stringify(created.map(([{ meta }]) => meta))).not.toMatch(
      /2400/,
    );
  });

  it('get another number when the name is taken, and refuse a taken one', async () => {
    const more = desk;
    const first = await create('finance', {
      kind: 'Asset',
      title: 'Desk',
      spec: more,
    });
    const second = await create('finance', {
      kind: 'Asset',
      title: 'Desk',
      spec: more,
    });
    expect([first.body.record?.ref, second.body.record?.ref]).toEqual([
      'asset:default/desk',
      'asset:default/desk-2',
    ]);
    const taken = await create('finance', {
      kind: 'Asset',
      name: 'desk',
      spec: more,
    });
    expect(taken.status).toBe(409);
    expect(taken.body.error.message).toMatch(/is registered/);
    const declared = await create('finance', {
      kind: 'Asset',
      name: 'db',
      spec: more,
    });
    expect(declared.status).toBe(409);
    expect(declared.body.error.message).toMatch(/is declared/);
    await stageDeclaration(
      { database: shop.knex },
      { ref: 'asset:default/staged', entity: record('Asset', 'staged', more) },
      new Date(NOW),
    );
    const staged = await create('finance', {
      kind: 'Asset',
      name: 'staged',
      spec: more,
    });
    expect(staged.status).toBe(409);
    expect(staged.body.error.message).toMatch(/is declared/);
  });

  it('are refused with all problems at once, without amounts', async () => {
    const answer = await create('finance', {
      kind: 'Asset',
      name: 'no good name',
      title: ' ',
      spec: {
        ...spec,
        color: 'red',
        inService: '2026-02-30',
        financials: {
          purchase: { amount: '-77.77', currency: 'EUR', date: '2026-01-01' },
          charges: [{ amount: '5.00', currency: 'EUX', every: 'month' }],
        },
      },
    });
    expect(answer.status).toBe(400);
    const { message } = answer.body.error;
    for (const path of [
      'name',
      'title',
      'spec.color',
      'spec.inService',
      'spec.financials.purchase.amount',
      'spec.financials.charges[0].currency',
    ]) {
      expect(message).toContain(path);
    }
    expect(answer.text).not.toMatch(/77\.77|EUX/);
    for (const assigned of ['ref', 'version', 'createdBy', 'origin']) {
      const refused = await create('finance', {
        kind: 'Asset',
        name: 'x',
        spec,
        [assigned]: 'x',
      });
      expect([assigned, refused.status]).toEqual([assigned, 400]);
    }
    const unnamed = await create('finance', {
      kind: 'Asset',
      spec: { ...spec, color: 'red' },
    });
    expect(unnamed.status).toBe(400);
    expect(unnamed.body.error.message).toMatch(/name.*spec\.color/s);
  });

  it('need the evidence of their stage', async () => {
    const answer = await create('finance', {
      kind: 'Asset',
      name: 'bare',
      spec: {
        class: 'hardware',
        type: 'laptop',
        stage: 'deployment',
        owner: 'payments',
      },
    });
    expect(answer.status).toBe(400);
    expect(answer.body.error.message).toContain('spec.location');
    const incomputable = await create('finance', {
      kind: 'Asset',
      name: 'incomputable',
      spec: {
        ...spec,
        financials: {
          purchase: spec.financials.purchase,
          depreciation: { method: 'straight-line' },
        },
      },
    });
    expect(incomputable.status).toBe(400);
    expect(incomputable.body.error.message).toContain(
      'spec.financials.depreciation: allowed: months',
    );
    expect(
      await shop.knex('records').where('name', 'incomputable'),
    ).toHaveLength(0);
  });

  it('have tags and serial numbers of their own', async () => {
    const tag = await create('finance', {
      kind: 'Asset',
      name: 'twin',
      spec: { ...spec, tag: 'HW-2' },
    });
    expect(tag.status).toBe(409);
    expect(tag.body.error.message).toContain('asset:default/laptop');
    const serial = await create('manager', {
      kind: 'Asset',
      name: 'twin',
      spec: { ...spec, serialNumber: 'S-1' },
    });
    expect(serial.status).toBe(409);
    // A record they may not read is not named.
    const hidden = await create('manager', {
      kind: 'Asset',
      name: 'twin',
      spec: { ...spec, tag: '=cmd|calc' },
    });
    expect([hidden.status, hidden.text]).toEqual([
      409,
      expect.not.stringContaining('default/orphan'),
    ]);
    const cycle = await create('finance', {
      kind: 'Asset',
      name: 'loop',
      spec: { ...spec, partOf: 'asset:default/loop' },
    });
    expect(cycle.status).toBe(400);
  });

  it('get names and tags of their own when many are created at once', async () => {
    const same = await Promise.all(
      Array.from({ length: 8 }, () =>
        create('finance', {
          kind: 'Asset',
          title: 'Crowd',
          spec: { ...spec, tag: 'CROWD' },
        }),
      ),
    );
    expect(same.map(({ status }) => status).sort()).toEqual([
      201, 409, 409, 409, 409, 409, 409, 409,
    ]);
    const titled = await Promise.all(
      Array.from({ length: 8 }, () =>
        create('finance', { kind: 'Asset', title: 'Chair', spec: desk }),
      ),
    );
    expect(titled.map(({ body }) => String(body.record?.ref)).sort()).toEqual([
      'asset:default/chair',
      ...[2, 3, 4, 5, 6, 7, 8].map(number => `asset:default/chair-${number}`),
    ]);
  });

  it('are created once for one key', async () => {
    const send = (body: object) =>
      shop.register
        .post('finance', '/records')
        .set('Idempotency-Key', 'create-1')
        .send(body);
    const body = { kind: 'Asset', spec: { ...spec, tag: 'ONCE' } };
    const answers = await Promise.all([1, 2, 3, 4].map(() => send(body)));
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    const again = await send(body);
    expect(again.headers.etag).toBe('"1"');
    expect(new Set([...answers, again].map(({ text }) => text)).size).toBe(1);
    expect(await shop.knex('records').where('tag', 'ONCE')).toHaveLength(1);
    const other = await send({ ...body, title: 'Another' });
    expect(other.status).toBe(422);
  });

  it('are created by those who may only', async () => {
    const body = { kind: 'Asset', spec: { ...spec, tag: 'MAY' } };
    expect((await create('member', body)).status).toBe(403);
    expect((await create('anonymous', body)).status).toBe(401);
    expect((await create('broken', body)).status).toBe(503);
    const theirs = await create('manager', body);
    expect(theirs.status).toBe(201);
    // What they create for others they may not see afterwards.
    const foreign = await create('manager', {
      kind: 'Asset',
      spec: { ...spec, tag: 'GONE', owner: 'other', assignee: 'other' },
    });
    expect(foreign.status).toBe(201);
    expect(foreign.body).toMatchObject({
      record: { ref: 'asset:default/gone', version: 1 },
      costVisible: false,
    });
    expect(foreign.text).not.toContain('2400');
    const unseen = await shop.register.get(
      'manager',
      '/records/asset/default/gone',
    );
    expect(unseen.status).toBe(404);
  });
});
