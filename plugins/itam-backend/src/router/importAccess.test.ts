import {
  act,
  checked,
  csvOf,
  laptops,
  rowsOf,
  upload,
} from './__testUtils__/imports';
import { describeShop } from './__testUtils__/shopRegister';

describeShop('imports of others', [], shop => {
  it('are not found by anybody else', async () => {
    const { id } = await checked(shop, laptops(['AC-1']));
    for (const persona of ['manager', 'service'] as const) {
      const none = await shop.register.get(persona, '/imports/nothing');
      for (const path of ['', '/rows']) {
        const answer = await shop.register.get(
          persona,
          `/imports/${id}${path}`,
        );
        expect([answer.status, answer.body.error.message]).toEqual([
          404,
          none.body.error.message.replace('nothing', id),
        ]);
      }
      for (const path of ['commit', 'undo', 'mapping']) {
        const answer = await shop.register
          .post(persona, `/imports/${id}/${path}`)
          .set('If-Match', '"1"')
          .send({});
        expect(answer.status).toBe(404);
      }
      const row = await shop.register
        .put(persona, `/imports/${id}/rows/1`)
        .set('If-Match', '"1"')
        .send({ cells: [] });
      expect(row.status).toBe(404);
      expect(
        (
          await shop.register
            .delete(persona, `/imports/${id}`)
            .set('If-Match', '"1"')
        ).status,
      ).toBe(404);
      const list = await shop.register.get(persona, '/imports');
      expect(JSON.stringify(list.body)).not.toContain(id);
    }
    for (const persona of ['member', 'denied'] as const) {
      expect((await shop.register.get(persona, `/imports/${id}`)).status).toBe(
        403,
      );
      expect((await upload(shop, laptops(['AC-2']), { persona })).status).toBe(
        403,
      );
    }
    expect(
      (await shop.register.get('anonymous', `/imports/${id}`)).status,
    ).toBe(401);
    expect(
      (await upload(shop, laptops(['AC-2']), { persona: 'broken' })).status,
    ).toBe(503);
  });
});

describeShop('an import by somebody who may do little', [], shop => {
  it('changes what they may change, sees what they may see, and no more', async () => {
    const mine = laptops(['RI-1']);
    const others = laptops(['RI-2'], {
      Owner: 'group:default/other',
      Assignee: 'user:default/other',
    });
    await act(
      shop,
      (
        await checked(shop, mine + others.split('\n')[1])
      ).id,
      'commit',
    );
    const file = csvOf(
      ['Tag', 'Location'],
      [
        ['RI-1', 'Paris'],
        ['RI-2', 'Paris'],
      ],
    );
    const { id } = await checked(shop, file, {
      persona: 'manager',
      query: { kind: 'Asset' },
    });
    const rows = await rowsOf(shop, id, '', 'manager');
    expect(rows).toMatchObject([
      { outcome: 'update', ref: 'asset:default/ri-1' },
      { outcome: 'error', problems: [{ rule: 'identifier-taken' }] },
    ]);
    // The ref of what they may not read is not told.
    expect(rows[1].ref).toBeUndefined();
    const done = await act(
      shop,
      id,
      'commit',
      { mode: 'skip-errors' },
      'manager',
    );
    expect(done.results.updated).toBe(1);
    const untouched = await shop.register.get(
      'finance',
      '/records/asset/default/ri-2',
    );
    expect(untouched.body.record.location).toBe('Berlin');
  });

  it('may register and not retire, so that undoing keeps what was created', async () => {
    const { id } = await checked(shop, laptops(['RI-3']), {
      persona: 'manager',
    });
    await act(shop, id, 'commit', {}, 'manager');
    const undone = await act(shop, id, 'undo', {}, 'manager');
    expect(undone).toMatchObject({
      state: 'undone',
      results: { undone: 0, kept: 1 },
    });
    expect(await rowsOf(shop, id, '', 'manager')).toMatchObject([
      { result: 'kept', problems: [{ rule: 'not-allowed' }] },
    ]);
  });

  it('leaves what catalog files declare as it is', async () => {
    const { id } = await checked(
      shop,
      csvOf(['name', 'location'], [['db', 'Paris']]),
      { query: { kind: 'Asset' } },
    );
    expect(await rowsOf(shop, id)).toMatchObject([
      {
        outcome: 'error',
        problems: [
          { message: expect.stringMatching(/declared in .*change it there/) },
        ],
      },
    ]);
  });
});
