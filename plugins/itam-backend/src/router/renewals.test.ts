import type { JsonObject } from '@backstage/types';
import { describeShop } from './__testUtils__/shopRegister';
import { record } from './__testUtils__/shop';

const contract = (name: string, spec: JsonObject) =>
  record('Contract', name, {
    type: 'support',
    vendor: 'acme',
    owner: 'group:default/payments',
    ...spec,
  });

const charge = (amount: string, every: string, from: string): JsonObject => ({
  financials: { charges: [{ amount, currency: 'EUR', every, from }] },
});

const records = [
  contract('manual', {
    term: { start: '2025-11-16', end: '2026-11-15' },
    renewal: { kind: 'manual', noticeDays: 10 },
    ...charge('100.00', 'month', '2025-11-16'),
  }),
  contract('given', {
    term: { start: '2026-01-01', end: '2026-10-31' },
    renewal: {
      kind: 'automatic',
      months: 12,
      noticeDays: 30,
      noticeGiven: '2026-09-01',
    },
  }),
  contract('far', {
    term: { start: '2026-01-01', end: '2028-12-31' },
  }),
  contract('endless', {
    term: { start: '2026-01-01' },
  }),
  record('License', 'alone', {
    type: 'subscription',
    product: 'Alone',
    owner: 'group:default/payments',
    vendor: 'acme',
    metric: 'named-user',
    quantity: 10,
    term: { start: '2026-01-01', end: '2026-12-31' },
    financials: {
      price: { amount: '5.00', currency: 'EUR', per: 'unit', every: 'month' },
    },
  }),
  // The date of an asset is no renewal.
  record('Asset', 'rights', {
    class: 'digital',
    type: 'image',
    stage: 'maintenance',
    owner: 'group:default/payments',
    rights: { licensor: 'A Studio', until: '2026-11-11' },
  }),
];

interface Item {
  record: { ref: string };
  [field: string]: unknown;
}

describeShop('renewals', records, shop => {
  const renewals = async (query: string = '') =>
    await shop.register.get('finance', `/renewals${query}`);
  const refsOf = (items: Item[]) => items.map(item => item.record.ref);

  it('lists what ends or has to be decided, the next date first', async () => {
    const { status, body } = await renewals();
    expect(status).toBe(200);
    expect([body.from, body.to]).toEqual(['2026-10-15', '2027-01-13']);
    expect(body.totalItems).toBe(5);
    expect(
      body.items.map((item: Item) => [
        item.record.ref,
        item.state,
        item.dueOn,
        item.dueKind,
        item.daysLeft,
        item.renewalKind,
      ]),
    ).toEqual([
      [
        'contract:default/given',
        'expiring',
        '2026-10-31',
        'term',
        16,
        'automatic',
      ],
      [
        'contract:default/github',
        'notice-due',
        '2026-11-01',
        'notice',
        17,
        'automatic',
      ],
      [
        'contract:default/manual',
        'notice-due',
        '2026-11-05',
        'notice',
        21,
        'manual',
      ],
      ['license:default/github', 'expiring', '2026-12-31', 'term', 77, 'none'],
      ['license:default/alone', 'expiring', '2026-12-31', 'term', 77, 'none'],
    ]);
  });

  it('says what the term costs and the next one is going to', async () => {
    const { body } = await renewals();
    const of = (ref: string) =>
      body.items.find((item: Item) => item.record.ref === ref);
    expect(of('contract:default/github')).toMatchObject({
      start: '2026-01-01',
      end: '2026-12-31',
      currentAmount: { amount: '1200.00', currency: 'USD' },
      nextAmount: { amount: '1260.00', currency: 'USD' },
      estimated: true,
    });
    expect(of('contract:default/manual').currentAmount).toEqual({
      amount: '1200.00',
      currency: 'EUR',
    });
    expect(of('contract:default/manual')).not.toHaveProperty('nextAmount');
    expect(of('contract:default/given').noticeGiven).toBe('2026-09-01');
    // 10 units, 5.00 each, 12 months; the other one is paid by its contract.
    expect(of('license:default/alone').currentAmount).toEqual({
      amount: '600.00',
      currency: 'EUR',
    });
    expect(of('license:default/github')).not.toHaveProperty('currentAmount');
    expect(body.totals).toEqual({
      nextAmount: [{ amount: '1260.00', currency: 'USD' }],
    });
    const detail = await shop.register.get(
      'finance',
      '/records/contract/default/github',
    );
    expect(detail.body.renewal.next[0].amount).toEqual(
      of('contract:default/github').nextAmount,
    );
  });

  it.each([
    ['?decision=true', ['contract:default/github', 'contract:default/manual']],
    [
      '?state=expiring&vendor=acme',
      ['contract:default/given', 'license:default/alone'],
    ],
    ['?state=ended', []],
    ['?vendor=github', ['contract:default/github', 'license:default/github']],
    ['?owner=group:default/other', ['contract:default/github']],
    ['?owner=commerce&decision=true', ['contract:default/manual']],
    [
      '?from=2026-11-01&to=2026-11-05',
      ['contract:default/github', 'contract:default/manual'],
    ],
    ['?from=2028-12-31&to=2028-12-31', ['contract:default/far']],
  ])('filters by %s', async (query, refs) => {
    const { body } = await renewals(query);
    expect(refsOf(body.items)).toEqual(refs);
    expect(body.totalItems).toBe(refs.length);
  });

  it.each(['', '&state=expiring'])('pages through all once%s', async filter => {
    const whole = await renewals(`?limit=500${filter}`);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { body } = await renewals(
        `?limit=2${filter}${cursor ? `&cursor=${cursor}` : ''}`,
      );
      expect(body.totalItems).toBe(whole.body.totalItems);
      seen.push(...refsOf(body.items));
      cursor = body.nextCursor;
    } while (cursor);
    expect(seen).toEqual(refsOf(whole.body.items));
  });

  it('refuses a cursor of another list', async () => {
    const { body } = await renewals('?limit=1');
    const other = await renewals(
      `?limit=1&decision=true&cursor=${body.nextCursor}`,
    );
    expect(other.status).toBe(400);
    const records1 = await shop.register.get(
      'finance',
      `/records?cursor=${body.nextCursor}`,
    );
    expect(records1.status).toBe(400);
  });

  it('shows each what they may read, amounts apart', async () => {
    const member = await shop.register.get('member', '/renewals');
    expect(refsOf(member.body.items)).toEqual([
      'contract:default/given',
      'contract:default/manual',
      'license:default/github',
      'license:default/alone',
    ]);
    const other = await shop.register.get('other', '/renewals');
    expect(refsOf(other.body.items)).toEqual([
      'contract:default/github',
      'license:default/github',
    ]);
    const held = other.body.items[1];
    expect(held.record).not.toHaveProperty('monthlyCost');
    expect(held).not.toHaveProperty('currentAmount');
    const denied = await shop.register.get('denied', '/renewals');
    expect(denied.body).toMatchObject({ items: [], totalItems: 0 });
  });

  it('comes as CSV', async () => {
    const { register } = shop;
    register.auditor.createEvent.mockClear();
    const { text } = await renewals('?format=csv&vendor=github');
    expect(text.trim().split('\r\n')).toEqual([
      'ref,kind,title,vendor,owner,state,start,end,dueOn,dueKind,daysLeft,renewalKind,noticeGiven,currentAmount,currentCurrency,nextAmount,nextCurrency,estimated',
      'contract:default/github,Contract,The github,github,group:default/other,notice-due,2026-01-01,2026-12-31,2026-11-01,notice,17,automatic,,1200.00,USD,1260.00,USD,true',
      'license:default/github,License,The github,github,group:default/payments,expiring,2026-01-01,2026-12-31,2026-12-31,term,77,none,,,,,,',
    ]);
    expect(register.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'renewals-export' }),
    );
  });

  it.each([
    ['anonymous', '', 401],
    ['broken', '', 503],
    ['finance', '?from=2026-02-30', 400],
    ['finance', '?from=2026-03-02&to=2026-03-01', 400],
    ['finance', '?state=late', 400],
    ['finance', '?owner=%3A%3A', 400],
    ['finance', '?limit=0', 400],
    ['finance', '?decision=maybe', 400],
    ['finance', '?cursor=e30.x', 400],
  ] as const)(
    'answers %s at /renewals%s with %d',
    async (who, query, expected) => {
      const { status } = await shop.register.get(who, `/renewals${query}`);
      expect(status).toBe(expected);
    },
  );
});
