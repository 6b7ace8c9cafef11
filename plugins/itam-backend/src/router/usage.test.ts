import { describeShop } from './__testUtils__/shopRegister';

const GITHUB = '/records/license/default/github/usage';

const seat = (holder: string, date: string) => ({ kind: 'seat', date, holder });

describeShop('measured use', [], shop => {
  beforeEach(async () => {
    await shop.knex('usage_measures').delete();
  });

  const post = (measurements: object[]) =>
    shop.register.post('finance', GITHUB).send({ measurements });

  it('counts what is new, changed and the same', async () => {
    const first = await post([
      seat('User:Default/Member', '2026-10-01'),
      { kind: 'peak', date: '2026-10-01', quantity: 7 },
      { kind: 'units', date: '2026-10-01', quantity: 1.5 },
    ]);
    expect(first.status).toBe(200);
    expect(first.body).toEqual({ added: 3, changed: 0, unchanged: 0 });
    const second = await post([
      seat('user:default/member', '2026-10-01'),
      { kind: 'peak', date: '2026-10-01', quantity: 9 },
      { kind: 'units', date: '2026-10-02', quantity: 0.125 },
    ]);
    expect(second.body).toEqual({ added: 1, changed: 1, unchanged: 1 });
    const { body } = await shop.register.get('finance', GITHUB);
    expect(body).toEqual({
      items: [
        { kind: 'units', date: '2026-10-02', quantity: 0.125 },
        { kind: 'peak', date: '2026-10-01', quantity: 9 },
        seat('user:default/member', '2026-10-01'),
        { kind: 'units', date: '2026-10-01', quantity: 1.5 },
      ],
      canAdd: true,
    });
    const range = await shop.register.get(
      'finance',
      `${GITHUB}?from=2026-10-02&to=2026-10-02`,
    );
    expect(range.body.items).toHaveLength(1);
  });

  it('writes one line of history for a request that changed something', async () => {
    const before = await shop
      .knex('history')
      .where('action', 'usage-recorded')
      .count({ count: '*' });
    const measurements = [seat('user:default/other', '2026-09-01')];
    await post(measurements);
    await post(measurements);
    const after = await shop
      .knex('history')
      .where('action', 'usage-recorded')
      .count({ count: '*' });
    expect(Number(after[0].count)).toBe(Number(before[0].count) + 1);
    const { body } = await shop.register.get(
      'finance',
      '/records/license/default/github',
    );
    expect(body.history[0]).toMatchObject({
      action: 'usage-recorded',
      actor: 'user:default/finance',
      changes: ['usage.seat'],
    });
  });

  it('takes 5,000 measurements, also twice at once', async () => {
    const measurements = Array.from({ length: 5_000 }, (_, index) =>
      seat(`user:default/u${index}`, '2026-10-01'),
    );
    const answers = await Promise.all([post(measurements), post(measurements)]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(
      answers.map(({ body }) => body).sort((a, b) => b.added - a.added),
    ).toEqual([
      { added: 5_000, changed: 0, unchanged: 0 },
      { added: 0, changed: 0, unchanged: 5_000 },
    ]);
    const tooMany = await post([...measurements, measurements[0]]);
    expect(tooMany.status).toBe(400);
  });

  it('says everything that is wrong at once, and keeps nothing', async () => {
    const { status, body } = await post([
      seat('user:default/member', '2026-10-16'),
      { kind: 'seat', date: '2026-10-01' },
      seat('member', '2026-10-01'),
      { ...seat('user:default/member', '2026-10-01'), quantity: 1 },
      { kind: 'peak', date: '2026-02-30', quantity: 1 },
      { kind: 'peak', date: '2026-10-01' },
      { kind: 'units', date: '2026-10-01', quantity: 1.2345 },
      { kind: 'units', date: '2026-10-02', quantity: 1e15 },
      { kind: 'units', date: '2026-10-03', quantity: 1, holder: 'user:a/b' },
      { kind: 'peak', date: '2026-10-05', quantity: 1 },
      { kind: 'peak', date: '2026-10-05', quantity: 2 },
    ]);
    expect(status).toBe(400);
    for (const path of [
      '[0].date',
      '[1].holder',
      '[2].holder',
      '[3].quantity',
      '[4].date',
      '[5].quantity',
      '[6].quantity',
      '[7].quantity',
      '[8].holder',
      '[10]',
    ]) {
      expect(body.error.message).toContain(`- measurements${path}:`);
    }
    expect(await shop.knex('usage_measures')).toEqual([]);
  });

  it.each([
    [[]],
    [[{ kind: 'seat' }]],
    [[{ kind: 'clicks', date: '2026-10-01' }]],
    [[{ kind: 'peak', date: '2026-10-01', quantity: -1 }]],
    [[{ kind: 'peak', date: '2026-10-01', quantity: '3' }]],
    [[{ kind: 'peak', date: '2026-10-01', quantity: 3, note: 'x' }]],
  ])('refuses %j by its contract', async measurements => {
    const { status } = await post(measurements);
    expect(status).toBe(400);
  });

  it('is measured of licences only', async () => {
    const path = '/records/asset/default/db/usage';
    const measurements = [{ kind: 'peak', date: '2026-10-01', quantity: 1 }];
    const posted = await shop.register
      .post('finance', path)
      .send({ measurements });
    expect(posted.status).toBe(400);
    const read = await shop.register.get('finance', path);
    expect(read.status).toBe(400);
  });

  it.each(['from=2026-02-30', 'from=2026-03-02&to=2026-03-01', 'from=x'])(
    'refuses the range %s',
    async range => {
      const { status } = await shop.register.get(
        'finance',
        `${GITHUB}?${range}`,
      );
      expect(status).toBe(400);
    },
  );

  it('says who may add to it', async () => {
    const { body } = await shop.register.get('member', GITHUB);
    expect(body.canAdd).toBe(false);
  });

  it.each([
    ['anonymous', GITHUB, 401],
    ['member', GITHUB, 403],
    ['narrow', '/records/license/default/none/usage', 404],
    ['broken', GITHUB, 503],
  ] as const)('answers %s at %s with %d', async (persona, path, expected) => {
    const posted = await shop.register
      .post(persona, path)
      .send({ measurements: [seat('user:default/member', '2026-10-01')] });
    expect(posted.status).toBe(expected);
    const read = await shop.register.get(persona, path);
    expect(read.status).toBe(expected === 403 ? 200 : expected);
  });
});
