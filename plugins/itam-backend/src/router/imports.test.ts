import {
  act,
  checked,
  csvOf,
  laptops,
  rowsOf,
  settled,
} from './__testUtils__/imports';
import { assetOf, changeAsset, NO_ROWS } from './__testUtils__/importedRecords';
import { describeShop } from './__testUtils__/shopRegister';
import { checkReadModel } from '../usecases/costs/recomputeReadModel';

describeShop('an import', [], shop => {
  const readModelIsTrue = async () => {
    expect(await checkReadModel({ database: shop.knex })).toMatchObject({
      equal: true,
    });
  };

  it('is checked, written, seen with its cost, and changes nothing twice', async () => {
    const file = laptops(['IM-1', 'IM-2', 'IM-3']);
    const dryRun = await checked(shop, file);
    expect(dryRun).toMatchObject({
      kind: 'Asset',
      state: 'checked',
      rows: 3,
      rowsDone: 3,
      outcomes: { ...NO_ROWS, create: 3 },
    });
    const [first] = await rowsOf(shop, dryRun.id);
    expect(first).toMatchObject({
      row: 1,
      line: 2,
      outcome: 'create',
      problems: [],
      ref: 'asset:default/im-1',
    });
    expect((await assetOf(shop, 'im-1')).status).toBe(404);

    const done = await act(shop, dryRun.id, 'commit');
    expect(done).toMatchObject({ state: 'committed', results: { created: 3 } });
    expect((await assetOf(shop, 'im-1')).body).toMatchObject({
      record: {
        title: 'Laptop IM-1',
        tag: 'IM-1',
        origin: 'registered',
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
    const held = await shop.register.get(
      'finance',
      '/records/asset/default/im-1/assignments',
    );
    expect(held.body.items).toEqual([
      expect.objectContaining({
        to: expect.objectContaining({ ref: 'user:default/member' }),
      }),
    ]);
    const feed = await shop.register.get('service', '/changes?limit=500');
    expect(JSON.stringify(feed.body)).toContain('asset:default/im-1');
    await readModelIsTrue();

    const again = await checked(shop, file);
    expect(again.outcomes).toEqual({ ...NO_ROWS, unchanged: 3 });
    expect(await act(shop, again.id, 'commit')).toMatchObject({
      state: 'committed',
      results: { created: 0, updated: 0 },
    });
    expect((await assetOf(shop, 'im-1')).body.record.version).toBe(1);
  });

  it('changes what is there, by tag, serial number and id', async () => {
    await act(
      shop,
      (
        await checked(shop, laptops(['CH-1', 'CH-2']))
      ).id,
      'commit',
    );
    const dryRun = await checked(
      shop,
      csvOf(
        ['tag', 'name', 'location', 'manufacturer', 'serialNumber'],
        [
          ['CH-1', '', 'Paris', 'Dell', 'CH-S1'],
          ['', 'ch-2', 'Rome', 'Dell', 'CH-S2'],
        ],
      ),
    );
    expect(await rowsOf(shop, dryRun.id)).toMatchObject([
      {
        outcome: 'update',
        ref: 'asset:default/ch-1',
        changes: ['spec.location', 'spec.manufacturer', 'spec.serialNumber'],
      },
      { outcome: 'update', ref: 'asset:default/ch-2' },
    ]);
    await act(shop, dryRun.id, 'commit');
    expect((await assetOf(shop, 'ch-1')).body).toMatchObject({
      record: { location: 'Paris', title: 'Laptop CH-1', version: 2 },
      spec: { assignee: 'user:default/member' },
    });
    const bySerial = await checked(
      shop,
      csvOf(
        ['Manufacturer', 'Serial number', 'Location'],
        [['Dell', 'CH-S2', 'Oslo']],
      ),
      { query: { kind: 'Asset' } },
    );
    expect(await rowsOf(shop, bySerial.id)).toMatchObject([
      {
        outcome: 'update',
        ref: 'asset:default/ch-2',
        changes: ['spec.location'],
      },
    ]);
  });

  it('writes all rows or none, unless it is asked to skip those with errors', async () => {
    const good = laptops(['AN-1']);
    const bad = laptops(['AN-2'], { Class: 'paper', Owner: '' });
    const dryRun = await checked(shop, good + bad.split('\n')[1]);
    expect(dryRun.outcomes).toEqual({ ...NO_ROWS, create: 1, error: 1 });
    const errors = await rowsOf(shop, dryRun.id, '&outcome=error');
    expect(errors).toHaveLength(1);
    expect(
      errors[0].problems.map(
        ({ field, column }: { field: string; column: number }) => [
          field,
          column,
        ],
      ),
    ).toEqual(
      expect.arrayContaining([
        ['class', 2],
        ['owner', 6],
      ]),
    );
    const refused = await shop.register
      .post('finance', `/imports/${dryRun.id}/commit`)
      .set('If-Match', '"1"')
      .send({});
    expect([refused.status, refused.body.error.message]).toEqual([
      409,
      expect.stringMatching(/1 rows have errors/),
    ]);
    expect((await assetOf(shop, 'an-1')).status).toBe(404);
    const done = await act(shop, dryRun.id, 'commit', { mode: 'skip-errors' });
    expect(done).toMatchObject({ state: 'committed', results: { created: 1 } });
    expect((await assetOf(shop, 'an-1')).status).toBe(200);
    expect((await assetOf(shop, 'an-2')).status).toBe(404);
  });

  it('is undone, but for what somebody changed since', async () => {
    await act(
      shop,
      (
        await checked(shop, laptops(['UN-1', 'UN-2']))
      ).id,
      'commit',
    );
    const file = laptops(['UN-1', 'UN-2', 'UN-3', 'UN-4'], {
      Location: 'Paris',
      Owner: 'group:default/storefront',
    });
    const { id } = await checked(shop, file);
    await act(shop, id, 'commit');
    await changeAsset(shop, 'un-2', { location: 'Rome' });
    await changeAsset(shop, 'un-4', { location: 'Rome' });
    const undone = await act(shop, id, 'undo');
    expect(undone).toMatchObject({
      state: 'undone',
      results: { created: 0, updated: 0, undone: 2, kept: 2 },
    });
    expect((await assetOf(shop, 'un-1')).body).toMatchObject({
      record: { location: 'Berlin' },
      spec: { owner: 'group:default/payments' },
    });
    expect((await assetOf(shop, 'un-3')).body.record.retiredAt).toEqual(
      expect.any(String),
    );
    expect((await assetOf(shop, 'un-2')).body.record.location).toBe('Rome');
    expect((await assetOf(shop, 'un-4')).body.record.retiredAt).toBeUndefined();
    expect(await rowsOf(shop, id, '&result=kept')).toMatchObject([
      { row: 2, problems: [{ rule: 'changed-since' }] },
      { row: 4, problems: [{ rule: 'changed-since' }] },
    ]);
    await readModelIsTrue();

    // What was retired comes back when the file is imported again.
    const again = await checked(shop, file);
    expect(again.outcomes).toEqual({ ...NO_ROWS, create: 1, update: 3 });
    expect(await act(shop, again.id, 'commit')).toMatchObject({
      results: { created: 1, updated: 3 },
    });
    expect((await assetOf(shop, 'un-3')).body.record.retiredAt).toBeUndefined();
    await readModelIsTrue();
  });

  it('is forgotten when it is not being written', async () => {
    const { id } = await checked(shop, laptops(['FO-1']));
    const forget = (version?: string) => {
      const request = shop.register.delete('finance', `/imports/${id}`);
      return version === undefined ? request : request.set('If-Match', version);
    };
    expect((await forget()).status).toBe(428);
    expect((await forget('"7"')).status).toBe(412);
    expect((await shop.register.get('finance', `/imports/${id}`)).status).toBe(
      200,
    );
    expect((await forget('"1"')).status).toBe(204);
    expect((await shop.register.get('finance', `/imports/${id}`)).status).toBe(
      404,
    );
    for (const table of ['import_rows', 'import_keys']) {
      expect(await shop.knex(table).where('import_id', id)).toEqual([]);
    }
  });

  it('is listed with its rows, page by page', async () => {
    const { id } = await checked(shop, laptops(['PA-1', 'PA-2', 'PA-3']));
    const found: number[] = [];
    let cursor = '';
    do {
      const page = await shop.register.get(
        'finance',
        `/imports/${id}/rows?limit=2&outcome=create${cursor}`,
      );
      found.push(...page.body.items.map(({ row }: { row: number }) => row));
      cursor = page.body.nextCursor ? `&cursor=${page.body.nextCursor}` : '';
    } while (cursor !== '');
    expect(found).toEqual([1, 2, 3]);
    const [one, two] = [
      await shop.register.get('finance', '/imports?limit=1'),
      await shop.register.get('finance', '/imports?limit=500'),
    ];
    expect(one.body.items).toHaveLength(1);
    expect(two.body.items.length).toBeGreaterThan(5);
    // The list counts rows as each import itself does.
    for (const { id: listed } of two.body.items) {
      await settled(shop, listed);
    }
    const { body } = await shop.register.get('finance', '/imports?limit=500');
    for (const item of body.items) {
      const { body: single } = await shop.register.get(
        'finance',
        `/imports/${item.id}`,
      );
      expect(item).toEqual(single);
    }
    expect(
      body.items.find((item: { id: string }) => item.id === id).outcomes,
    ).toEqual({ ...NO_ROWS, create: 3 });
    const other = await shop.register.get(
      'finance',
      `/imports/${id}/rows?cursor=${one.body.nextCursor}`,
    );
    expect(other.status).toBe(400);
  });

  it('tells the audit log what was asked for and what became of it', async () => {
    const { createEvent } = shop.register.auditor;
    createEvent.mockClear();
    const { id } = await checked(shop, laptops(['AU-1']));
    await act(shop, id, 'commit');
    const told = createEvent.mock.calls.map(([{ eventId, meta }]) => [
      eventId,
      meta,
    ]);
    expect(told).toEqual([
      ['import-upload', { kind: null }],
      ['import-commit', { importId: id }],
      [
        'import-committed',
        { importId: id, actor: 'user:default/finance', created: 1 },
      ],
    ]);
  });
});
