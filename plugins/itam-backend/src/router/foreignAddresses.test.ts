import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { checked, rowsOf } from './__testUtils__/imports';
import { describeShop } from './__testUtils__/shopRegister';

/** An address inside, where a server could be made to ask in one's name. */
describeShop('addresses in what people write', [], shop => {
  const asked: string[] = [];
  let server: Server;
  let inside: string;

  beforeAll(async () => {
    server = createServer((req, res) => {
      asked.push(req.url ?? '');
      res.end('a secret of the inside');
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    const address: AddressInfo | string | null = server.address();
    if (address === null || typeof address === 'string') {
      throw new Error('No port to listen on');
    }
    inside = `http://127.0.0.1:${address.port}`;
  });

  afterAll(async () => {
    await new Promise(resolve => server.close(resolve));
  });

  it('are never asked by the register', async () => {
    const created = await shop.register.post('finance', '/records').send({
      kind: 'Asset',
      title: inside,
      description: `![](${inside}/picture.png)`,
      spec: {
        class: 'hardware',
        type: 'laptop',
        stage: 'maintenance',
        status: 'in-use',
        owner: 'payments',
        assignee: 'member',
        tag: 'ADDRESS',
        inService: '2026-01-01',
        documents: [
          { title: 'Invoice', url: `${inside}/invoice` },
          { title: 'Metadata', url: 'http://169.254.169.254/latest' },
        ],
      },
    });
    expect([created.status, created.text]).toEqual([201, expect.anything()]);
    const path = `/records/${created.body.record.ref.replace(':', '/')}`;
    for (const one of [path, `${path}/history`, '/records/export?kind=Asset']) {
      expect((await shop.register.get('finance', one)).status).toBe(200);
    }
    const { id } = await checked(
      shop,
      [
        'tag,title,class,type,stage,status,owner,assignee,location,inService',
        `ADDRESS-2,${inside}/title,hardware,laptop,maintenance,in-use,group:default/payments,user:default/member,${inside}/location,2026-01-01`,
        '',
      ].join('\n'),
      { query: { kind: 'Asset' } },
    );
    expect(await rowsOf(shop, id)).toBeDefined();
    const incident = await shop.register
      .post('service', '/declarations/incidents')
      .send({
        incidents: [
          {
            kind: 'error',
            ref: 'asset:default/elsewhere',
            location: `url:${inside}/catalog-info.yaml`,
            messages: [`See ${inside}/message`],
          },
        ],
      });
    expect([incident.status, incident.text]).toEqual([204, '']);
    expect((await shop.register.get('finance', '/health')).status).toBe(200);
    expect(asked).toEqual([]);
    // The server would have told.
    await fetch(`${inside}/told`);
    expect(asked).toEqual(['/told']);
  });

  it.each([
    // eslint-disable-next-line no-script-url
    'javascript:alert(1)',
    'file:///etc/passwd',
    'data:text/html,<script>alert(1)</script>',
    'ftp://inside.example/file',
  ])('are not of the form %s', async url => {
    const refused = await shop.register.post('finance', '/records').send({
      kind: 'Asset',
      title: 'A link',
      spec: {
        class: 'hardware',
        type: 'laptop',
        stage: 'plan',
        owner: 'payments',
        documents: [{ title: 'Invoice', url }],
      },
    });
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('documents[0].url');
  });
});
