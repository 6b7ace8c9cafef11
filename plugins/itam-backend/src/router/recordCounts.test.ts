import { record } from './__testUtils__/shop';
import { describeShop } from './__testUtils__/shopRegister';
import type { Persona } from './__testUtils__/startRegister';

/** Its holder and one of two with a seat have left. */
const left = [
  record('Asset', 'left-laptop', {
    class: 'hardware',
    type: 'laptop',
    stage: 'maintenance',
    owner: 'group:default/payments',
    assignee: 'user:default/gone',
    tag: 'HW-77',
  }),
  record('License', 'left-seat', {
    type: 'subscription',
    product: 'Figma',
    owner: 'group:default/payments',
    metric: 'named-user',
    quantity: 4,
    assignments: [
      { to: 'user:default/gone' },
      { to: 'user:default/member' },
      { to: 'user:default/long-gone', until: '2026-02-01' },
    ],
  }),
  record('License', 'device-seat', {
    type: 'perpetual',
    product: 'Windows',
    owner: 'group:default/payments',
    metric: 'device',
    quantity: 4,
    assignments: [{ to: 'asset:default/left-laptop' }],
  }),
];

describeShop('counts of records', left, shop => {
  const get = async (persona: Persona, path: string) => {
    const { body, status } = await shop.register.get(persona, path);
    expect({ status, body }).toMatchObject({ status: 200 });
    return body;
  };
  const counts = async (persona: Persona, query: string) => {
    const body = await get(persona, `/records/counts?${query}`);
    const items: { key: string; records: number }[] = body.items;
    return Object.fromEntries(items.map(({ key, records }) => [key, records]));
  };
  const refs = async (persona: Persona, query: string) => {
    const body = await get(persona, `/records?${query}&sort=ref`);
    const items: { ref: string }[] = body.items;
    expect(body.totalItems).toBe(items.length);
    return items.map(item => item.ref);
  };

  it.each([
    ['class', 'stage'],
    ['kind', 'class'],
    ['stage', 'kind'],
  ])(
    'are counted by %s and %s as the list narrowed to both',
    async (by, across) => {
      for (const persona of ['finance', 'member', 'other'] as const) {
        const { items } = await get(
          persona,
          `/records/counts?by=${by}&across=${across}`,
        );
        expect(items.length).toBeGreaterThan(1);
        for (const item of items) {
          const parts: { key: string; records: number }[] = item.across;
          expect(parts.reduce((sum, { records }) => sum + records, 0)).toBe(
            item.records,
          );
          // Those without a value cannot be asked for.
          const known = item.key === 'none' ? [] : parts;
          for (const { key, records } of known.filter(
            part => part.key !== 'none',
          )) {
            const list = `${by}=${item.key}&${across}=${key}`;
            expect((await refs(persona, list)).length).toBe(records);
          }
        }
      }
    },
  );

  it('have no second field unless it is asked for', async () => {
    const { items } = await get('finance', '/records/counts?by=kind');
    expect(items[0]).not.toHaveProperty('across');
  });

  it.each([
    'by=group&across=stage',
    'by=assignee&across=class',
    'by=stage&across=stage',
    'by=class&across=owner',
  ])('are not counted %s', async query => {
    const { status } = await shop.register.get(
      'finance',
      `/records/counts?${query}`,
    );
    expect(status).toBe(400);
  });

  it.each(['kind', 'class', 'stage'])(
    'are those of the list narrowed to each %s, for everybody',
    async by => {
      for (const persona of ['finance', 'member', 'other'] as const) {
        const counted = await counts(persona, `by=${by}`);
        expect(Object.keys(counted).length).toBeGreaterThan(1);
        // Those without a value cannot be asked for.
        const known = Object.entries(counted).filter(([key]) => key !== 'none');
        for (const [key, records] of known) {
          expect((await refs(persona, `${by}=${key}`)).length).toBe(records);
        }
        const total = Object.values(counted).reduce((sum, n) => sum + n, 0);
        expect((await get(persona, '/records')).totalItems).toBe(total);
      }
    },
  );

  it('count a record for its owner and for every group above', async () => {
    const byGroup = await counts('finance', 'by=group');
    for (const group of ['payments', 'storefront', 'commerce', 'other']) {
      const ref = `group:default/${group}`;
      expect(byGroup[ref]).toBe((await refs('finance', `owner=${ref}`)).length);
    }
    const byOwner = await counts('finance', 'by=owner');
    expect(byOwner['group:default/commerce']).toBeUndefined();
    expect(byOwner['group:default/ghost']).toBe(1);
    expect(byGroup['group:default/ghost']).toBeUndefined();
  });

  it('count what each person holds, seats included, by name', async () => {
    const { items } = await get('finance', '/records/counts?by=assignee');
    const member = 'user:default/member';
    expect(items).toContainEqual({
      key: member,
      label: { ref: member, title: 'User member', resolved: true },
      records: (await refs('finance', `assignee=${member}`)).length,
    });
  });

  it('find records whose owner the catalog does not have', async () => {
    expect(await refs('finance', 'ownerState=unknown')).toEqual([
      'asset:default/orphan',
    ]);
    expect(await counts('finance', 'by=owner&ownerState=unknown')).toEqual({
      'group:default/ghost': 1,
    });
    expect(await refs('finance', 'ownerState=none')).toEqual([]);
    // Who may not read it is not told of it.
    expect(await refs('member', 'ownerState=unknown')).toEqual([]);
    expect(await counts('member', 'by=owner&ownerState=unknown')).toEqual({});
  });

  it('find what is held by people whom the catalog does not have', async () => {
    const held = ['asset:default/left-laptop', 'license:default/left-seat'];
    expect(await refs('finance', 'assigneeState=unknown')).toEqual(held);
    expect(await refs('member', 'assigneeState=unknown')).toEqual(held);
    // The others who have a seat of the licence are not among them.
    expect(
      await counts('finance', 'by=assignee&assigneeState=unknown'),
    ).toEqual({ 'user:default/gone': 2 });
    expect(await refs('other', 'assigneeState=unknown')).toEqual([]);
  });

  it('find nobody missing while the catalog was never read', async () => {
    await shop.knex('settings').where('key', 'projection.synced-at').delete();
    expect(await refs('finance', 'ownerState=unknown')).toEqual([]);
    expect(await refs('finance', 'assigneeState=unknown')).toEqual([]);
  });

  it('refuse what they cannot be counted by', async () => {
    const ask = async (query: string) =>
      (await shop.register.get('finance', `/records/counts${query}`)).status;
    expect(await ask('')).toBe(400);
    expect(await ask('?by=amount')).toBe(400);
    expect(await ask('?by=kind&ownerState=any')).toBe(400);
  });
});
