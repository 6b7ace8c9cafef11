import type { JsonObject } from '@backstage/types';
import { describeShop } from './__testUtils__/shopRegister';
import type { Persona } from './__testUtils__/startRegister';

const planned = {
  class: 'hardware',
  type: 'laptop',
  stage: 'planning',
  status: 'requested',
  owner: 'payments',
};

const used = {
  ...planned,
  stage: 'maintenance',
  status: 'in-use',
  assignee: 'member',
  location: 'Berlin',
  inService: '2026-01-01',
};

describeShop('steps of the life cycle', [], shop => {
  const pathOf = (ref: string) => `/records/${ref.replace(':', '/')}`;
  const registered = async (name: string, spec: JsonObject) => {
    const answer = await shop.register
      .post('finance', '/records')
      .send({ kind: 'Asset', name, spec });
    expect([answer.status, answer.text]).toEqual([201, expect.anything()]);
    return answer.body.record.ref as string;
  };
  const step = (persona: Persona, ref: string, version: number, body: object) =>
    shop.register
      .post(persona, `${pathOf(ref)}/transition`)
      .set('If-Match', `"${version}"`)
      .send(body);
  const bulk = (persona: Persona, body: object, key?: string) => {
    const request = shop.register.post(persona, '/records/transitions');
    return (key ? request.set('Idempotency-Key', key) : request).send(body);
  };

  it('lead from a request to disposal, with the evidence each asks for', async () => {
    const ref = await registered('life', planned);
    const steps: [string, object][] = [
      ['approved', {}],
      [
        'ordered',
        {
          changes: {
            vendor: 'dell',
            expected: '2026-11-01',
            financials: {
              purchase: {
                amount: '1200.00',
                currency: 'EUR',
                date: '2026-10-01',
                order: 'PO-1',
              },
              depreciation: { method: 'straight-line', months: 12 },
            },
          },
        },
      ],
      ['received', {}],
      ['in-stock', { changes: { tag: 'LIFE-1', location: 'Store' } }],
      ['in-use', { changes: { assignee: 'member' }, date: '2026-10-02' }],
      [
        'retired',
        { reason: 'Too old', date: '2026-10-14', changes: { assignee: null } },
      ],
    ];
    let version = 1;
    for (const [to, more] of steps) {
      const answer = await step('finance', ref, version, { to, ...more });
      expect([to, answer.status, answer.body.error?.message]).toEqual([
        to,
        200,
        undefined,
      ]);
      version += 1;
      expect(answer.headers.etag).toBe(`"${version}"`);
      expect(answer.body.record.status).toBe(to);
      expect(answer.body.history[0].action).toBe('transitioned');
    }
    const { body } = await shop.register.get('finance', pathOf(ref));
    expect(body.spec).toMatchObject({
      inService: '2026-10-02',
      disposal: { date: '2026-10-14', reason: 'Too old' },
    });
    expect(body.spec).not.toHaveProperty('assignee');
    expect(body.history[0].reason).toBe('Too old');
    const held = await shop.register.get(
      'finance',
      `${pathOf(ref)}/assignments`,
    );
    expect(held.body.items).toEqual([
      expect.objectContaining({
        to: expect.objectContaining({ ref: 'user:default/member' }),
        from: '2026-10-02',
        until: '2026-10-14',
        returnedBy: 'user:default/finance',
      }),
    ]);
  });

  it('are told beforehand, with what is missing', async () => {
    const ref = await registered('told', planned);
    const { body } = await shop.register.get('finance', pathOf(ref));
    expect(body.nextSteps).toContainEqual({
      to: 'approved',
      stage: 'planning',
      kind: 'forward',
      reasonRequired: false,
      missing: [],
    });
    await step('finance', ref, 1, { to: 'approved' }).expect(200);
    const { body: then } = await shop.register.get('finance', pathOf(ref));
    const ordered = then.nextSteps.find(
      (one: { to: string }) => one.to === 'ordered',
    );
    expect(ordered.missing.map((one: { path: string }) => one.path)).toContain(
      'spec.vendor',
    );
    const declared = await shop.register.get(
      'finance',
      '/records/asset/default/laptop',
    );
    expect(declared.body).not.toHaveProperty('nextSteps');
    expect(declared.body.rights).toEqual({
      update: false,
      delete: false,
      transition: false,
      assign: false,
    });
  });

  it('are refused with everything that is missing or wrong', async () => {
    const ref = await registered('refused', planned);
    const none = await step('finance', ref, 1, { to: 'sold' });
    expect(none.status).toBe(409);
    expect(none.body.error.message).toMatch(
      /cannot go from requested to sold; it may go to/,
    );
    await step('finance', ref, 1, { to: 'approved' }).expect(200);
    const bare = await step('finance', ref, 2, { to: 'ordered' });
    expect(bare.status).toBe(400);
    expect(bare.body.error.message).toMatch(/spec\.vendor/);
    expect(bare.body.error.message).toMatch(/purchase\.order/);
    const money = await step('finance', ref, 2, {
      to: 'ordered',
      changes: {
        vendor: 'dell',
        stage: 'maintenance',
        financials: {
          purchase: { amount: '12.345', currency: 'EUR', date: '2026-10-01' },
        },
      },
    });
    expect(money.status).toBe(400);
    expect(money.text).not.toContain('12.345');
    const future = await step('finance', ref, 2, {
      to: 'ordered',
      date: '2027-01-01',
    });
    expect(future.status).toBe(400);
    const { body } = await shop.register.get('finance', pathOf(ref));
    expect(body.record).toMatchObject({ status: 'approved', version: 2 });
  });

  it('need a version, a right, an asset and the source', async () => {
    const ref = await registered('guarded', planned);
    const path = `${pathOf(ref)}/transition`;
    const blind = await shop.register
      .post('finance', path)
      .send({ to: 'approved' });
    expect(blind.status).toBe(428);
    const to = { to: 'approved' };
    expect((await step('finance', ref, 9, to)).status).toBe(412);
    expect((await step('member', ref, 1, to)).status).toBe(403);
    expect((await step('other', ref, 1, to)).status).toBe(404);
    const contract = await step('finance', 'contract:default/github', 1, to);
    expect(contract.status).toBe(409);
    const declared = await step('finance', 'asset:default/orphan', 1, to);
    expect(declared.status).toBe(409);
    expect(declared.body.error.message).toContain('change it there');
    // Who may take steps only gives evidence, but changes nothing else.
    const owner = await step('narrow', ref, 1, {
      to: 'approved',
      changes: { owner: 'storefront' },
    });
    expect(owner.status).toBe(403);
    const evidence = await step('narrow', ref, 1, {
      to: 'approved',
      changes: { vendor: 'dell' },
    });
    expect(evidence.status).toBe(200);
  });

  it('are taken by one of many who start from the same version', async () => {
    const ref = await registered('raced', planned);
    const answers = await Promise.all(
      ['approved', 'rejected', 'approved', 'rejected'].map(to =>
        step('finance', ref, 1, { to, reason: 'Because' }),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 412, 412, 412]);
  });

  it('are taken by many assets at once, each for itself', async () => {
    const one = await registered('many-1', planned);
    const two = await registered('many-2', used);
    const gone = await registered('many-3', planned);
    await shop.register
      .delete('finance', pathOf(gone))
      .set('If-Match', '"1"')
      .expect(204);
    const refs = [
      one,
      two,
      gone,
      'asset:default/none',
      'asset:default/laptop',
      'license:default/github',
    ];
    const answer = await bulk('finance', { refs, to: 'approved' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ done: 1, failed: 5 });
    expect(answer.body.items).toEqual([
      { ref: one, ok: true, version: 2 },
      { ref: two, ok: false, error: expect.stringContaining('cannot go') },
      { ref: gone, ok: false, error: expect.stringContaining('is retired') },
      {
        ref: 'asset:default/none',
        ok: false,
        error: 'There is no record asset:default/none',
      },
      {
        ref: 'asset:default/laptop',
        ok: false,
        error: expect.stringContaining('change it there'),
      },
      {
        ref: 'license:default/github',
        ok: false,
        error: expect.stringContaining('change it there'),
      },
    ]);
    const member = await bulk('member', { refs: [one, two], to: 'rejected' });
    expect(member.body.items[0].error).toMatch(/may not/);
    const other = await bulk('other', { refs: [one], to: 'rejected' });
    expect(other.body.items[0].error).toBe(`There is no record ${one}`);
  });

  it('are taken back when the costs cannot be computed after them', async () => {
    const priced = await registered('priced', {
      ...planned,
      financials: {
        purchase: { amount: '900.00', currency: 'EUR', date: '2026-10-01' },
        depreciation: { method: 'straight-line', months: 12 },
      },
    });
    const free = await registered('free', planned);
    const body = {
      to: 'approved',
      changes: {
        financials: { depreciation: { method: 'straight-line', months: null } },
      },
    };
    const single = await step('finance', priced, 1, body);
    expect(single.status).toBe(400);
    expect(single.body.error.message).toContain('spec.financials.depreciation');
    const answer = await bulk('finance', { refs: [priced, free], ...body });
    expect(answer.body.items[0]).toEqual({
      ref: priced,
      ok: false,
      error: expect.stringContaining('spec.financials.depreciation'),
    });
    const { body: kept } = await shop.register.get('finance', pathOf(priced));
    expect(kept.record).toMatchObject({ status: 'requested', version: 1 });
    expect(kept.history).toHaveLength(1);
  });

  it('are taken by all or none when asked', async () => {
    const one = await registered('all-1', planned);
    const two = await registered('all-2', used);
    const body = { refs: [one, two], to: 'approved', allOrNothing: true };
    const none = await bulk('finance', body, 'bulk-1');
    expect(none.body).toMatchObject({ done: 0, failed: 2 });
    expect(none.body.items[0].error).toMatch(/others failed/);
    const { body: kept } = await shop.register.get('finance', pathOf(one));
    expect(kept.record).toMatchObject({ status: 'requested', version: 1 });
    const duplicates = await bulk('finance', {
      refs: [one, one],
      to: 'approved',
      reason: 'two\nlines',
    });
    expect(duplicates.body).toMatchObject({ done: 0, failed: 2 });
    const three = await registered('all-3', planned);
    const both = { ...body, refs: [one, three] };
    const all = await bulk('finance', both, 'bulk-2');
    expect(all.body).toMatchObject({ done: 2, failed: 0 });
    const again = await bulk('finance', both, 'bulk-2');
    expect(again.text).toBe(all.text);
    const { body: once } = await shop.register.get('finance', pathOf(one));
    expect(once.record.version).toBe(2);
  });

  it('are taken by as many assets as a request may name', async () => {
    const one = await registered('limit', planned);
    const many = await bulk('finance', {
      refs: Array(500).fill(one),
      to: 'approved',
    });
    expect(many.body).toMatchObject({ done: 1, failed: 499 });
    const more = await bulk('finance', {
      refs: Array(501).fill(one),
      to: 'rejected',
    });
    expect(more.status).toBe(400);
    const none = await bulk('finance', { refs: [], to: 'rejected' });
    expect(none.status).toBe(400);
    const nonsense = await bulk('finance', { refs: ['::'], to: 'rejected' });
    expect(nonsense.status).toBe(400);
  });
});
