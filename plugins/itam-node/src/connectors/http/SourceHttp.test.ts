import { createServer, type RequestListener, type Server } from 'node:http';
import { SourceHttp, type SourceHttpOptions } from './SourceHttp';

const json =
  (body: unknown, status = 200, headers = {}): RequestListener =>
  (_req, res) => {
    res.writeHead(status, { 'Content-Type': 'application/json', ...headers });
    res.end(JSON.stringify(body));
  };

/** A source on this machine, which answers as the test says. */
class Source {
  readonly asked: string[] = [];
  readonly tokens: (string | undefined)[] = [];
  answers: RequestListener[] = [];
  server: Server | undefined;
  url = '';

  async start(): Promise<void> {
    this.server = createServer((req, res) => {
      this.asked.push(req.url ?? '');
      this.tokens.push(req.headers.authorization);
      const answer = this.answers.shift() ?? json({ ok: true });
      answer(req, res);
    });
    await new Promise<void>(resolve =>
      this.server?.listen(0, '127.0.0.1', resolve),
    );
    const address = this.server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    this.url = `http://127.0.0.1:${port}/base`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise(resolve => this.server?.close(resolve));
  }
}

const busy = (headers = {}) => json({ error: 'no' }, 429, headers);

describe('SourceHttp', () => {
  let source: Source;
  let slept: number[];
  const signal = new AbortController().signal;
  const client = (options: Partial<SourceHttpOptions> = {}) =>
    new SourceHttp({
      baseUrl: source.url,
      authorization: async renew => (renew ? 'Bearer new' : 'Bearer old'),
      now: () => Date.parse('2026-05-20T10:00:00Z'),
      sleep: async ms => {
        slept.push(ms);
      },
      random: () => 0,
      ...options,
    });

  beforeEach(async () => {
    source = new Source();
    slept = [];
    await source.start();
  });
  afterEach(async () => await source.stop());

  it('asks below the configured address, with credentials', async () => {
    const { body } = await client().get('api/things?a=1', signal);
    expect(body).toEqual({ ok: true });
    expect(source.asked).toEqual(['/base/api/things?a=1']);
    expect(source.tokens).toEqual(['Bearer old']);
  });

  it('waits as long as the source asks for', async () => {
    source.answers = [
      busy({ 'Retry-After': '30' }),
      busy({ 'Retry-After': 'Wed, 20 May 2026 10:01:00 GMT' }),
    ];
    await client().get('a', signal);
    expect(slept).toEqual([30_500, 61_000]);
  });

  it('waits twice as long each time where the source asks for nothing', async () => {
    source.answers = [busy(), json({}, 503), json({}, 502), busy()];
    await client().get('a', signal);
    expect(slept).toEqual([500, 1_000, 2_000, 4_000]);
  });

  it('has some chance in its waits, and none is longer than the longest', async () => {
    source.answers = Array.from({ length: 9 }, () => busy());
    await client({
      tries: 10,
      random: () => 1,
      backoff: { firstMs: 1_000, mostMs: 5_000 },
    }).get('a', signal);
    expect(slept).toEqual([
      1_000, 2_000, 4_000, 5_000, 5_000, 5_000, 5_000, 5_000, 5_000,
    ]);
  });

  it('gives up in a storm of refusals', async () => {
    source.answers = Array.from({ length: 20 }, () => busy());
    await expect(client().get('a?secret=1', signal)).rejects.toMatchObject({
      name: 'SourceError',
      reason: 'unavailable',
      message: '/base/a: the source answers 429, 6 times',
    });
    expect(source.asked).toHaveLength(6);
  });

  it('gives up at once when it would have to wait too long', async () => {
    source.answers = [busy({ 'Retry-After': '3600' })];
    await expect(client().get('a', signal)).rejects.toThrow(
      'the source asks to wait 3600 seconds, which is too long',
    );
    expect(slept).toEqual([]);
  });

  it('asks again when the connection is cut in the middle of an answer', async () => {
    source.answers = [
      (_req, res) => {
        res.writeHead(200, { 'Content-Length': '1000' });
        res.write('{"ok":');
        setTimeout(() => res.destroy(), 10);
      },
      (req, _res) => req.socket.destroy(),
    ];
    const { body } = await client().get('a', signal);
    expect(body).toEqual({ ok: true });
    expect(source.asked).toHaveLength(3);
  });

  it('asks again when there is no answer in time', async () => {
    source.answers = [() => {}];
    await client({ timeoutMs: 50 }).get('a', signal);
    expect(source.asked).toHaveLength(2);
  });

  it('renews its credentials once', async () => {
    source.answers = [
      json({}, 401),
      json({ ok: 1 }),
      json({}, 401),
      json({}, 401),
    ];
    await client().get('a', signal);
    expect(source.tokens).toEqual(['Bearer old', 'Bearer new']);
    await expect(client().get('a', signal)).rejects.toMatchObject({
      reason: 'refused',
    });
  });

  it('goes nowhere but to the configured origin', async () => {
    const other = new Source();
    await other.start();
    try {
      await expect(client().get(`${other.url}/a`, signal)).rejects.toThrow(
        'at another host',
      );
      source.answers = [json({}, 302, { Location: `${other.url}/a` })];
      await expect(client().get('a', signal)).rejects.toThrow(
        'at another host',
      );
      source.answers = [json({}, 302, { Location: 'http://169.254.169.254/' })];
      await expect(client().get('a', signal)).rejects.toThrow(
        'at another host',
      );
      expect(other.asked).toEqual([]);
      source.answers = [json({}, 302, { Location: '/elsewhere' })];
      await client().get('a', signal);
      expect(source.asked.at(-1)).toBe('/elsewhere');
    } finally {
      await other.stop();
    }
  });

  it.each([
    ['a page for people', (_req, res) => res.end('<html>'), /than JSON/],
    ['a refusal', json({}, 403), /answers 403/],
    ['too much', json('x'.repeat(2_000)), /too much/],
  ] satisfies [string, RequestListener, RegExp][])(
    'does not ask again after %s',
    async (_name, answer, message) => {
      source.answers = [answer];
      await expect(
        client({ mostBytes: 1_000 }).get('a', signal),
      ).rejects.toThrow(message);
      expect(source.asked).toHaveLength(1);
    },
  );

  describe('with a question in the body', () => {
    let bodies: string[];
    const reading =
      (answer: RequestListener): RequestListener =>
      (req, res) => {
        let body = `${req.method} ${req.headers['content-type']} `;
        req.on('data', part => (body += part));
        req.on('end', () => {
          bodies.push(body);
          answer(req, res);
        });
      };
    const asked = 'POST application/json {"query":"a"}';

    beforeEach(() => {
      bodies = [];
    });

    it('asks the whole question again when the source was busy or went away', async () => {
      source.answers = [
        reading(busy({ 'Retry-After': '30' })),
        reading((req, _res) => req.socket.destroy()),
        reading(json({ ok: true })),
      ];
      const { body } = await client().post('a', { query: 'a' }, signal);
      expect(body).toEqual({ ok: true });
      expect(slept[0]).toBe(30_500);
      expect(bodies).toEqual([asked, asked, asked]);
    });

    it('takes it along where a redirect allows that, and nowhere else', async () => {
      const other = new Source();
      await other.start();
      try {
        source.answers = [
          json({}, 307, { Location: '/elsewhere' }),
          reading(json({})),
        ];
        await client().post('a', { query: 'a' }, signal);
        expect(source.asked.at(-1)).toBe('/elsewhere');
        expect(bodies).toEqual([asked]);
        source.answers = [json({}, 302, { Location: '/elsewhere' })];
        await expect(
          client().post('a', { query: 'a' }, signal),
        ).rejects.toThrow('redirects a question (302)');
        source.answers = [json({}, 307, { Location: `${other.url}/a` })];
        await expect(
          client().post('a', { query: 'a' }, signal),
        ).rejects.toThrow('at another host');
        expect(other.asked).toEqual([]);
      } finally {
        await other.stop();
      }
    });
  });

  it('stops when it is told to', async () => {
    source.answers = [busy()];
    const stop = new AbortController();
    const sleep = async () => stop.abort(new Error('Stop'));
    await expect(client({ sleep }).get('a', stop.signal)).rejects.toThrow(
      'Stop',
    );
    expect(source.asked).toHaveLength(1);
  });
});
