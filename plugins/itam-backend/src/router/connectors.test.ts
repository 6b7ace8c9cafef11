import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import type { Knex } from 'knex';
import { readRegisterConfig } from '../config';
import { runConnector } from '../usecases/connectors/runConnector';
import {
  laptop,
  ListedSource,
  listedConnector,
} from '../usecases/connectors/__testUtils__/listedSource';
import {
  NOW,
  seedRegister,
  startRegister,
  type Register,
} from './__testUtils__/startRegister';

jest.setTimeout(60_000);

describe('the routes of connectors', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  const source = new ListedSource('assets', 'Asset', 10);
  const connector = listedConnector([source], { conflicts: 'register' });
  const triggered: string[] = [];
  let register: Register;
  let knex: Knex;

  const run = async () =>
    await runConnector(
      {
        database: knex,
        config: readRegisterConfig(new ConfigReader({})),
        logger: mockServices.logger.mock(),
        now: () => new Date(NOW),
      },
      connector,
      new AbortController().signal,
    );

  beforeAll(async () => {
    knex = await databases.init('SQLITE_3');
    await seedRegister(knex, { catalog: [], records: [] });
    register = await startRegister(knex, {
      catalog: [],
      connectors: [connector],
      triggerConnector: async id => {
        triggered.push(id);
      },
    });
    source.records = [
      laptop(1, {
        owner: 'group:default/secret',
        'financials.purchase.amount': '1999.00 EUR',
        'financials.purchase.date': '2026-01-31',
      }),
      laptop(2, { status: 'In limbo' }),
    ];
    await run();
    await knex('connector_records').update({
      conflicts: JSON.stringify({
        notes: 'Theirs',
        'financials.purchase.amount': '',
      }),
    });
  });
  afterAll(async () => await register.stop());

  it('list them with what they did last', async () => {
    const { body } = await register.get('finance', '/connectors');
    expect(body).toEqual({
      canRun: true,
      items: [
        {
          id: 'listed',
          title: 'Listed',
          streams: [{ id: 'assets', kind: 'Asset' }],
          conflicts: 'register',
          removal: 'retire',
          state: 'idle',
          lastRun: {
            id: 1,
            full: true,
            dryRun: false,
            state: 'succeeded',
            startedAt: NOW,
            finishedAt: NOW,
            counts: {
              created: 1,
              changed: 0,
              unchanged: 0,
              unknown: 0,
              conflicting: 0,
              failed: 1,
              absent: 0,
              retired: 0,
            },
          },
          lastSuccessAt: NOW,
          lastFullAt: NOW,
          nextRunAt: '2026-10-15T13:00:00.000Z',
        },
      ],
    });
    const runs = await register.get('finance', '/connectors/listed/runs');
    expect(runs.body.items).toEqual([body.items[0].lastRun]);
  });

  it('name the problems of a run, to those who may read the records', async () => {
    const path = '/connectors/listed/runs/1/problems';
    const all = await register.get('finance', path);
    expect(all.body.items).toEqual([
      {
        kind: 'failed',
        stream: 'assets',
        sourceId: 'id-2',
        message: expect.stringContaining('In limbo'),
      },
    ]);
    const some = await register.get('manager', path);
    expect(some.body.items).toMatchObject([{ message: 'Not shown to you' }]);
    expect(
      (await register.get('finance', '/connectors/listed/runs/9/problems'))
        .status,
    ).toBe(404);
  });

  it('tell who fills a record, without amounts, to those who may read it', async () => {
    const path = '/records/asset/default/hw-1/sources';
    const { body } = await register.get('finance', path);
    expect(body.items).toMatchObject([
      {
        connector: 'listed',
        title: 'Listed',
        sourceId: 'id-1',
        url: 'https://tool.example/asset/1',
        conflicts: [
          { field: 'notes', sourceValue: 'Theirs' },
          { field: 'financials.purchase.amount' },
        ],
        seenAt: NOW,
      },
    ]);
    expect(JSON.stringify(body)).not.toContain('1999');
    expect((await register.get('manager', path)).status).toBe(404);
  });

  it('have it run for those who may change everything', async () => {
    const path = '/connectors/listed/runs';
    expect((await register.post('manager', path).send({})).status).toBe(403);
    expect(triggered).toEqual([]);
    const asked = await register.post('finance', path).send({ dryRun: true });
    expect([asked.status, asked.body.state]).toEqual([202, 'requested']);
    expect(triggered).toEqual(['listed']);
    await run();
    const { body } = await register.get('finance', '/connectors');
    expect(body.items[0]).toMatchObject({
      state: 'idle',
      lastRun: { dryRun: true, startedBy: 'user:default/finance' },
    });
    expect(
      (await register.post('finance', path).send({ drill: true })).status,
    ).toBe(400);
  });

  it('have it run once at a time', async () => {
    await knex('connectors').update({
      lease_until: '2026-10-15T12:05:00.000Z',
    });
    const answer = await register
      .post('finance', '/connectors/listed/runs')
      .send({});
    expect([answer.status, answer.body.error.name]).toEqual([
      409,
      'ConflictError',
    ]);
    await knex('connectors').update({ lease_until: null });
  });
});
