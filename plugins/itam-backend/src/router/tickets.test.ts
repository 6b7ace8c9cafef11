import {
  SourceError,
  type ItamTicketSource,
} from '@backstage-itam/plugin-itam-node';
import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import {
  listedTickets,
  ticket,
} from '../usecases/tickets/__testUtils__/listedTickets';
import { shopCatalog } from './__testUtils__/shop';
import { describeShop } from './__testUtils__/shopRegister';
import {
  NOW,
  startRegister,
  type Persona,
  type Register,
} from './__testUtils__/startRegister';

const WEB = JSON.stringify([['listed.example/id', 'web']]);
const ofAsset = (id: string) => JSON.stringify(['assets', id]);

/** Two services are annotated; two assets came from the tool. */
const catalog: Entity[] = shopCatalog.map(entity =>
  entity.metadata.name === 'web'
    ? {
        ...entity,
        metadata: {
          ...entity.metadata,
          annotations: { 'listed.example/id': 'web', 'other/id': 'x' },
        },
      }
    : entity,
);

async function sourced(knex: Knex, ref: string, sourceId: string) {
  await knex('connector_records').insert({
    connector_id: 'listed',
    stream: 'assets',
    source_id: sourceId,
    ref,
    url: null,
    owned: '{}',
    conflicts: '{}',
    digest: '',
    version: 1,
    run_id: 1,
    seen_at: NOW,
    absent_since: null,
  });
}

describeShop('tickets', [], shop => {
  const source = listedTickets({
    records: { connector: 'listed', streams: ['assets'] },
  });
  let register: Register;
  let now = NOW;

  beforeAll(async () => {
    await sourced(shop.knex, 'asset:default/db', 'db');
    await sourced(shop.knex, 'asset:default/secret', 'secret');
    register = await startRegister(shop.knex, {
      catalog,
      ticketSources: [source satisfies ItamTicketSource],
      now: () => now,
    });
  });
  afterAll(async () => await register.stop());
  beforeEach(() => {
    // What was kept is too old.
    now = new Date(Date.parse(now) + 120_000).toISOString();
    source.failure = undefined;
    source.found = [];
    source.asked.length = 0;
    source.tickets = [
      ticket('1', [ofAsset('db')], { openedAt: '2026-10-01T00:00:00.000Z' }),
      ticket('2', [WEB], { openedAt: '2026-10-02T00:00:00.000Z' }),
      ticket('3', [WEB, ofAsset('secret')], {
        kind: 'change',
        openedAt: '2026-10-03T00:00:00.000Z',
      }),
      ticket('4', [ofAsset('secret')]),
    ];
  });

  const ask = async (persona: Persona, node: string, more = '') =>
    await register.get(
      persona,
      `/tickets?node=${encodeURIComponent(node)}${more}`,
    );
  const numbers = (body: { items: { number: string }[] }) =>
    body.items.map(({ number }) => number);

  it('of a service are its own and those of assets it uses', async () => {
    const { body } = await ask('finance', 'component:default/web');
    expect(numbers(body)).toEqual(['INC3', 'INC2', 'INC1']);
    expect(body).toMatchObject({
      totalItems: 3,
      counts: { incident: 2, problem: 0, change: 1, request: 0, other: 0 },
      services: [
        {
          service: { ref: 'component:default/web', resolved: true },
          tickets: 3,
        },
      ],
      sources: [{ id: 'listed', title: 'Listed', asked: true, complete: true }],
      complete: true,
    });
    expect(body.items[2]).toEqual({
      source: 'listed',
      id: '1',
      number: 'INC1',
      title: 'Ticket 1',
      kind: 'incident',
      state: 'New',
      openedAt: '2026-10-01T00:00:00.000Z',
      url: 'https://tool.example/1',
      about: [{ ref: 'asset:default/db', title: 'The db', resolved: true }],
    });
    expect(source.asked).toHaveLength(1);
  });

  it('of an asset nobody may read do not exist', async () => {
    const all = await ask('finance', 'component:default/payments-api');
    expect(numbers(all.body)).toEqual(['INC3', 'INC1', 'INC4']);
    // Reads what it owns, and not what others let its services use.
    const some = await ask('narrow', 'component:default/payments-api');
    expect(numbers(some.body)).toEqual(['INC1']);
    expect(JSON.stringify(some.body)).not.toContain('secret');
    expect((await ask('narrow', 'asset:default/secret')).status).toBe(404);
    expect((await ask('narrow', 'asset:default/nothing')).status).toBe(404);
    expect(
      numbers((await ask('finance', 'asset:default/secret')).body),
    ).toEqual(['INC3', 'INC4']);
  });

  it('are told to nobody without a name or without the right to read', async () => {
    expect((await ask('anonymous', 'component:default/web')).status).toBe(401);
    const { status, body } = await ask('denied', 'component:default/web');
    expect([status, body.items, body.sources]).toEqual([200, [], []]);
    expect(source.asked).toEqual([]);
  });

  it('of a group are those of what it owns, by service', async () => {
    const { body } = await ask('finance', 'group:default/commerce');
    expect(numbers(body)).toEqual(['INC3', 'INC2', 'INC1', 'INC4']);
    expect(
      body.services.map(
        (one: { service: { ref: string }; tickets: number }) =>
          `${one.service.ref} ${one.tickets}`,
      ),
    ).toEqual(['component:default/payments-api 3', 'component:default/web 3']);
    expect(
      numbers((await ask('finance', 'system:default/checkout')).body),
    ).toEqual(['INC3', 'INC2', 'INC1', 'INC4']);
    expect((await ask('finance', 'group:default/nowhere')).status).toBe(404);
    expect((await ask('finance', 'supplier:dell')).status).toBe(400);
  });

  it('come in pages that hold together, and by kind', async () => {
    const first = await ask('finance', 'component:default/web', '&limit=2');
    expect(numbers(first.body)).toEqual(['INC3', 'INC2']);
    const next = encodeURIComponent(first.body.nextCursor);
    const second = await ask(
      'finance',
      'component:default/web',
      `&limit=2&cursor=${next}`,
    );
    expect(numbers(second.body)).toEqual(['INC1']);
    expect(second.body.nextCursor).toBeUndefined();
    const other = await ask(
      'finance',
      'component:default/lonely',
      `&cursor=${next}`,
    );
    expect(other.status).toBe(400);
    const changes = await ask(
      'finance',
      'component:default/web',
      '&kind=change',
    );
    expect(numbers(changes.body)).toEqual(['INC3']);
    expect(changes.body).toMatchObject({
      totalItems: 1,
      counts: { incident: 2 },
    });
  });

  it('are told as they were while the tool does not answer', async () => {
    await ask('finance', 'component:default/web');
    const readAt = now;
    now = new Date(Date.parse(now) + 61_000).toISOString();
    source.failure = new SourceError('The tool is gone', 'unavailable');
    const { status, body } = await ask('finance', 'component:default/web');
    expect(status).toBe(200);
    expect(numbers(body)).toEqual(['INC3', 'INC2', 'INC1']);
    expect(body.sources).toMatchObject([
      {
        readAt,
        failure: {
          reason: 'unreachable',
          since: now,
          message: 'The tool is gone',
        },
      },
    ]);
  });

  it('are not asked for about what is linked to nothing', async () => {
    const { body } = await ask('finance', 'component:default/lonely');
    expect(body).toMatchObject({ items: [], sources: [{ asked: false }] });
    expect(source.asked).toEqual([]);
  });

  it('lead back from a configuration item to what it is here', async () => {
    const find = async (persona: Persona, id: string, of = 'listed') =>
      await register.get(persona, `/configuration-items/${of}/${id}`);
    expect((await find('finance', 'web')).body).toEqual({
      source: 'listed',
      title: 'Listed',
      items: [
        {
          ref: 'component:default/web',
          title: 'Component web',
          resolved: true,
        },
      ],
    });
    // The case of an annotation counts.
    expect((await find('finance', 'WEB')).status).toBe(404);
    expect((await find('finance', 'secret')).body.items).toMatchObject([
      { ref: 'asset:default/secret' },
    ]);
    const hidden = await find('narrow', 'secret');
    const unknown = await find('narrow', 'absent');
    expect([hidden.status, unknown.status]).toEqual([404, 404]);
    source.found = [{ stream: 'assets', sourceId: 'db' }];
    expect((await find('finance', 'ci-of-db')).body.items).toMatchObject([
      { ref: 'asset:default/db' },
    ]);
    source.failure = new SourceError('The tool is gone', 'unavailable');
    expect((await find('finance', 'ci-of-db')).status).toBe(503);
    expect((await find('finance', 'web')).status).toBe(200);
    expect((await find('denied', 'web')).status).toBe(404);
    expect((await find('anonymous', 'web')).status).toBe(401);
    expect((await find('finance', 'web', 'nothing')).status).toBe(404);
  });

  it('are not told while the catalog does not answer', async () => {
    const alone = await startRegister(shop.knex, {
      catalog,
      catalogDown: true,
      ticketSources: [source],
    });
    const { status } = await alone.get(
      'finance',
      '/tickets?node=component:default/web',
    );
    await alone.stop();
    expect(status).toBe(503);
  });
});
