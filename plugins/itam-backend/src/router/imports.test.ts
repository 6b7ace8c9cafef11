import {
  act,
  checked,
  csvOf,
  laptopHeader,
  laptops,
  rowsOf,
  settled,
  upload,
} from './__testUtils__/imports';
import { describeShop } from './__testUtils__/shopRegister';
import { checkReadModel } from '../usecases/costs/recomputeReadModel';

const NEW = { create: 0, update: 0, unchanged: 0, error: 0 };

describeShop('an import', [], shop => {
  const record = async (name: string) =>
    await shop.register.get('finance', `/records/asset/default/${name}`);
  const change = async (name: string, over: object) => {
    const { body } = await record(name);
    const answer = await shop.register
      .put('finance', `/records/asset/default/${name}`)
      .set('If-Match', `"${body.record.version}"`)
      .send({ title: body.record.title, spec: { ...body.spec, ...over } });
    expect(answer.status).toBe(200);
  };
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
      outcomes: { ...NEW, create: 3 },
    });
    const [first] = await rowsOf(shop, dryRun.id);
    expect(first).toMatchObject({
      row: 1,
      line: 2,
      outcome: 'create',
      problems: [],
      ref: 'asset:default/im-1',
    });
    expect((await record('im-1')).status).toBe(404);

    const done = await act(shop, dryRun.id, 'commit');
    expect(done).toMatchObject({ state: 'committed', results: { created: 3 } });
    expect((await record('im-1')).body).toMatchObject({
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
    expect(again.outcomes).toEqual({ ...NEW, unchanged: 3 });
    expect(await act(shop, again.id, 'commit')).toMatchObject({
      state: 'committed',
      results: { created: 0, updated: 0 },
    });
    expect((await record('im-1')).body.record.version).toBe(1);
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
    expect((await record('ch-1')).body).toMatchObject({
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
    expect(dryRun.outcomes).toEqual({ ...NEW, create: 1, error: 1 });
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
    expect((await record('an-1')).status).toBe(404);
    const done = await act(shop, dryRun.id, 'commit', { mode: 'skip-errors' });
    expect(done).toMatchObject({ state: 'committed', results: { created: 1 } });
    expect((await record('an-1')).status).toBe(200);
    expect((await record('an-2')).status).toBe(404);
  });

  it('has wrong rows corrected one by one', async () => {
    const dryRun = await checked(
      shop,
      laptops(['CO-1', 'CO-2'], { Status: 'in transit' }),
    );
    expect(dryRun.outcomes).toEqual({ ...NEW, error: 2 });
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
      outcomes: { ...NEW, create: 1 },
      format: { statuses: { 'In Transit': 'in-use' } },
    });
    const wrong = await act(shop, id, 'mapping', {
      statuses: { 'In Transit': 'somewhere' },
    });
    expect(wrong.outcomes).toEqual({ ...NEW, error: 1 });
  });

  it('settles rows about the same record once one of them is corrected', async () => {
    const dryRun = await checked(
      shop,
      laptops(['DU-1']) +
        laptops(['DU-1'], { Location: 'Rome' }).split('\n')[1],
    );
    expect(dryRun.outcomes).toEqual({ ...NEW, error: 2 });
    const [, second] = await rowsOf(shop, dryRun.id);
    const answer = await shop.register
      .put('finance', `/imports/${dryRun.id}/rows/2`)
      .set('If-Match', '"1"')
      .send({ cells: ['DU-2', ...second.cells.slice(1)] });
    expect(answer.body.outcome).toBe('create');
    expect((await settled(shop, dryRun.id)).outcomes).toEqual({
      ...NEW,
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
    expect(dryRun.outcomes).toEqual({ ...NEW, error: 1 });
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
      outcomes: { ...NEW, update: 1 },
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
    expect(dryRun.outcomes).toEqual({ ...NEW, update: 2 });
    await change('st-2', { location: 'Rome' });
    const stopped = await act(shop, dryRun.id, 'commit');
    expect(stopped).toMatchObject({
      state: 'checked',
      message: expect.stringMatching(
        /changed by somebody.*nothing was written/,
      ),
      outcomes: { ...NEW, update: 1, error: 1 },
    });
    expect((await record('st-1')).body.record.location).toBe('Berlin');
    expect(await rowsOf(shop, dryRun.id, '&outcome=error')).toMatchObject([
      { problems: [{ rule: 'changed-since' }] },
    ]);
    const again = await act(shop, dryRun.id, 'mapping');
    expect(again.outcomes).toEqual({ ...NEW, update: 2 });
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
    await change('sk-1', { location: 'Rome' });
    expect(await act(shop, dryRun.id, 'commit')).toMatchObject({
      state: 'committed',
      outcomes: { ...NEW, update: 1, error: 1 },
      results: { updated: 1 },
    });
    expect((await record('sk-1')).body.record.location).toBe('Rome');
    expect((await record('sk-2')).body.record.location).toBe('Paris');
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
    await change('un-2', { location: 'Rome' });
    await change('un-4', { location: 'Rome' });
    const undone = await act(shop, id, 'undo');
    expect(undone).toMatchObject({
      state: 'undone',
      results: { created: 0, updated: 0, undone: 2, kept: 2 },
    });
    expect((await record('un-1')).body).toMatchObject({
      record: { location: 'Berlin' },
      spec: { owner: 'group:default/payments' },
    });
    expect((await record('un-3')).body.record.retiredAt).toEqual(
      expect.any(String),
    );
    expect((await record('un-2')).body.record.location).toBe('Rome');
    expect((await record('un-4')).body.record.retiredAt).toBeUndefined();
    expect(await rowsOf(shop, id, '&result=kept')).toMatchObject([
      { row: 2, problems: [{ rule: 'changed-since' }] },
      { row: 4, problems: [{ rule: 'changed-since' }] },
    ]);
    await readModelIsTrue();

    // What was retired comes back when the file is imported again.
    const again = await checked(shop, file);
    expect(again.outcomes).toEqual({ ...NEW, create: 1, update: 3 });
    expect(await act(shop, again.id, 'commit')).toMatchObject({
      results: { created: 1, updated: 3 },
    });
    expect((await record('un-3')).body.record.retiredAt).toBeUndefined();
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

  describe('that is uploaded again', () => {
    const mine = async () =>
      (await shop.register.get('finance', '/imports?limit=500')).body.items
        .length;
    const send = (
      file: string,
      key: string,
      query: Record<string, string> = {},
    ) => upload(shop, file, { query }).set('Idempotency-Key', key);

    it('is the same import for the same key and file', async () => {
      const file = laptops(['ID-1', 'ID-2']);
      const first = await send(file, 'again');
      expect(first.status).toBe(201);
      expect(first.headers.etag).toBe('"1"');
      const before = await mine();
      await settled(shop, first.body.id);
      const second = await send(file, 'again');
      expect([second.status, second.text]).toEqual([201, first.text]);
      expect(second.headers.etag).toBe('"1"');
      expect(await mine()).toBe(before);
      const other = await send(file, 'another');
      expect(other.body.id).not.toBe(first.body.id);
      expect((await upload(shop, file)).body.id).not.toBe(first.body.id);
      // Of what was sent again nothing is kept.
      const kept = await shop.knex('imports').pluck('id');
      const rows = await shop.knex('import_rows').distinct().pluck('import_id');
      expect(rows.filter(id => !kept.includes(id))).toEqual([]);
    });

    it('is one import when it is sent many times at once', async () => {
      const before = await mine();
      const file = laptops(['ID-3']);
      const answers = await Promise.all(
        Array.from({ length: 5 }, () => send(file, 'at once')),
      );
      expect(answers.map(({ status }) => status)).toEqual(
        answers.map(() => 201),
      );
      expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
      expect(await mine()).toBe(before + 1);
    });

    it('is refused with another file or other parameters, and kept once', async () => {
      const file = laptops(['ID-4']);
      expect((await send(file, 'other')).status).toBe(201);
      const before = await mine();
      for (const again of [
        await send(laptops(['ID-5']), 'other'),
        await send(file, 'other', { currency: 'USD' }),
      ]) {
        expect(again.status).toBe(422);
        expect(again.text).toContain('IdempotencyKeyReusedError');
      }
      expect(await mine()).toBe(before);
      expect(await shop.knex('imports').where('state', 'receiving')).toEqual(
        [],
      );
    });

    it('is taken again after a file that could not be read', async () => {
      expect((await send('tag,title\n"open', 'broken')).status).toBe(400);
      expect((await send(laptops(['ID-6']), 'broken')).status).toBe(201);
    });

    it('needs a key that can be one', async () => {
      expect((await send(laptops(['ID-7']), 'k'.repeat(201))).status).toBe(400);
    });
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
    ).toEqual({ ...NEW, create: 3 });
    const other = await shop.register.get(
      'finance',
      `/imports/${id}/rows?cursor=${one.body.nextCursor}`,
    );
    expect(other.status).toBe(400);
  });

  it('keeps the name of its file, and has none without', async () => {
    const named = await checked(shop, laptops(['FN-1']), {
      query: { fileName: ' Geräte Q4 & <neu>.csv ' },
    });
    expect(named.fileName).toBe('Geräte Q4 & <neu>.csv');
    const unnamed = await checked(shop, laptops(['FN-2']));
    expect(unnamed).not.toHaveProperty('fileName');
    const { body } = await shop.register.get('finance', '/imports?limit=500');
    const listed = new Map(
      body.items.map((item: { id: string; fileName?: string }) => [
        item.id,
        item.fileName,
      ]),
    );
    expect([named.id, unnamed.id].map(id => listed.get(id))).toEqual([
      'Geräte Q4 & <neu>.csv',
      undefined,
    ]);
  });

  it.each([
    ['a control character', 'laptops\u0007.csv'],
    ['a line break', 'laptops\n.csv'],
    ['a mark of direction', 'laptops\u202evsc.exe'],
    ['only blanks', '  '],
    ['nothing', ''],
    ['too many characters', `${'n'.repeat(256)}`],
  ])('refuses a file name with %s', async (_, fileName) => {
    const answer = await upload(shop, laptops(['FN-3']), {
      query: { fileName },
    });
    expect([answer.status, answer.text]).toEqual([
      400,
      expect.stringContaining('fileName'),
    ]);
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

  it('takes the kind from the query where headers do not tell it', async () => {
    const answer = await upload(shop, 'Title,Owner\nX,Y\n');
    expect([answer.status, answer.body.error.message]).toEqual([
      400,
      expect.stringMatching(/state the kind/),
    ]);
  });
});
