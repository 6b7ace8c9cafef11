import type { JsonObject } from '@backstage/types';
import { describeShop } from './__testUtils__/shopRegister';
import { record } from './__testUtils__/shop';
import type { Persona } from './__testUtils__/startRegister';

const of = (kind: string, name: string, vendor: string, spec: JsonObject) =>
  record(kind, name, { vendor, owner: 'group:default/payments', ...spec });
const contract = (name: string, vendor: string, end: string, owner?: string) =>
  of('Contract', name, vendor, {
    type: 'support',
    term: { start: '2025-01-01', end },
    ...(owner ? { owner } : {}),
  });

const records = [
  contract('past', 'aardvark', '2026-01-31'),
  contract('later', 'aardvark', '2027-06-30'),
  contract('sooner', 'aardvark', '2026-12-31'),
  of('License', 'tool', 'aardvark', {
    type: 'subscription',
    product: 'Tool',
    metric: 'named-user',
    quantity: 3,
    term: { start: '2026-01-01', end: '2027-12-31' },
  }),
  of('Asset', 'thing', 'aardvark', {
    class: 'hardware',
    type: 'server',
    stage: 'maintenance',
    tag: 'THING',
    serialNumber: 'THING',
    manufacturer: 'Aardvark',
  }),
  contract('odd', 'odd_one', '2026-11-30'),
  contract('theirs', 'secretive', '2026-11-01', 'group:default/other'),
];

interface Item {
  vendor: string;
  nextDecision?: { dueOn: string; record: { ref: string } };
}

describeShop('suppliers', records, shop => {
  const list = async (persona: Persona, query = '') => {
    const { status, body } = await shop.register.get(
      persona,
      `/suppliers?${query}`,
    );
    expect(status).toBe(200);
    const items: Item[] = body.items;
    return { items, names: items.map(({ vendor }) => vendor), body };
  };

  it('count what each supplies, with the next date to act on', async () => {
    const { items, body } = await list('finance', 'vendor=aardvark');
    expect(body.totalItems).toBe(1);
    expect(items).toEqual([
      {
        vendor: 'aardvark',
        contracts: 3,
        licenses: 1,
        assets: 1,
        nextDecision: {
          dueOn: '2026-12-31',
          dueKind: 'term',
          record: {
            ref: 'contract:default/sooner',
            title: 'The sooner',
            resolved: true,
          },
        },
      },
    ]);
  });

  it('are found by a part of their name, wildcards taken as they are', async () => {
    expect((await list('finance', 'q=ARDV')).names).toEqual(['aardvark']);
    expect((await list('finance', 'q=_')).names).toEqual(['odd_one']);
    expect((await list('finance', 'q=nobody')).body).toEqual({
      items: [],
      totalItems: 0,
      canName: true,
    });
  });

  it.each([
    ['vendor', 'asc'],
    ['vendor', 'desc'],
    ['contracts', 'desc'],
    ['licenses', 'asc'],
    ['assets', 'desc'],
    ['nextDecision', 'asc'],
    ['nextDecision', 'desc'],
  ])(
    'sorted by %s, %s, come page by page without gaps',
    async (sort, order) => {
      const query = `sort=${sort}&order=${order}`;
      const whole = await list('finance', query);
      expect(whole.names.length).toBe(whole.body.totalItems);
      const paged: string[] = [];
      let cursor: string | undefined;
      do {
        const page = await list(
          'finance',
          `${query}&limit=2${
            cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''
          }`,
        );
        paged.push(...page.names);
        cursor = page.body.nextCursor;
      } while (cursor);
      expect(paged).toEqual(whole.names);
    },
  );

  it.each(['asc', 'desc'])(
    'have those without a decision last, sorted %s',
    async order => {
      const { items } = await list(
        'finance',
        `sort=nextDecision&order=${order}`,
      );
      const days = items.flatMap(({ nextDecision }) =>
        nextDecision ? [nextDecision.dueOn] : [],
      );
      const sorted = [...days].sort();
      expect(days).toEqual(order === 'asc' ? sorted : sorted.reverse());
      expect(items[0].nextDecision).toBeDefined();
    },
  );

  it('are those of records the caller may read, and no others', async () => {
    expect((await list('finance')).names).toContain('secretive');
    for (const persona of ['member', 'denied'] as const) {
      const { names, body } = await list(persona);
      expect(names).not.toContain('secretive');
      expect(body.totalItems).toBe(names.length);
      const readable = await shop.register.get(persona, '/records?limit=500');
      const vendors: string[] = readable.body.items.flatMap(
        (one: { vendor?: string }) => one.vendor ?? [],
      );
      expect(names).toEqual([...new Set(vendors)].sort());
    }
  });

  it('refuse a cursor of another list', async () => {
    const { body } = await list('finance', 'limit=1');
    const answer = await shop.register.get(
      'finance',
      `/suppliers?limit=1&sort=assets&cursor=${encodeURIComponent(
        body.nextCursor,
      )}`,
    );
    expect(answer.status).toBe(400);
  });

  it('narrow findings to the records of one of them', async () => {
    const { body } = await shop.register.get(
      'finance',
      '/findings?vendor=aardvark&limit=500',
    );
    const subjects = new Set(
      body.items.map((one: { subject: { ref: string } }) => one.subject.ref),
    );
    expect(subjects.size).toBeGreaterThan(0);
    const ours = records
      .filter(({ spec }) => spec?.vendor === 'aardvark')
      .map(
        ({ kind, metadata }) =>
          `${kind.toLowerCase()}:default/${metadata.name}`,
      );
    expect([...subjects].filter(ref => !ours.includes(String(ref)))).toEqual(
      [],
    );
    expect(body.totalItems).toBe(body.items.length);
  });

  it('are called what finance says, found and sorted by it', async () => {
    const { register } = shop;
    const path = '/suppliers/odd_one/title';
    const named = await register
      .put('finance', path)
      .send({ title: '  Zwölf   Monde GmbH ' });
    expect(named).toMatchObject({
      status: 200,
      body: { vendor: 'odd_one', title: 'Zwölf Monde GmbH' },
    });
    expect((await list('finance', 'q=ZWÖLF')).items).toEqual([
      expect.objectContaining({ vendor: 'odd_one', title: 'Zwölf Monde GmbH' }),
    ]);
    const { names } = await list('finance', 'sort=vendor&order=desc');
    expect(names[0]).toBe('odd_one');
    const first = await list('finance', 'sort=vendor&order=desc&limit=1');
    const rest = await list(
      'finance',
      `sort=vendor&order=desc&limit=100&cursor=${encodeURIComponent(
        first.body.nextCursor,
      )}`,
    );
    expect([...first.names, ...rest.names]).toEqual(names);

    const cost = await register
      .post('finance', '/costs/query')
      .send({ of: ['supplier:odd_one'] });
    expect(JSON.stringify(cost.body)).toContain('Zwölf Monde GmbH');
    const found = await register.get('finance', '/records?vendor=odd_one');
    expect(found.body.items[0]).toMatchObject({
      vendor: 'odd_one',
      vendorTitle: 'Zwölf Monde GmbH',
    });

    await register.delete('finance', path);
    expect((await list('finance', 'q=ZWÖLF')).names).toEqual([]);
    expect(await register.delete('finance', path)).toMatchObject({
      status: 404,
    });
  });

  it('whose records are hidden are not found to be called something', async () => {
    const { register } = shop;
    await register
      .put('finance', '/suppliers/secretive/title')
      .send({ title: 'Secretive, Inc.' });
    for (const q of ['secretive', 'inc.']) {
      expect((await list('member', `q=${q}`)).body).toEqual({
        items: [],
        totalItems: 0,
        canName: false,
      });
    }
  });

  it.each([
    [
      'an empty title',
      'aardvark',
      { title: '   ' },
      400,
      /title: allowed: text/,
    ],
    ['a NUL in it', 'aardvark', { title: 'A\u0000' }, 400, /NUL/],
    ['reversed text', 'aardvark', { title: 'A\u202eB' }, 400, /bidi/],
    ['a long one', 'aardvark', { title: 'x'.repeat(201) }, 400, /title/],
    ['none', 'aardvark', {}, 400, /title/],
    ['a supplier no record is from', 'nobody', { title: 'N' }, 404, /nobody/],
  ])('refuse %s', async (_, vendor, body, status, message) => {
    const answer = await shop.register
      .put('finance', `/suppliers/${vendor}/title`)
      .send(body);
    expect(answer.status).toBe(status);
    expect(JSON.stringify(answer.body)).toMatch(message);
  });
});
