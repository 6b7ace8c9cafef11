import { describeShop } from './__testUtils__/shopRegister';
import { record } from './__testUtils__/shop';

const SCHEDULE = '/records/asset/default/db/schedule';

const sold = record('Asset', 'sold', {
  class: 'hardware',
  type: 'server',
  stage: 'decommission',
  status: 'sold',
  owner: 'group:default/payments',
  inService: '2025-01-01',
  disposal: {
    date: '2026-03-10',
    method: 'sold',
    reason: 'Replaced',
    erasureEvidence: 'https://evidence.example/1',
  },
  financials: {
    purchase: { amount: '1200.00', currency: 'EUR', date: '2025-01-01' },
    depreciation: { method: 'straight-line', months: 24 },
    events: [
      { date: '2025-07-01', kind: 'improvement', amount: '180.00' },
      { date: '2025-10-01', kind: 'impairment', amount: '60.00' },
    ],
    proceeds: { amount: '500.00', currency: 'EUR' },
  },
});

describeShop('the schedule', [sold], shop => {
  it('agrees with the book value of the page and of the list', async () => {
    const { register } = shop;
    const { status, body } = await register.get('finance', SCHEDULE);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      currency: 'EUR',
      method: 'straight-line',
      convention: 'full-month',
      lifeMonths: 48,
      inService: '2026-01-01',
      cost: '4800.00',
      salvage: '0.00',
      remaining: '0.00',
      by: 'fiscal-year',
      fiscalYearStartMonth: 1,
      currentMonth: '2026-10',
    });
    expect(body.periods).toHaveLength(4);
    expect(body.periods[0]).toEqual({
      label: 'FY26',
      from: '2026-01',
      to: '2026-12',
      state: 'current',
      openingBook: '4800.00',
      depreciation: '1200.00',
      impairment: '0.00',
      improvement: '0.00',
      closingBook: '3600.00',
    });

    const months = await register.get('finance', `${SCHEDULE}?by=month`);
    const october = months.body.periods.find(
      (period: { label: string }) => period.label === '2026-10',
    );
    expect(october).toMatchObject({ state: 'current', closingBook: '3800.00' });
    expect(
      new Set(months.body.periods.map(({ state }: { state: string }) => state)),
    ).toEqual(new Set(['past', 'current', 'future']));
    const detail = await register.get('finance', '/records/asset/default/db');
    expect(detail.body.bookValue.book).toBe(october.closingBook);
    expect(detail.body.record.bookValue).toEqual({
      amount: october.closingBook,
      currency: 'EUR',
    });
    const list = await register.get('finance', '/records?kind=Asset&q=db');
    expect(list.body.items[0].bookValue).toEqual(detail.body.record.bookValue);
  });

  it('shows events and the result of a disposal', async () => {
    const { body } = await shop.register.get(
      'finance',
      '/records/asset/default/sold/schedule',
    );
    expect(body.periods).toHaveLength(2);
    const [first, second] = body.periods;
    expect(first).toMatchObject({
      state: 'past',
      openingBook: '1200.00',
      improvement: '180.00',
      impairment: '60.00',
    });
    expect(second.openingBook).toBe(first.closingBook);
    expect(body.disposal).toEqual({
      date: '2026-03-10',
      book: second.closingBook,
      proceeds: '500.00',
      result: expect.stringMatching(/^-?\d+\.\d\d$/),
    });
    const list = await shop.register.get('finance', '/records?q=sold');
    expect(list.body.items[0].bookValue).toEqual({
      amount: '0.00',
      currency: 'EUR',
    });
  });

  it('comes as CSV', async () => {
    const { register } = shop;
    register.auditor.createEvent.mockClear();
    const { text, headers } = await register.get(
      'finance',
      `${SCHEDULE}?format=csv`,
    );
    expect(headers['content-type']).toMatch(/^text\/csv/);
    expect(text.split('\r\n').slice(0, 2)).toEqual([
      'period,from,to,state,openingBook,improvement,depreciation,impairment,closingBook,currency',
      'FY26,2026-01,2026-12,current,4800.00,0.00,1200.00,0.00,3600.00,EUR',
    ]);
    expect(register.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'schedule-export' }),
    );
  });

  it.each([
    ['anonymous', SCHEDULE, 401],
    ['member', '/records/asset/default/laptop/schedule', 403],
    ['narrow', '/records/asset/default/secret/schedule', 404],
    ['finance', '/records/asset/default/nothing/schedule', 404],
    ['finance', '/records/asset/default/unpriced/schedule', 404],
    ['finance', '/records/license/default/github/schedule', 404],
    ['finance', `${SCHEDULE}?by=week`, 400],
    ['finance', `${SCHEDULE}?extra=1`, 400],
    ['broken', SCHEDULE, 503],
  ] as const)('answers %s at %s with %d', async (persona, path, expected) => {
    const { status } = await shop.register.get(persona, path);
    expect(status).toBe(expected);
  });

  it('keeps book values out of lists for those who may not see costs', async () => {
    const { body, text } = await shop.register.get(
      'member',
      '/records?kind=Asset&q=laptop',
    );
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).not.toHaveProperty('bookValue');
    expect(text).not.toContain('2400');
  });
});
