import { ConfigReader } from '@backstage/config';
import type { JsonObject } from '@backstage/types';
import { readRegisterConfig } from '../config';
import { checkSegments } from '../usecases/costs/checkSegments';
import { checkReadModel } from '../usecases/costs/recomputeReadModel';
import { updateRecord } from '../usecases/registration/updateRecord';
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

describeShop('changes of registered records', [], shop => {
  const create = (persona: Persona, body: object) =>
    shop.register.post(persona, '/records').send(body);
  const pathOf = (ref: string) => `/records/${ref.replace(':', '/')}`;
  const read = async (ref: string, persona: Persona = 'finance') =>
    (await shop.register.get(persona, pathOf(ref))).body;
  const put = (persona: Persona, ref: string, version: number, body: object) =>
    shop.register
      .put(persona, pathOf(ref))
      .set('If-Match', `"${version}"`)
      .send(body);
  const registered = async (tag: string, more: JsonObject = {}) => {
    const answer = await create('finance', {
      kind: 'Asset',
      spec: { ...spec, tag, ...more },
    });
    expect([answer.status, answer.text]).toEqual([201, expect.anything()]);
    return answer.body.record.ref as string;
  };

  it('change from a day on, and say which paths', async () => {
    const ref = await registered('CHANGE');
    const answer = await put('finance', ref, 1, {
      title: 'Changed',
      description: 'More about it',
      effectiveFrom: '2026-09-01',
      spec: { ...spec, tag: 'CHANGE', owner: 'storefront' },
    });
    expect(answer.status).toBe(200);
    expect(answer.headers.etag).toBe('"2"');
    expect(answer.body.record).toMatchObject({
      title: 'Changed',
      version: 2,
      owner: { ref: 'group:default/storefront' },
    });
    expect(answer.body.history[0]).toMatchObject({
      action: 'changed',
      changes: ['description', 'spec.owner', 'title'],
    });
    const state = await shop
      .knex('records')
      .where('ref', ref)
      .first('dated_state');
    expect(JSON.parse(state.dated_state).owners).toEqual([
      { from: null, value: 'group:default/payments' },
      { from: '2026-09-01', value: 'group:default/storefront' },
    ]);
    // What is repeated keeps its dates.
    const same = await put('finance', ref, 2, {
      title: 'Changed',
      effectiveFrom: '2026-08-01',
      spec: { ...spec, tag: 'CHANGE', owner: 'storefront', location: 'Bonn' },
    });
    expect(same.status).toBe(200);
    const kept = await shop
      .knex('records')
      .where('ref', ref)
      .first('dated_state');
    expect(kept).toEqual(state);
    const nothing = await put('finance', ref, 3, {
      title: 'Changed',
      spec: { ...spec, tag: 'CHANGE', owner: 'storefront', location: 'Bonn' },
    });
    expect([nothing.status, nothing.headers.etag]).toEqual([200, '"3"']);
  });

  it('are answered without a body for those who prefer that', async () => {
    const ref = await registered('MINIMAL');
    const change = (version: number, prefer: string, location: string) =>
      put('finance', ref, version, {
        spec: { ...spec, tag: 'MINIMAL', location },
      }).set('Prefer', prefer);
    const minimal = await change(1, 'return=minimal', 'Bonn');
    expect([minimal.status, minimal.text]).toEqual([204, '']);
    expect(minimal.headers).toMatchObject({
      etag: '"2"',
      'preference-applied': 'return=minimal',
      vary: expect.stringContaining('Prefer'),
    });
    const whole = await change(2, 'return=representation', 'Köln');
    expect(whole.status).toBe(200);
    expect(whole.headers['preference-applied']).toBeUndefined();
    expect(whole.body.history).toHaveLength(3);
    const refused = await change(2, 'return=minimal', 'Wien');
    expect(refused.status).toBe(412);
    expect(refused.body.error.name).toBe('VersionMismatchError');
    const retired = await shop.register
      .delete('finance', pathOf(ref))
      .set('If-Match', '"3"');
    expect(retired.status).toBe(204);
    const restored = await shop.register
      .post('finance', `${pathOf(ref)}/restore`)
      .set('If-Match', '"4"')
      .set('Prefer', 'return=minimal')
      .send({ reason: 'Found again' });
    expect([restored.status, restored.headers.etag]).toEqual([204, '"5"']);
    expect((await read(ref)).spec.location).toBe('Köln');
  });

  it('are changed by one of many who start from the same version', async () => {
    const ref = await registered('RACE');
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6, 7, 8].map(number =>
        put('finance', ref, 1, {
          spec: { ...spec, tag: 'RACE', location: `Room ${number}` },
        }),
      ),
    );
    const statuses = answers.map(({ status }) => status).sort();
    expect(statuses).toEqual([200, 412, 412, 412, 412, 412, 412, 412]);
    const winner = answers.find(({ status }) => status === 200);
    const now = await read(ref);
    expect(now.spec.location).toBe(winner?.body.spec.location);
    expect(now.record.version).toBe(2);
    expect(now.history).toHaveLength(2);
  });

  it('are changed only with a version, a right and by their source', async () => {
    const { register } = shop;
    const ref = await registered('GUARD');
    const body = { spec: { ...spec, tag: 'GUARD' } };
    const blind = await register.put('finance', pathOf(ref)).send(body);
    expect(blind.status).toBe(428);
    const stale = await put('finance', ref, 7, body);
    expect(stale.status).toBe(412);
    expect((await put('member', ref, 1, body)).status).toBe(403);
    expect((await put('other', ref, 1, body)).status).toBe(404);
    const unknown = await put('finance', 'asset:default/none', 1, body);
    expect(unknown.status).toBe(404);
    const unknownField = await put('finance', ref, 1, { ...body, ref });
    expect(unknownField.status).toBe(400);
    const declared = await put('finance', 'asset:default/db', 1, body);
    expect(declared.status).toBe(409);
    expect(declared.body.error.message).toMatch(
      /declared in https:\/\/git\.example\/.*change it there/,
    );
    const wrongDay = await put('finance', ref, 1, {
      ...body,
      effectiveFrom: '2026-02-30',
    });
    expect(wrongDay.status).toBe(400);
    const jump = await put('finance', ref, 1, {
      spec: { ...body.spec, stage: 'planning', status: 'requested' },
    });
    expect(jump.status).toBe(409);
  });

  it('keep their money when those change them who do not see it', async () => {
    const ref = await registered('BLIND');
    const { financials, ...free } = { ...spec, tag: 'BLIND' };
    const update = (changed: JsonObject) =>
      updateRecord(
        { knex: shop.knex, config: readRegisterConfig(new ConfigReader({})) },
        ref,
        { spec: changed },
        {
          actor: 'user:default/blind',
          at: new Date(NOW),
          today: NOW.slice(0, 10),
        },
        {
          access: {
            records: { kind: 'all' },
            contracts: { kind: 'all' },
            costs: { kind: 'none' },
          },
          rights: new Set(['update'] as const),
          costVisible: false,
        },
        () => {},
      );
    await update({ ...free, location: 'Hamburg' });
    expect((await read(ref)).spec).toMatchObject({
      location: 'Hamburg',
      financials,
    });
    await expect(update({ ...free, financials })).rejects.toThrow(
      'You may not change the money',
    );
    await expect(update({ ...free, status: 'in-repair' })).rejects.toThrow(
      'You may not take steps',
    );
  });

  it('retire with their past and come back', async () => {
    const { register } = shop;
    const ref = await registered('RETIRE');
    const retire = (persona: Persona, version: number) =>
      register
        .delete(persona, `${pathOf(ref)}?reason=Lost%20in%20a%20fire`)
        .set('If-Match', `"${version}"`);
    expect((await retire('manager', 1)).status).toBe(403);
    const blind = await register.delete('finance', pathOf(ref));
    expect(blind.status).toBe(428);
    expect((await retire('finance', 4)).status).toBe(412);
    const done = await retire('finance', 1);
    expect(done.status).toBe(204);
    const gone = await read(ref);
    expect(gone.record.version).toBe(2);
    expect(gone.rights).toEqual({
      update: false,
      delete: true,
      transition: false,
      assign: false,
    });
    expect(gone.history[0]).toMatchObject({
      action: 'retired',
      reason: 'Lost in a fire',
    });
    expect((await retire('finance', 2)).status).toBe(409);
    const blank = await register
      .post('finance', `${pathOf(ref)}/restore`)
      .set('If-Match', '"2"')
      .send({ reason: ' ' });
    expect(blank.status).toBe(400);
    const changed = await put('finance', ref, 2, {
      spec: { ...spec, tag: 'RETIRE' },
    });
    expect(changed.status).toBe(409);

    const restore = (version: number) =>
      register
        .post('finance', `${pathOf(ref)}/restore`)
        .set('If-Match', `"${version}"`)
        .send({ reason: 'Found again' });
    const usurper = await registered('RETIRE');
    expect(usurper).toBe('asset:default/retire-2');
    expect((await restore(2)).status).toBe(409);
    await register
      .delete('finance', pathOf(usurper))
      .set('If-Match', '"1"')
      .expect(204);
    const back = await restore(2);
    expect(back.status).toBe(200);
    expect(back.body.history[0]).toMatchObject({
      action: 'restored',
      reason: 'Found again',
    });
    expect((await restore(3)).status).toBe(409);
    const declared = await register
      .delete('finance', '/records/asset/default/db')
      .set('If-Match', '"1"');
    expect(declared.status).toBe(409);
  });

  it('tell their history in pages', async () => {
    const ref = await registered('PAGES');
    for (const version of [1, 2, 3]) {
      const answer = await put('finance', ref, version, {
        spec: { ...spec, tag: 'PAGES', location: `Room ${version}` },
      });
      expect(answer.status).toBe(200);
    }
    const first = await shop.register.get(
      'finance',
      `${pathOf(ref)}/history?limit=3`,
    );
    expect(first.body).toMatchObject({
      totalItems: 4,
      items: [
        { action: 'changed', actorLabel: { ref: 'user:default/finance' } },
        { action: 'changed' },
        { action: 'changed' },
      ],
    });
    const cursor = encodeURIComponent(first.body.nextCursor);
    const second = await shop.register.get(
      'finance',
      `${pathOf(ref)}/history?limit=3&cursor=${cursor}`,
    );
    expect(second.body.items).toHaveLength(1);
    expect(second.body.items[0].action).toBe('registered');
    expect(second.body.nextCursor).toBeUndefined();
    const foreign = await shop.register.get(
      'finance',
      `/records/asset/default/db/history?cursor=${cursor}`,
    );
    expect(foreign.status).toBe(400);
    const hidden = await shop.register.get('other', `${pathOf(ref)}/history`);
    expect(hidden.status).toBe(404);
  });

  it('stay as they are when they are sent back as they were read', async () => {
    const ref = await registered('ROUND', {
      services: [
        { ref: 'payments-api', share: 60 },
        { ref: 'system:checkout', share: 40 },
      ],
      documents: [{ title: 'Invoice', url: 'https://docs.example/1' }],
    });
    const { record: summary, spec: stored } = await read(ref);
    const answer = await put('finance', ref, 1, {
      title: summary.title,
      spec: stored,
    });
    expect([answer.status, answer.headers.etag]).toEqual([200, '"1"']);
  });

  it('cost what a rebuild of the read model says', async () => {
    const asset = await registered('COVERED', {
      services: [{ ref: 'payments-api', share: 60 }],
    });
    const terms = {
      type: 'support',
      number: 'C-9',
      vendor: 'dell',
      owner: 'other',
      term: { start: '2026-01-01', end: '2026-12-31' },
      covers: [asset],
      financials: {
        charges: [
          {
            amount: '120.00',
            currency: 'EUR',
            every: 'month',
            from: '2026-01-01',
          },
        ],
      },
    };
    const contract = await create('finance', { kind: 'Contract', spec: terms });
    expect([contract.status, contract.body.record?.ref]).toEqual([
      201,
      'contract:default/c-9',
    ]);
    const contractCost = async () => {
      const { body } = await shop.register.get(
        'finance',
        '/costs?of=component:default/payments-api&from=2026-10&to=2026-10&by=category',
      );
      const group = body.groups.find(
        (one: { key: string }) => one.key === 'contract',
      );
      const euros = group?.series.booked.find(
        (one: { currency: string }) => one.currency === 'EUR',
      );
      return euros?.months;
    };
    // 60 % of what covers the asset are the service's.
    expect(await contractCost()).toEqual(['72.00']);
    const half = await put('finance', 'contract:default/c-9', 1, {
      effectiveFrom: '2026-10-01',
      spec: { ...terms, covers: [asset, 'asset:default/secret'] },
    });
    expect(half.status).toBe(200);
    // 60 % of one half and 50 % of the other.
    expect(await contractCost()).toEqual(['66.00']);
    await shop.register
      .delete('finance', '/records/contract/default/c-9')
      .set('If-Match', '"2"')
      .expect(204);
    const config = readRegisterConfig(new ConfigReader({}));
    const totals = await checkReadModel({ database: shop.knex });
    expect(totals.rows).toBeGreaterThan(0);
    expect(totals.differingKeys).toEqual([]);
    const segments = await checkSegments(
      { database: shop.knex, config },
      new Date(NOW),
    );
    expect(segments.differing).toEqual([]);
  });

  it('are never edited in the history', async () => {
    await expect(shop.knex('history').delete()).rejects.toThrow();
    await expect(shop.knex('history').update({ actor: 'x' })).rejects.toThrow();
  });
});
