import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';

/** A row as the API gives it. */
export type FakeRow = { id: number } & Record<string, unknown>;

/** Answers a request in place of the installation; false to let it answer. */
export type Interference = (
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
) => boolean;

/** More are not given at once. */
const MAX_RESULTS = 500;

/**
 * The API of an installation as its documentation and code say it behaves: an
 * offset beyond the end is answered with the start of the list, lists are
 * sorted as asked, seats are not, and refusals come with status 200.
 */
export class FakeSnipeIt {
  /** Lists by their path, such as `hardware` and `licenses/3/seats`. */
  readonly lists = new Map<string, FakeRow[]>();
  readonly asked: URL[] = [];
  interference: Interference = () => false;
  url = '';
  #server: Server | undefined;

  async start(): Promise<void> {
    this.#server = createServer((req, res) => {
      const url = new URL(req.url ?? '', this.url);
      this.asked.push(url);
      if (!this.interference(req, res, url)) {
        this.#answer(req, res, url);
      }
    });
    await new Promise<void>(resolve =>
      this.#server?.listen(0, '127.0.0.1', resolve),
    );
    const address = this.#server.address();
    this.url = `http://127.0.0.1:${
      typeof address === 'object' ? address?.port : 0
    }`;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise(resolve => this.#server?.close(resolve));
  }

  #answer(req: IncomingMessage, res: ServerResponse, url: URL): void {
    if (req.headers.authorization !== 'Bearer snipe-secret') {
      send(res, 401, { error: 'Unauthenticated.' });
      return;
    }
    const path = url.pathname.replace('/api/v1/', '');
    const list = this.lists.get(path);
    if (!list) {
      send(res, 200, {
        status: 'error',
        messages: 'License does not exist.',
        payload: null,
      });
      return;
    }
    const number = (name: string, fallback: number) =>
      Number(url.searchParams.get(name) ?? fallback);
    const isSorted = url.searchParams.get('sort') === 'id';
    const rows = isSorted ? [...list].sort((a, b) => a.id - b.id) : list;
    const asked = number('offset', 0);
    const offset = asked > rows.length ? 0 : asked;
    const limit = Math.min(number('limit', 50), MAX_RESULTS);
    send(res, 200, {
      total: rows.length,
      rows: rows.slice(offset, offset + limit),
    });
  }
}

/** Answers with JSON. */
export function send(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  res.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  res.end(JSON.stringify(body));
}
