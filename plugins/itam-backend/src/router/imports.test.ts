import { act, checked, laptops, rowsOf, upload } from './__testUtils__/imports';
import { describeShop } from './__testUtils__/shopRegister';

describeShop('an import', [], shop => {
  const monthlyCost = async () => {
    const answer = await shop.register.get(
      'finance',
      '/costs?of=group:default/payments&by=category&from=2026-10&to=2026-10&basis=owned',
    );
    expect(answer.status).toBe(200);
    return Number(
      answer.body.groups
        .find(({ key }: { key: string }) => key === 'depreciation')
        ?.totals?.find(({ currency }: { currency: string }) => currency === 'EUR')
        ?.amount ?? answer.body.groups,
    );
  };

  it('is checked, committed, visible with its cost, and changes nothing twice', async () => {
    const before = await shop.register.get(
      'finance',
      '/costs?of=group:default/payments&by=category',
    );
    const file = laptops(['IM-1', 'IM-2', 'IM-3']);
    const dryRun = await checked(shop, file);
    expect(dryRun).toMatchObject({
      kind: 'Asset',
      state: 'checked',
      rows: 3,
      rowsDone: 3,
      outcomes: { create: 3, update: 0, unchanged: 0, error: 0 },
    });
    const rows = await rowsOf(shop, dryRun.id);
    expect(rows[0]).toMatchObject({
      row: 1,
      line: 2,
      outcome: 'create',
      problems: [],
      ref: 'asset:default/im-1',
    });
    expect(
      (await shop.register.get('finance', '/records/asset/default/im-1'))
        .status,
    ).toBe(404);

    const done = await act(shop, dryRun.id, 'commit');
    expect(done).toMatchObject({ state: 'committed', results: { created: 3 } });

    const record = await shop.register.get(
      'finance',
      '/records/asset/default/im-1',
    );
    expect(record.body).toMatchObject({
      record: {
        title: 'Laptop IM-1',
        tag: 'IM-1',
        monthlyCost: [{ amount: '100.00', currency: 'EUR' }],
      },
    });
    const history = await shop.register.get(
      'finance',
      '/records/asset/default/im-1/history',
    );
    expect(history.body.items).toEqual([
      expect.objectContaining({
        action: 'registered',
        actor: 'user:default/finance',
        reason: `Import ${dryRun.id}`,
      }),
    ]);
    const after = await shop.register.get(
      'finance',
      '/costs?of=group:default/payments&by=category',
    );
    expect(after.body).not.toEqual(before.body);

    const again = await checked(shop, file);
    expect(again.outcomes).toEqual({
      create: 0,
      update: 0,
      unchanged: 3,
      error: 0,
    });
    expect(await act(shop, again.id, 'commit')).toMatchObject({
      state: 'committed',
      results: { created: 0, updated: 0 },
    });
  });
  void monthlyCost;
  void upload;
});
