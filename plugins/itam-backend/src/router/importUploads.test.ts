import { checked, laptops, settled, upload } from './__testUtils__/imports';
import { describeShop } from './__testUtils__/shopRegister';

describeShop('an import', [], shop => {
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

  it('takes the kind from the query where headers do not tell it', async () => {
    const answer = await upload(shop, 'Title,Owner\nX,Y\n');
    expect([answer.status, answer.body.error.message]).toEqual([
      400,
      expect.stringMatching(/state the kind/),
    ]);
  });
});
