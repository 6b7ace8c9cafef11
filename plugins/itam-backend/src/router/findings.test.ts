import { describeShop } from './__testUtils__/shopRegister';
import { record } from './__testUtils__/shop';
import type { Persona } from './__testUtils__/startRegister';

interface Item {
  id: number;
  rule: string;
  subject: { ref: string };
  path?: string;
  version: number;
}

const mine = record('Contract', 'unpriced', {
  type: 'support',
  vendor: 'dell',
  owner: 'group:default/payments',
  term: { start: '2026-01-01', end: '2026-12-31' },
});

describeShop('findings', [mine], shop => {
  const list = async (persona: Persona, query = '') => {
    const { status, body } = await shop.register.get(
      persona,
      `/findings?limit=500${query}`,
    );
    expect(status).toBe(200);
    const items: Item[] = body.items;
    return { body, items };
  };
  const idOf = async (rule: string, ref: string) => {
    const { items } = await list('finance', `&rule=${rule}&record=${ref}`);
    expect(items).toHaveLength(1);
    return items[0];
  };

  it('are of the records a caller may read, and nothing else', async () => {
    const { register } = shop;
    const all = await list('finance');
    expect(all.body.pending).toBe(0);
    expect(all.body.totalItems).toBe(all.items.length);
    expect(all.items.length).toBeGreaterThan(10);
    for (const persona of ['member', 'manager', 'narrow', 'other'] as const) {
      const records = await register.get(persona, '/records?limit=500');
      const readable = new Set(
        records.body.items.map((one: { ref: string }) => one.ref),
      );
      const { items, body } = await list(persona);
      const refs = new Set(items.map(({ subject }) => subject.ref));
      expect([...refs].filter(ref => !readable.has(ref))).toEqual([]);
      expect(body.totalItems).toBe(items.length);
      const counted = (groups: { findings: number }[]) =>
        groups.reduce((sum, { findings }) => sum + findings, 0);
      expect(counted(body.bySeverity)).toBe(items.length);
      expect(counted(body.byArea)).toBe(items.length);
      for (const item of items) {
        const one = await register.get(persona, `/findings/${item.id}`);
        expect(one.status).toBe(200);
      }
      const shown = new Set(items.map(({ id }) => id));
      for (const { id } of all.items.filter(item => !shown.has(item.id))) {
        expect((await register.get(persona, `/findings/${id}`)).status).toBe(
          404,
        );
      }
    }
    expect((await list('denied')).items).toEqual([]);
  });

  it('tell of money only those who may see it', async () => {
    const { register } = shop;
    for (const persona of ['member', 'manager', 'other'] as const) {
      const { items } = await list(persona);
      const about = items.filter(({ path }) =>
        path?.startsWith('spec.financials'),
      );
      for (const { subject } of about) {
        const [kind, name] = subject.ref.split(':');
        const detail = await register.get(persona, `/records/${kind}/${name}`);
        expect([subject.ref, detail.body.costVisible]).toEqual([
          subject.ref,
          true,
        ]);
      }
    }
    // The holder of the laptop does not see what it costs.
    const owned = await list('member', '&record=asset:default/laptop');
    const seen = await list('finance', '&record=asset:default/laptop');
    const financial = ({ path }: Item) => path?.startsWith('spec.financials');
    expect(seen.items.some(financial)).toBe(true);
    expect(owned.items.length).toBeGreaterThan(0);
    expect(owned.items.some(financial)).toBe(false);
  });

  it('are filtered, sorted and paged', async () => {
    const { register } = shop;
    const { items } = await list('finance');
    const narrowed = await list(
      'finance',
      '&severity=warning&area=warranty&practice=maintenance-and-upgrades&kind=Asset&owner=group:default/commerce',
    );
    expect(
      narrowed.items.map(({ rule, subject }) => [rule, subject.ref]),
    ).toEqual([['warranty-ended', 'asset:default/db']]);
    expect(narrowed.body.items[0]).toMatchObject({
      kind: 'Asset',
      subject: { title: 'The db' },
      owner: { ref: 'group:default/payments', title: 'Group payments' },
      severity: 'warning',
      title: 'Out of warranty while in use',
      message: expect.stringContaining('The warranty ended on 2026-06-30'),
      variant: 'message',
      values: { day: '2026-06-30' },
      path: 'spec.warranty.until',
      state: 'open',
      firstSeen: '2026-10-15T12:00:00.000Z',
      version: 1,
    });
    for (const sort of ['severity', 'firstSeen', 'rule', 'record']) {
      for (const order of ['asc', 'desc']) {
        const ids: number[] = [];
        let cursor = '';
        do {
          const { body } = await register.get(
            'finance',
            `/findings?limit=7&sort=${sort}&order=${order}${cursor}`,
          );
          ids.push(...body.items.map(({ id }: Item) => id));
          cursor = body.nextCursor
            ? `&cursor=${encodeURIComponent(body.nextCursor)}`
            : '';
        } while (cursor !== '');
        expect(ids).toHaveLength(items.length);
        expect(new Set(ids).size).toBe(items.length);
      }
    }
    const first = await register.get('finance', '/findings?limit=1');
    const foreign = await register.get(
      'finance',
      `/findings?limit=1&sort=rule&cursor=${encodeURIComponent(
        first.body.nextCursor,
      )}`,
    );
    expect(foreign.status).toBe(400);
    expect(
      (await register.get('finance', '/findings?sort=amount')).status,
    ).toBe(400);
  });

  it('are exported as they are listed', async () => {
    const { register } = shop;
    const { items } = await list('member');
    const csv = await register.get('member', '/findings?format=csv');
    expect(csv.headers['content-type']).toMatch(/text\/csv/);
    const lines = csv.text.trim().split('\r\n');
    expect(lines).toHaveLength(items.length + 1);
    expect(lines[0]).toMatch(/^id,subject,title,kind,owner,severity/);
    expect(register.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'findings-export' }),
    );
  });

  it('are set aside for a time, with a reason, and taken up again', async () => {
    const { register, knex } = shop;
    const { id } = await idOf('warranty-ended', 'asset:default/db');
    const accept = (persona: Persona, etag: string, body: object) =>
      register
        .post(persona, `/findings/${id}/accept`)
        .set('If-Match', etag)
        .send(body);
    const input = { reason: 'A new one is ordered', until: '2026-12-31' };
    expect((await accept('member', '"1"', input)).status).toBe(403);
    expect((await accept('other', '"1"', input)).status).toBe(404);
    expect((await accept('manager', '"7"', input)).status).toBe(412);
    const refused = await accept('manager', '"1"', {
      reason: ' ',
      until: '2026-10-14',
    });
    expect(refused.status).toBe(400);
    expect(refused.text).toMatch(/reason: [^]*until: /);
    const unconditional = await register
      .post('manager', `/findings/${id}/accept`)
      .send(input);
    expect(unconditional.status).toBe(428);

    const accepted = await accept('manager', '"1"', input);
    expect(accepted.status).toBe(200);
    expect(accepted.headers.etag).toBe('"2"');
    expect(accepted.body).toMatchObject({
      canSettle: true,
      finding: {
        state: 'accepted',
        ...{ reason: input.reason, acceptedUntil: '2026-12-31' },
        acceptedBy: 'user:default/manager',
      },
      history: [
        {
          state: 'accepted',
          actor: 'user:default/manager',
          reason: input.reason,
          until: '2026-12-31',
        },
        { state: 'open' },
      ],
    });
    expect((await list('finance', '&rule=warranty-ended')).items).toEqual([]);
    expect(
      (await list('finance', '&rule=warranty-ended&state=accepted')).items,
    ).toHaveLength(1);

    const reopened = await register
      .post('manager', `/findings/${id}/reopen`)
      .set('If-Match', '"2"')
      .send({ reason: 'It was not ordered' });
    expect(reopened.status).toBe(200);
    expect(reopened.body.finding).toMatchObject({ state: 'open', version: 3 });
    const again = await register
      .post('manager', `/findings/${id}/reopen`)
      .set('If-Match', '"3"')
      .send({ reason: 'Once more' });
    expect(again.status).toBe(409);
    await expect(
      knex('finding_history').where('finding_id', id).delete(),
    ).rejects.toThrow(/append-only/);
  });

  it('are resolved by the change that settles them', async () => {
    const { register } = shop;
    const created = await register.post('finance', '/records').send({
      kind: 'Asset',
      name: 'printer',
      spec: {
        class: 'hardware',
        type: 'printer',
        stage: 'maintenance',
        status: 'in-use',
        owner: 'group:default/payments',
        assignee: 'group:default/payments',
        tag: 'PR-1',
        manufacturer: 'HP',
        inService: '2026-01-01',
      },
    });
    expect(created.status).toBe(201);
    const ref = 'asset:default/printer';
    const rules = async (state: string) =>
      (await list('finance', `&record=${ref}&state=${state}`)).items.map(
        ({ rule }) => rule,
      );
    expect(await rules('open')).toContain('model-missing');
    const { spec } = created.body;
    const changed = await register
      .put('finance', '/records/asset/default/printer')
      .set('If-Match', created.headers.etag)
      .send({ spec: { ...spec, model: 'LaserJet' } });
    expect(changed.status).toBe(200);
    expect(await rules('open')).not.toContain('model-missing');
    expect(await rules('resolved')).toEqual(['model-missing']);
  });

  it('are listed as known when evaluation fails', async () => {
    const { register, knex } = shop;
    const before = await list('finance');
    const spec = await knex('records').where('ref', 'asset:default/db');
    await knex('records')
      .where('ref', 'asset:default/db')
      .update({ dated_state: '[]' });
    await knex('history').insert({
      record_ref: 'asset:default/db',
      at: '2026-10-15T12:00:00.000Z',
      action: 'changed',
      changes: '[]',
    });
    const during = await list('finance');
    expect(during.body.pending).toBe(1);
    expect(during.items).toEqual(before.items);
    await knex('records')
      .where('ref', 'asset:default/db')
      .update({ dated_state: spec[0].dated_state });
    const after = await register.get('finance', '/findings');
    expect(after.body.pending).toBe(0);
  });

  it('have rules that say how they are set', async () => {
    const { register } = shop;
    const { body } = await register.get('finance', '/policies');
    const rule = body.rules.find(
      ({ id }: { id: string }) => id === 'last-seen',
    );
    expect(rule).toMatchObject({
      area: 'life-cycle',
      practice: 'functionality-monitoring',
      severity: 'warning',
      defaultSeverity: 'warning',
      enabled: true,
      settings: [expect.objectContaining({ name: 'days', number: 90 })],
    });
    const denied = await register.get('denied', '/policies');
    const counts = denied.body.rules.map(
      ({ open, accepted }: { open: number; accepted: number }) =>
        open + accepted,
    );
    expect(new Set(counts)).toEqual(new Set([0]));
  });
});
