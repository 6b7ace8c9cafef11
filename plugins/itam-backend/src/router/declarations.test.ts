import type { Knex } from 'knex';
import { engines, registerDatabases } from '../__testUtils__/registerDatabases';
import { shopCatalog, shopRecords } from './__testUtils__/shop';
import {
  seedRegister,
  startRegister,
  type Persona,
  type Register,
} from './__testUtils__/startRegister';

jest.setTimeout(120_000);

const databases = registerDatabases();

describe.each(engines)('declarations and health on %s', engine => {
  let knex: Knex;
  let register: Register;

  beforeAll(async () => {
    knex = await databases.empty(engine);
    await seedRegister(knex, { catalog: shopCatalog, records: shopRecords });
    register = await startRegister(knex, { catalog: shopCatalog });
  });

  afterAll(async () => {
    await register.stop();
  });

  const [database] = shopRecords;
  const declaration = {
    ref: 'asset:default/db',
    entity: database,
    location: 'url:https://git.example/db.yaml',
  };

  it('takes declarations from services and changes no record', async () => {
    const { body: before } = await register.get(
      'finance',
      '/records/asset/default/db',
    );
    const changed = {
      ...declaration,
      entity: { ...database, metadata: { ...database.metadata, title: 'New' } },
    };
    const { status, body } = await register
      .put('service', '/declarations')
      .send(changed);
    expect(status).toBe(200);
    expect(body).toEqual({
      revision: expect.stringMatching(/^\S+$/),
      epoch: expect.stringMatching(/^\S+$/),
    });
    const { body: after } = await register.get(
      'finance',
      '/records/asset/default/db',
    );
    expect(after).toEqual(before);
    expect(register.auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({
        eventId: 'declaration-stage',
        meta: { ref: 'asset:default/db' },
      }),
    );
  });

  it('tells services its epoch and what it wants again', async () => {
    await knex('wanted_declarations').insert({
      ref: 'asset:default/lost',
      since: '2026-10-15T11:00:00.000Z',
    });
    const { body } = await register.get('service', '/declarations/state');
    expect(body).toEqual({
      epoch: expect.any(String),
      wanted: ['asset:default/lost'],
    });
  });

  it.each<[Persona, number]>([
    ['anonymous', 401],
    ['member', 403],
    ['finance', 403],
    ['denied', 403],
  ])('refuses %s with %s', async (persona, status) => {
    for (const response of [
      await register.put(persona, '/declarations').send(declaration),
      await register.get(persona, '/declarations/state'),
      await register
        .post(persona, '/declarations/incidents')
        .send({ incidents: [] }),
    ]) {
      expect(response.status).toBe(status);
    }
  });

  it.each<[object | string, string]>([
    [{}, 'required'],
    [{ ref: 'asset:default/db' }, 'entity'],
    [{ ...declaration, version: 7 }, 'additional'],
    [{ ...declaration, entity: { kind: 'Asset' } }, 'No entity'],
    [{ ...declaration, entity: [] }, 'object'],
    [{ ...declaration, ref: 'asset:default/other' }, ''],
    [
      JSON.stringify(declaration).replace(
        '"spec":{',
        '"spec":{"__proto__":{},',
      ),
      '__proto__',
    ],
    [
      JSON.stringify(declaration).replace('4800.00', '4800.001'),
      'spec.financials.purchase.amount',
    ],
  ])('refuses %j', async (body, message) => {
    const response = await register
      .put('service', '/declarations')
      .set('Content-Type', 'application/json')
      .send(body);
    expect({ status: response.status, text: response.text }).toMatchObject({
      status: 400,
    });
    expect(response.text).toContain(message);
    expect(response.text).not.toContain('4800');
  });

  it('shows rejected, unconfirmed and contested declarations', async () => {
    await knex('declarations').update({
      staged_at: '2026-10-15T11:59:00.000Z',
    });
    const sent = await register
      .post('service', '/declarations/incidents')
      .send({
        incidents: [
          {
            kind: 'error',
            ref: 'asset:default/broken',
            location: 'url:https://git.example/broken.yaml',
            messages: ['spec.class: found nothing', 'spec.type: found nothing'],
          },
          {
            kind: 'conflict',
            ref: 'asset:default/secret',
            holder: 'url:https://git.example/secret.yaml',
            claimant: 'url:https://git.example/copy.yaml',
          },
        ],
      });
    expect(sent.status).toBe(204);
    const { body } = await register.get('finance', '/health');
    expect(body).toMatchObject({
      checkedAt: '2026-10-15T12:00:00.000Z',
      projection: { nodes: 11, stale: false, syncedAt: expect.any(String) },
      readModel: { records: 7, windowFrom: '2023-10', windowTo: '2028-09' },
      declarations: {
        active: 7,
        unconfirmed: [
          { ref: 'asset:default/db', since: '2026-10-15T11:59:00.000Z' },
        ],
        rejected: [
          {
            ref: 'asset:default/broken',
            location: 'url:https://git.example/broken.yaml',
            message: 'spec.class: found nothing\nspec.type: found nothing',
            source: 'catalog',
          },
        ],
        conflicts: [
          {
            ref: 'asset:default/secret',
            holder: 'url:https://git.example/secret.yaml',
            claimant: 'url:https://git.example/copy.yaml',
          },
        ],
      },
    });
    const asNarrow = await register.get('narrow', '/health');
    expect(asNarrow.body.declarations.conflicts).toMatchObject([
      { ref: 'asset:default/secret', holder: 'Not shown to you' },
    ]);
  });

  it.each<[Persona, number]>([
    ['anonymous', 401],
    ['broken', 503],
    ['denied', 403],
    ['member', 200],
    ['service', 200],
  ])('answers %s asking for health with %s', async (persona, status) => {
    expect((await register.get(persona, '/health')).status).toBe(status);
  });

  it('answers a failing database without details', async () => {
    await knex.schema.renameTable('incidents', 'incidents_away');
    const response = await register.get('finance', '/health');
    await knex.schema.renameTable('incidents_away', 'incidents');
    expect(response.status).toBe(500);
    expect(response.body.error.message).toBe('The register failed to answer');
    expect(response.text).not.toMatch(/incidents|select/);
  });
});
