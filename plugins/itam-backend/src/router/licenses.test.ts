import {
  describeLicensePools,
  poolOf,
  positionsOf,
  type Pool,
} from './__testUtils__/licensePools';

describeLicensePools('licence positions', shop => {
  it.each([
    [
      'IDEA',
      {
        metric: 'named-user',
        publisher: 'JetBrains',
        vendor: 'jetbrains',
        state: 'unused',
        entitled: 7,
        assigned: 3,
        consumed: 3,
        balance: 4,
        reclaimable: 1,
        unused: 5,
        unitPricePerMonth: { amount: '12.00', currency: 'EUR' },
        costPerSeatPerMonth: { amount: '28.00', currency: 'EUR' },
        wastePerMonth: { amount: '60.00', currency: 'EUR' },
        trueUp: { amount: '0.00', currency: 'EUR' },
        endsOn: '2026-11-30',
      },
    ],
    [
      'WinCAL',
      {
        state: 'short',
        entitled: 1,
        consumed: 2,
        balance: -1,
        reclaimable: null,
        unused: null,
        trueUp: { amount: '50.00', currency: 'EUR' },
      },
    ],
    ['Database', { state: 'unused', assigned: 2, consumed: 6, balance: 4 }],
    ['CPU', { state: 'balanced', assigned: 2, consumed: 3, balance: 0 }],
    ['Blind', { state: 'unknown', assigned: 1, consumed: null, balance: null }],
    [
      'MATLAB',
      {
        state: 'short',
        consumed: 7,
        balance: -2,
        unitPricePerMonth: { amount: '100.00', currency: 'USD' },
        trueUp: { amount: '600.00', currency: 'USD' },
      },
    ],
    ['API calls', { state: 'unused', consumed: 150.375, balance: 850.125 }],
    ['Node', { state: 'balanced', assigned: 2, consumed: 2 }],
    ['React', { state: 'not-applicable', entitled: null, balance: null }],
    ['GitHub Enterprise', { state: 'balanced', entitled: 2, consumed: 2 }],
  ])('says how %s stands', async (product, expected) => {
    expect(await poolOf(shop, product)).toMatchObject(expected);
  });

  it('agrees with the page of each licence and with its range', async () => {
    const { body } = await positionsOf(shop, '?limit=500');
    for (const pool of body.items) {
      for (const { ref } of pool.licenses) {
        const path = ref.replace(':', '/');
        const detail = await shop.register.get('finance', `/records/${path}`);
        const { position } = detail.body;
        expect([ref, position]).toEqual([
          ref,
          expect.objectContaining({
            metric: pool.metric,
            applicable: pool.state !== 'not-applicable',
          }),
        ]);
        expect({
          entitled: position.entitled ?? null,
          consumed: position.consumed ?? null,
          balance: position.balance ?? null,
          unitPricePerMonth: position.unitPricePerMonth,
          trueUp: position.trueUp,
        }).toEqual({
          entitled: pool.entitled,
          consumed: pool.consumed,
          balance: pool.balance,
          unitPricePerMonth: pool.unitPricePerMonth,
          trueUp: pool.trueUp,
        });
      }
      const range = await shop.register.get(
        'finance',
        `/licenses/position/range?license=${pool.licenses[0].ref}`,
      );
      expect(range.body.pool).toEqual(pool);
      expect(range.body.months.at(-1)).toEqual({
        month: '2026-10',
        entitled: pool.entitled,
        assigned: pool.assigned,
        consumed: pool.consumed,
        balance: pool.balance,
      });
    }
  });

  it('counts pools by state and adds up what they cost', async () => {
    const { body } = await positionsOf(shop, '?state=short');
    expect(body.asOf).toBe('2026-10-15');
    expect(body.items.map((pool: Pool) => pool.product)).toEqual([
      'MATLAB',
      'WinCAL',
    ]);
    expect(body.totalItems).toBe(2);
    expect(body.counts).toEqual({
      short: 2,
      unused: 4,
      balanced: 3,
      unknown: 1,
      'not-applicable': 1,
    });
    expect(body.totals).toEqual({
      wastePerMonth: [],
      trueUp: [
        { amount: '50.00', currency: 'EUR' },
        { amount: '600.00', currency: 'USD' },
      ],
    });
    const all = await positionsOf(shop);
    expect(all.body.totals.wastePerMonth).toEqual([
      { amount: '60.00', currency: 'EUR' },
    ]);
  });

  it('looks back with seats and quantities as they were', async () => {
    expect(await poolOf(shop, 'IDEA', '?asOf=2026-07-01')).toMatchObject({
      entitled: 5,
      assigned: 2,
      // By then only one of them was ever seen, long ago.
      reclaimable: 2,
    });
    expect(await poolOf(shop, 'IDEA', '?asOf=2026-01-15')).toMatchObject({
      entitled: 3,
      assigned: 3,
      reclaimable: null,
    });
    expect(await poolOf(shop, 'MATLAB', '?asOf=2026-05-15')).toMatchObject({
      consumed: 20,
    });
    const { body } = await positionsOf(shop, '?asOf=2025-06-01');
    expect(body.items.map((pool: Pool) => pool.product)).toContain('Old');
  });

  it('counts a licence up to its retirement', async () => {
    const retired = () =>
      shop.knex('records').where('ref', 'license:default/split-1');
    await retired().update({ retired_at: '2026-09-10T08:00:00.000Z' });
    expect(await poolOf(shop, 'Split')).toMatchObject({ entitled: 5 });
    expect(await poolOf(shop, 'Split', '?asOf=2026-09-09')).toMatchObject({
      entitled: 8,
    });
    expect(await poolOf(shop, 'Split', '?asOf=2026-09-10')).toMatchObject({
      entitled: 5,
    });
    const { body } = await shop.register.get(
      'finance',
      '/licenses/position/range?license=split-1&from=2026-08',
    );
    expect(
      body.months.map(({ entitled }: { entitled: number }) => entitled),
    ).toEqual([8, 5, 5]);
    const own = await shop.register.get(
      'finance',
      '/records/license/default/split-1',
    );
    expect(own.body.position.entitled).toBe(3);
    await retired().update({ retired_at: null });
  });

  it('shows holders of a pool, those not seen for longest first', async () => {
    const { body } = await shop.register.get(
      'finance',
      '/licenses/position/range?license=license:default/idea-2&from=2026-06&to=2026-10',
    );
    expect(
      body.months.map(({ month, entitled, assigned }: Pool) => [
        month,
        entitled,
        assigned,
      ]),
    ).toEqual([
      ['2026-06', 5, 2],
      ['2026-07', 7, 2],
      ['2026-08', 7, 2],
      ['2026-09', 7, 2],
      ['2026-10', 7, 3],
    ]);
    expect(body.holders).toEqual([
      {
        id: expect.any(Number),
        holder: {
          ref: 'user:default/other',
          title: 'User other',
          resolved: true,
        },
        license: 'license:default/idea-1',
        from: '2026-10-01',
        reclaimable: false,
      },
      {
        id: expect.any(Number),
        holder: {
          ref: 'user:default/manager',
          title: 'User manager',
          resolved: true,
        },
        license: 'license:default/idea-1',
        from: '2026-01-01',
        lastUsed: '2026-03-01',
        reclaimable: true,
      },
      expect.objectContaining({
        license: 'license:default/idea-1',
        lastUsed: '2026-10-10',
        reclaimable: false,
      }),
      expect.objectContaining({ license: 'license:default/idea-2' }),
    ]);
    const devices = await shop.register.get(
      'finance',
      '/licenses/position/range?license=wincal',
    );
    expect(devices.body.months).toHaveLength(12);
    expect(devices.body.holders).toContainEqual({
      id: expect.any(Number),
      holder: { ref: 'asset:default/db', title: 'The db', resolved: true },
      license: 'license:default/wincal',
      reclaimable: false,
    });
  });
});
