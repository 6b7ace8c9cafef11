import { describeShop } from './__testUtils__/shopRegister';

describeShop('lists of discoveries as CSV', [], shop => {
  const send = async (
    path: 'software' | 'spend',
    file: string | Buffer,
    options: { source?: string; key?: string; type?: string } = {},
  ) => {
    const { source = 'agent', key, type = 'text/csv' } = options;
    const query = source === '' ? '' : `?source=${source}`;
    const request = shop.register
      .post('finance', `/discoveries/${path}${query}`)
      .set('Content-Type', type);
    if (key) {
      request.set('Idempotency-Key', key);
    }
    return await request.send(file);
  };
  const itemOf = async (name: string) => {
    const { body } = await shop.register.get(
      'finance',
      `/discoveries?q=${encodeURIComponent(name)}`,
    );
    expect(body.items).toHaveLength(1);
    return body.items[0];
  };

  it('are taken under the headers tools write, as JSON is', async () => {
    const csv =
      '\uFEFFApplication;Vendor;Host name;User name;Last seen;Version\r\n' +
      'Krita 5.2;"Krita; Foundation";HW-2;member;2026-10-10;5.2\r\n' +
      'Gimp 3.0;;HW-2;;2026-10-11;3.0\r\n';
    const answer = await send('software', csv, { key: 'krita' });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ added: 2, changed: 0, unchanged: 0 });
    expect(await itemOf('Krita')).toMatchObject({
      name: 'Krita 5.2',
      publisher: 'Krita; Foundation',
    });
    // The same again, with its key, without it, and as JSON.
    expect((await send('software', csv, { key: 'krita' })).text).toBe(
      answer.text,
    );
    expect((await send('software', csv)).body).toMatchObject({ unchanged: 2 });
    const json = await shop.register
      .post('finance', '/discoveries/software')
      .send({
        source: 'agent',
        entries: [{ name: 'Gimp 3.0', device: 'HW-2', lastSeen: '2026-10-11' }],
      });
    expect(json.body).toMatchObject({ unchanged: 1 });
    const other = await send('software', csv.replace('Gimp', 'Inkscape'), {
      key: 'krita',
    });
    expect(other.status).toBe(422);
  });

  it('of spend have amounts with their currency', async () => {
    const answer = await send(
      'spend',
      'Belegnummer,Buchungsdatum,Lieferant,Betrag,Währung,Kostenstelle\n' +
        '4711,2026-10-10,Inkwell Ltd.,"-12.50",EUR,CC-1\n' +
        '4712,2026-10-11,Inkwell Ltd.,1200,EUR,\n',
      { source: 'ledger' },
    );
    expect([answer.status, answer.text]).toEqual([200, expect.anything()]);
    expect(answer.body).toMatchObject({ added: 2 });
    expect(await itemOf('Inkwell')).toMatchObject({ kind: 'spend' });
  });

  it('are refused with all that is wrong at once', async () => {
    const answer = await send(
      'software',
      'name,device,last seen\n,HW-2,2026-10-10\nAbc,HW-2,2999-01-01\nDef,,2026-10-10\n',
    );
    expect(answer.status).toBe(400);
    const wrong = await send(
      'software',
      'name,device,last seen\nAbc,HW-2,2999-01-01\nDef,,2026-10-10\n',
    );
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('entries[0].lastSeen');
    expect(wrong.text).toContain('entries[1]');
  });

  it.each([
    ['no column it needs', 'name,device\nAbc,HW-2\n', /lastSeen/],
    [
      'two columns for one field',
      'name,product,last seen,user\nA,B,2026-10-10,member\n',
      /name and product/,
    ],
    ['too many cells', 'name,user,date\nA,member,2026-10-10,x\n', /Line 2/],
    ['an open quote', 'name,user,date\n"A,member,2026-10-10\n', /[Ll]ine/],
    ['nothing', '', /empty/],
    ['a header alone', 'name,user,date\n', /entries/],
  ])('are refused with %s', async (_, file, message) => {
    const answer = await send('software', file);
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(message);
  });

  it('need the source, a right, and a size that is allowed', async () => {
    const csv = 'name,user,date\nAbc,member,2026-10-10\n';
    expect((await send('software', csv, { source: '' })).status).toBe(400);
    const huge = `name,user,date\n${'Abc,member,2026-10-10\n'.repeat(60_000)}`;
    expect((await send('software', huge)).status).toBe(413);
    expect((await send('software', csv, { type: 'text/plain' })).status).toBe(
      415,
    );
    const denied = await shop.register
      .post('member', '/discoveries/software?source=agent')
      .set('Content-Type', 'text/csv')
      .send(csv);
    expect(denied.status).toBe(403);
  });
});
