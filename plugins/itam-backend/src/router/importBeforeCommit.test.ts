import {
  act,
  checked,
  csvOf,
  laptopHeader,
  laptops,
  rowsOf,
  settled,
} from './__testUtils__/imports';
import { assetOf, changeAsset, NO_ROWS } from './__testUtils__/importedRecords';
import { describeShop } from './__testUtils__/shopRegister';

describeShop('an import before it is committed', [], shop => {
  it('has wrong rows corrected one by one', async () => {
    const dryRun = await checked(
      shop,
      laptops(['CO-1', 'CO-2'], { Status: 'in transit' }),
    );
    expect(dryRun.outcomes).toEqual({ ...NO_ROWS, error: 2 });
    const rows = await rowsOf(shop, dryRun.id);
    const etags: string[] = ['"1"'];
    for (const { row, cells } of rows) {
      const fixed = [...cells];
      fixed[laptopHeader.indexOf('Status')] = 'in-use';
      const answer = await shop.register
        .put('finance', `/imports/${dryRun.id}/rows/${row}`)
        .set('If-Match', etags[etags.length - 1])
        .send({ cells: fixed });
      expect(answer.body).toMatchObject({ outcome: 'create', problems: [] });
      etags.push(answer.headers.etag);
    }
    expect(etags).toEqual(['"1"', '"2"', '"3"']);
    const stale = await shop.register
      .put('finance', `/imports/${dryRun.id}/rows/1`)
      .set('If-Match', '"1"')
      .send({ cells: rows[0].cells });
    expect(stale.status).toBe(412);
    const short = await shop.register
      .put('finance', `/imports/${dryRun.id}/rows/1`)
      .set('If-Match', '"3"')
      .send({ cells: ['x'] });
    expect([short.status, short.body.error.message]).toEqual([
      400,
      expect.stringMatching(/found 1 cells; allowed: 15 cells/),
    ]);
    const none = await shop.register
      .put('finance', `/imports/${dryRun.id}/rows/9`)
      .set('If-Match', '"3"')
      .send({ cells: rows[0].cells });
    expect(none.status).toBe(404);
    expect(await act(shop, dryRun.id, 'commit')).toMatchObject({
      state: 'committed',
      results: { created: 2 },
    });
  });

  it('learns what the words of the file stand for', async () => {
    const { id } = await checked(
      shop,
      laptops(['WO-1'], { Status: 'in transit', Stage: '' }),
    );
    expect(
      (await rowsOf(shop, id))[0].problems.map(
        ({ field }: { field: string }) => field,
      ),
    ).toEqual(['status']);
    const again = await act(shop, id, 'mapping', {
      statuses: { 'In Transit': 'in-use' },
    });
    expect(again).toMatchObject({
      outcomes: { ...NO_ROWS, create: 1 },
      format: { statuses: { 'In Transit': 'in-use' } },
    });
    const wrong = await act(shop, id, 'mapping', {
      statuses: { 'In Transit': 'somewhere' },
    });
    expect(wrong.outcomes).toEqual({ ...NO_ROWS, error: 1 });
  });

  it('settles rows about the same record once one of them is corrected', async () => {
    const dryRun = await checked(
      shop,
      laptops(['DU-1']) +
        laptops(['DU-1'], { Location: 'Rome' }).split('\n')[1],
    );
    expect(dryRun.outcomes).toEqual({ ...NO_ROWS, error: 2 });
    const [, second] = await rowsOf(shop, dryRun.id);
    const answer = await shop.register
      .put('finance', `/imports/${dryRun.id}/rows/2`)
      .set('If-Match', '"1"')
      .send({ cells: ['DU-2', ...second.cells.slice(1)] });
    expect(answer.body.outcome).toBe('create');
    expect((await settled(shop, dryRun.id)).outcomes).toEqual({
      ...NO_ROWS,
      create: 2,
    });
  });

  it('is checked again with another mapping and format', async () => {
    const dryRun = await checked(
      shop,
      csvOf(
        ['Inventar-Nr.', 'Standort', 'Gekauft'],
        [['MA-1', 'Bonn', '31.01.2026']],
      ),
      { query: { kind: 'Asset' } },
    );
    expect(dryRun.outcomes).toEqual({ ...NO_ROWS, error: 1 });
    await act(shop, (await checked(shop, laptops(['MA-1']))).id, 'commit');
    const again = await act(shop, dryRun.id, 'mapping', {
      mapping: {
        'Inventar-Nr.': 'tag',
        Standort: 'location',
        Gekauft: 'inService',
      },
      dateFormat: 'DD.MM.YYYY',
    });
    expect(again).toMatchObject({
      state: 'checked',
      outcomes: { ...NO_ROWS, update: 1 },
      format: { dateFormat: 'DD.MM.YYYY' },
    });
    expect(await rowsOf(shop, dryRun.id)).toMatchObject([
      { changes: ['spec.inService', 'spec.location'] },
    ]);
    const wrong = await shop.register
      .post('finance', `/imports/${dryRun.id}/mapping`)
      .set('If-Match', '"2"')
      .send({ mapping: { Nummer: 'tag', Standort: 'place', Gekauft: 'tags' } });
    expect(wrong.status).toBe(400);
    expect(wrong.body.error.problems).toMatchObject([
      { rule: 'unknown-header' },
      { rule: 'unknown-field' },
      { rule: 'unknown-field' },
    ]);
  });

  it('does not overwrite what somebody changed since the dry run', async () => {
    await act(
      shop,
      (
        await checked(shop, laptops(['ST-1', 'ST-2']))
      ).id,
      'commit',
    );
    const moved = laptops(['ST-1', 'ST-2'], { Location: 'Paris' });
    const dryRun = await checked(shop, moved);
    expect(dryRun.outcomes).toEqual({ ...NO_ROWS, update: 2 });
    await changeAsset(shop, 'st-2', { location: 'Rome' });
    const stopped = await act(shop, dryRun.id, 'commit');
    expect(stopped).toMatchObject({
      state: 'checked',
      message: expect.stringMatching(
        /changed by somebody.*nothing was written/,
      ),
      outcomes: { ...NO_ROWS, update: 1, error: 1 },
    });
    expect((await assetOf(shop, 'st-1')).body.record.location).toBe('Berlin');
    expect(await rowsOf(shop, dryRun.id, '&outcome=error')).toMatchObject([
      { problems: [{ rule: 'changed-since' }] },
    ]);
    const again = await act(shop, dryRun.id, 'mapping');
    expect(again.outcomes).toEqual({ ...NO_ROWS, update: 2 });
    expect(again.message).toBeUndefined();
    expect((await act(shop, dryRun.id, 'commit')).results.updated).toBe(2);
  });

  it('skips what somebody changed since, when asked to skip errors', async () => {
    await act(
      shop,
      (
        await checked(shop, laptops(['SK-1', 'SK-2']))
      ).id,
      'commit',
    );
    const dryRun = await checked(
      shop,
      laptops(['SK-1', 'SK-2'], { Location: 'Paris' }),
      { query: { mode: 'skip-errors' } },
    );
    await changeAsset(shop, 'sk-1', { location: 'Rome' });
    expect(await act(shop, dryRun.id, 'commit')).toMatchObject({
      state: 'committed',
      outcomes: { ...NO_ROWS, update: 1, error: 1 },
      results: { updated: 1 },
    });
    expect((await assetOf(shop, 'sk-1')).body.record.location).toBe('Rome');
    expect((await assetOf(shop, 'sk-2')).body.record.location).toBe('Paris');
  });

  it('asks for the version a change is based on', async () => {
    const { id } = await checked(shop, laptops(['VE-1']));
    for (const path of ['commit', 'undo', 'mapping']) {
      const none = await shop.register
        .post('finance', `/imports/${id}/${path}`)
        .send({});
      expect(none.status).toBe(428);
    }
    const early = await shop.register
      .post('finance', `/imports/${id}/undo`)
      .set('If-Match', '"1"')
      .send({});
    expect([early.status, early.body.error.message]).toEqual([
      409,
      expect.stringMatching(/is checked; it is undone when it is committed/),
    ]);
    await act(shop, id, 'commit');
    const twice = await shop.register
      .post('finance', `/imports/${id}/commit`)
      .set('If-Match', '"1"')
      .send({});
    expect(twice.status).toBe(412);
  });
});
