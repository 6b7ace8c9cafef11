import {
  describeLicensePools,
  positionsOf,
  type Pool,
} from './__testUtils__/licensePools';

describeLicensePools('the list of licence positions', shop => {
  it.each([
    ['', 'MATLAB'],
    ['?sort=product', 'API calls'],
    ['?sort=product&order=desc', 'WinCAL'],
    ['?sort=waste', 'IDEA'],
    // 600 dollars are 545.45 euros, 50 euros are less.
    ['?sort=trueUp', 'MATLAB'],
  ])('sorts by %s', async (query, first) => {
    const { body } = await positionsOf(shop, query);
    expect(body.items[0].product).toBe(first);
  });

  it.each([
    ['?q=jetbr', ['IDEA']],
    ['?q=IDEA', ['IDEA']],
    ['?vendor=reseller', ['IDEA']],
    ['?metric=processor', ['CPU']],
    ['?owner=group:default/other&sort=product', ['IDEA', 'Split']],
    ['?metric=core&sort=product', ['Blind', 'Database']],
    ['?q=nothing', []],
  ])('filters by %s, pools as a whole', async (query, products) => {
    const { body } = await positionsOf(shop, query);
    expect(body.items.map((pool: Pool) => pool.product)).toEqual(products);
  });

  it.each(['?vendor=reseller', '?owner=group:default/other&q=idea'])(
    'counts all licences of a pool of which %s fits one',
    async query => {
      const { body } = await positionsOf(shop, query);
      expect(body.items).toEqual([expect.objectContaining({ entitled: 7 })]);
    },
  );

  it('pages through all pools once', async () => {
    for (const sort of ['balance', 'product', 'waste', 'trueUp']) {
      const whole = await positionsOf(shop, `?sort=${sort}&limit=500`);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const { body } = await positionsOf(
          shop,
          `?sort=${sort}&limit=3${cursor ? `&cursor=${cursor}` : ''}`,
        );
        seen.push(...body.items.map((pool: Pool) => pool.product));
        cursor = body.nextCursor;
      } while (cursor);
      expect(seen).toEqual(whole.body.items.map((pool: Pool) => pool.product));
    }
  });

  it('refuses a cursor that was edited or is of another list', async () => {
    const { body } = await positionsOf(shop, '?limit=2');
    for (const query of [
      `?limit=2&cursor=${body.nextCursor}x`,
      `?limit=2&sort=product&cursor=${body.nextCursor}`,
      '?cursor=e30.x',
    ]) {
      const { status } = await positionsOf(shop, query);
      expect([query, status]).toEqual([query, 400]);
    }
  });

  it('comes as CSV, all of it', async () => {
    const { register } = shop;
    register.auditor.createEvent.mockClear();
    const { text, headers } = await positionsOf(
      shop,
      '?format=csv&sort=product',
    );
    expect(headers['content-type']).toMatch(/^text\/csv/);
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(12);
    expect(lines[0]).toBe(
      'product,publisher,vendor,metric,state,entitled,assigned,consumed,balance,reclaimable,unused,unitPricePerMonth,costPerSeatPerMonth,wastePerMonth,trueUp,currency,endsOn,licenses,found',
    );
    expect(lines.find((line: string) => line.startsWith('IDEA'))).toBe(
      'IDEA,JetBrains,jetbrains,named-user,unused,7,3,3,4,1,5,12.00,28.00,60.00,0.00,EUR,2026-11-30,license:default/idea-1 license:default/idea-2,0',
    );
    expect(register.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'license-positions-export' }),
    );
  });
});
