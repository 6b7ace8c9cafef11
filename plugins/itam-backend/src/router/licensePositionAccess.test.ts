import { describeLicensePools, type Pool } from './__testUtils__/licensePools';

describeLicensePools('access to licence positions', shop => {
  it('keeps amounts from those who may not see the cost of a whole pool', async () => {
    const { register } = shop;
    const { body, text } = await register.get(
      'member',
      '/licenses/position?limit=500',
    );
    const idea = body.items.find((pool: Pool) => pool.product === 'IDEA');
    expect(idea).toMatchObject({ entitled: 7, balance: 4 });
    for (const field of [
      'unitPricePerMonth',
      'costPerSeatPerMonth',
      'wastePerMonth',
      'trueUp',
    ]) {
      expect(idea).not.toHaveProperty(field);
    }
    expect(text).not.toMatch(/12\.00|28\.00|60\.00/);
    expect(body.totals.wastePerMonth).toEqual([]);
    const sorted = await register.get(
      'member',
      '/licenses/position?sort=waste&limit=500',
    );
    expect(
      sorted.body.items.every((pool: Pool) => pool.wastePerMonth === undefined),
    ).toBe(true);
    const range = await register.get(
      'member',
      '/licenses/position/range?license=idea-1',
    );
    expect(range.text).not.toMatch(/12\.00|28\.00|60\.00/);
  });

  it('makes pools of the licences the caller may read', async () => {
    const split = '/licenses/position?q=split';
    const whole = await shop.register.get('finance', split);
    expect(whole.body.items[0]).toMatchObject({ entitled: 8 });
    const { body } = await shop.register.get('narrow', split);
    expect(body.items).toHaveLength(1);
    expect(body.items[0]).toMatchObject({
      entitled: 3,
      licenses: [{ ref: 'license:default/split-1' }],
    });
    const own = await shop.register.get(
      'narrow',
      '/records/license/default/split-1',
    );
    expect(own.body.position.entitled).toBe(3);
    const denied = await shop.register.get('denied', '/licenses/position');
    expect(denied.body).toMatchObject({ items: [], totalItems: 0 });
  });

  it.each([
    ['anonymous', '/licenses/position', 401],
    ['broken', '/licenses/position', 503],
    ['denied', '/licenses/position?sort=waste', 403],
    ['denied', '/licenses/position?sort=trueUp', 403],
    ['finance', '/licenses/position?asOf=2026-02-30', 400],
    ['finance', '/licenses/position?sort=price', 400],
    ['finance', '/licenses/position?limit=501', 400],
    ['finance', '/licenses/position?state=fine', 400],
    ['finance', '/licenses/position?owner=%3A%3A', 400],
    ['anonymous', '/licenses/position/range?license=github', 401],
    ['broken', '/licenses/position/range?license=github', 503],
    ['narrow', '/licenses/position/range?license=split-2', 404],
    ['finance', '/licenses/position/range?license=none', 404],
    ['finance', '/licenses/position/range?license=asset:default/db', 404],
    ['finance', '/licenses/position/range', 400],
    ['finance', '/licenses/position/range?license=github&to=2026-11', 400],
    [
      'finance',
      '/licenses/position/range?license=github&from=2026-05&to=2026-04',
      400,
    ],
    [
      'finance',
      '/licenses/position/range?license=github&from=2021-10&to=2026-10',
      400,
    ],
  ] as const)('answers %s at %s with %d', async (persona, path, expected) => {
    const { status } = await shop.register.get(persona, path);
    expect(status).toBe(expected);
  });
});
