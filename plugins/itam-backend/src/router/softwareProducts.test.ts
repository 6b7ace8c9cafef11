import { ConfigReader } from '@backstage/config';
import { readRegisterConfig } from '../config';
import { evaluatePending } from '../usecases/policies/evaluatePending';
import { record } from './__testUtils__/shop';
import { describeShop } from './__testUtils__/shopRegister';
import { NOW } from './__testUtils__/startRegister';

const API = 'component:default/payments-api';
const WEB = 'component:default/web';

const database = record('License', 'database', {
  type: 'perpetual',
  product: 'Fancy Database',
  publisher: 'Fancy Software GmbH',
  owner: 'group:default/payments',
  metric: 'instance',
  quantity: 5,
});

const tool = record('License', 'tool', {
  type: 'subscription',
  product: 'Fancy Tool',
  owner: 'group:default/payments',
  metric: 'named-user',
  quantity: 1,
  term: { start: '2026-01-01', end: '2026-12-31' },
  assignments: [{ to: 'user:default/manager' }],
});

const product = (name: string, over: object = {}) => ({
  type: 'application',
  name,
  version: '19.3',
  ...over,
});
const bomOf = (...components: object[]) =>
  JSON.stringify({ bomFormat: 'CycloneDX', specVersion: '1.6', components });

describeShop('products in bills of materials', [database, tool], shop => {
  const pathOf = (ref: string) => `/services/${ref.replace(':', '/')}/software`;
  const upload = async (ref: string, ...components: object[]) => {
    const answer = await shop.register
      .put('service', pathOf(ref))
      .set('Content-Type', 'application/vnd.cyclonedx+json')
      .send(bomOf(...components));
    expect([answer.status, answer.body.error?.message]).toEqual([
      200,
      undefined,
    ]);
    return answer.body;
  };
  const list = async (query = '') => {
    const { status, body } = await shop.register.get(
      'finance',
      `/discoveries?kind=software${query}`,
    );
    expect(status).toBe(200);
    return body.items;
  };
  const detailOf = async (name: string) => {
    const [item] = await list(`&q=${encodeURIComponent(name)}`);
    return item
      ? (await shop.register.get('finance', `/discoveries/${item.id}`)).body
      : undefined;
  };
  const deliver = async (...entries: object[]) =>
    await shop.register
      .post('service', '/discoveries/software')
      .send({ source: 'fleet-agent', entries });
  const findingsOf = async () => {
    const { body } = await shop.register.get(
      'finance',
      '/findings?rule=discovered-product-unmatched',
    );
    return body.items.map(({ message }: { message: string }) => message);
  };
  const evaluate = async () =>
    await evaluatePending(
      {
        database: shop.knex,
        config: readRegisterConfig(new ConfigReader({})),
      },
      new Date(NOW),
    );

  afterEach(async () => {
    for (const table of [
      'findings',
      'software_sightings',
      'discovered_items',
      'service_software',
    ]) {
      await shop.knex(table).delete();
    }
  });

  it('are shadow IT where nothing is behind them; libraries are none', async () => {
    await upload(
      API,
      product('Report Engine', { publisher: 'Reports Ltd' }),
      {
        type: 'library',
        name: 'paid-charts',
        licenses: [{ license: { name: 'Commercial License' } }],
      },
      {
        type: 'library',
        name: 'express',
        publisher: 'OpenJS',
        licenses: [{ license: { id: 'MIT' } }],
      },
    );
    expect(await list()).toMatchObject([
      { name: 'paid-charts', state: 'unmatched', services: 1 },
      {
        name: 'Report Engine 19.3',
        publisher: 'Reports Ltd',
        state: 'unmatched',
        devices: 0,
        users: 0,
        services: 1,
        firstSeen: '2026-10-15',
      },
    ]);
    expect((await detailOf('report')).sightings).toEqual([
      {
        name: 'Report Engine 19.3',
        service: API,
        lastSeen: '2026-10-15',
        source: `bill of materials of ${API}`,
      },
    ]);
    expect(await findingsOf()).toContainEqual(
      expect.stringMatching(
        /"Report Engine 19\.3" was found in the bill of materials of 1 service, and no licence/,
      ),
    );
  });

  it('are known by the rules of lists, and are the same names', async () => {
    await deliver({
      name: 'Fancy Database 18.0',
      publisher: 'Fancy Software',
      device: 'HW-2',
      lastSeen: '2026-10-10',
    });
    await upload(
      API,
      product('Fancy Database', { publisher: 'Fancy Software' }),
    );
    await upload(
      WEB,
      product('fancy database', { publisher: 'Fancy Software' }),
    );
    expect(await list()).toMatchObject([
      {
        name: 'Fancy Database 18.0',
        state: 'matched',
        matches: ['license:default/database'],
        devices: 1,
        services: 2,
        firstSeen: '2026-10-10',
        lastSeen: '2026-10-15',
      },
    ]);
    expect(await findingsOf()).toEqual([]);
    const { body } = await shop.register.get('finance', pathOf(API));
    expect(body.products).toEqual([
      {
        name: 'Fancy Database 18.0',
        publisher: 'Fancy Software',
        state: 'matched',
        matches: ['license:default/database'],
        discovery: expect.any(Number),
        devices: 1,
        users: 0,
        services: 2,
      },
    ]);
    // Where else it was found is for those who see discoveries.
    const seen = await shop.register.get('member', pathOf(API));
    expect(seen.body.products).toEqual([
      {
        name: 'Fancy Database 18.0',
        publisher: 'Fancy Software',
        state: 'matched',
        matches: ['license:default/database'],
      },
    ]);
  });

  it('are part of what the pool of their licence consumes', async () => {
    const positionFor = async (persona: 'finance' | 'member') =>
      (
        await shop.register.get(
          persona,
          '/licenses/position/range?license=license:default/database',
        )
      ).body;
    expect((await positionFor('finance')).pool).toMatchObject({
      consumed: 0,
      found: 0,
      balance: 5,
    });
    await upload(API, product('Fancy Database'));
    await upload(WEB, product('Fancy Database'));
    expect(await positionFor('finance')).toMatchObject({
      pool: {
        assigned: 0,
        consumed: 2,
        found: 2,
        foundIn: { users: 0, devices: 0, services: 2 },
        balance: 3,
      },
      discoveries: [{ name: 'Fancy Database 19.3' }],
    });
    // The server is used by both services: it is one installation, not three.
    await deliver({
      name: 'Fancy Database',
      device: 'S-1',
      lastSeen: '2026-10-14',
    });
    const seen = await positionFor('member');
    expect(seen.pool).toMatchObject({
      consumed: 1,
      found: 1,
      foundIn: { users: 0, devices: 1, services: 0 },
    });
    expect(seen).not.toHaveProperty('discoveries');
    const detail = await shop.register.get(
      'finance',
      '/records/license/default/database',
    );
    expect(detail.body.position).toMatchObject({ consumed: 1, found: 1 });
  });

  it('make a pool short, which is a finding of its licence', async () => {
    const short = async () => {
      await evaluate();
      const { body } = await shop.register.get(
        'finance',
        '/findings?rule=license-short&record=license:default/tool',
      );
      return body.totalItems;
    };
    expect(await short()).toBe(0);
    // The manager has the seat; the laptop is the member's.
    await deliver(
      { name: 'Fancy Tool 2.0', user: 'manager', lastSeen: '2026-10-14' },
      { name: 'Fancy Tool', device: 'HW-2', lastSeen: '2026-10-14' },
    );
    expect(await short()).toBe(1);
    const detail = await shop.register.get(
      'finance',
      '/records/license/default/tool',
    );
    expect(detail.body.position).toMatchObject({
      entitled: 1,
      consumed: 2,
      found: 1,
      balance: -1,
    });
  });

  it('are what the newest bill says; lists and other bills stay as they are', async () => {
    await deliver({
      name: 'Report Engine',
      user: 'member',
      lastSeen: '2026-10-10',
    });
    await upload(API, product('Report Engine'), product('Old Tool'));
    await upload(WEB, product('Report Engine'));
    expect(await upload(API, product('New Tool'))).toMatchObject({
      state: 'replaced',
    });
    expect(await list()).toMatchObject([
      { name: 'New Tool 19.3', services: 1 },
      { name: 'Report Engine', services: 1, users: 1 },
    ]);
    expect((await findingsOf()).join(' ')).not.toMatch(/Old Tool/);
    const removed = await shop.register.delete('finance', pathOf(WEB));
    expect(removed.status).toBe(204);
    expect(await list()).toMatchObject([
      { name: 'New Tool 19.3', services: 1 },
      { name: 'Report Engine', services: 0, users: 1 },
    ]);
    const gone = await shop.register.get('finance', pathOf(WEB));
    expect(gone.body).toMatchObject({ components: 0, products: [] });
    expect((await shop.register.delete('finance', pathOf(WEB))).status).toBe(
      404,
    );
  });

  it('keep what a person decided, also after they are gone', async () => {
    await upload(API, product('Report Engine'));
    const { discovery } = await detailOf('report');
    const dismissed = await shop.register
      .post('finance', `/discoveries/${discovery.id}/dismiss`)
      .set('If-Match', '"1"')
      .send({ reason: 'Free of charge' });
    expect(dismissed.status).toBe(200);
    await upload(API);
    expect(await detailOf('report')).toMatchObject({
      discovery: { state: 'dismissed', services: 0 },
      sightings: [],
    });
    await upload(API, product('Report Engine'));
    expect(await findingsOf()).toEqual([]);
  });

  it('are libraries, too, once the register has one of their name and publisher', async () => {
    const library = (name: string, over: object) => ({
      type: 'library',
      name,
      version: '9.0',
      ...over,
    });
    await upload(
      API,
      library('paper-core', {
        group: 'com.paper',
        publisher: 'Paper Works Inc.',
      }),
      library('paper-core', { group: 'org.other' }),
      library('pdf', {
        cpe: 'cpe:2.3:a:paper_works:paper_core:9.0:*:*:*:*:*:*:*',
      }),
    );
    expect(await list()).toEqual([]);
    const license = await shop.register.post('finance', '/records').send({
      kind: 'License',
      name: 'paper',
      spec: {
        type: 'subscription',
        product: 'Paper Core',
        publisher: 'Paper Works',
        owner: 'group:default/payments',
        metric: 'instance',
        quantity: 1,
      },
    });
    expect(license.status).toBe(201);
    await evaluate();
    expect(await list()).toMatchObject([
      {
        name: 'paper-core 9.0',
        state: 'matched',
        matches: ['license:default/paper'],
        services: 1,
      },
    ]);
    const retired = await shop.register
      .delete('finance', '/records/license/default/paper')
      .set('If-Match', license.headers.etag);
    expect(retired.status).toBe(204);
    await evaluate();
    expect(await list()).toEqual([]);
  });

  it('are gone while the service is not in the catalog', async () => {
    await upload(API, product('Report Engine'));
    const node = await shop.knex('nodes').where('ref', API).first();
    await shop.knex('nodes').where('ref', API).delete();
    await evaluate();
    expect(await list()).toEqual([]);
    await shop.knex('nodes').insert(node);
    await evaluate();
    expect(await list()).toMatchObject([{ name: 'Report Engine 19.3' }]);
  });
});
