import {
  createServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';

/**
 * Answers a request in place of the server; false to let it answer.
 *
 * @public
 */
export type Interference = (
  req: IncomingMessage,
  res: ServerResponse,
  url: URL,
) => boolean;

/**
 * A server on this machine that stands for another tool. What it answers is
 * told by who extends it; tests may interfere with any answer.
 *
 * @public
 */
export abstract class LoopbackServer {
  /** Everything it was asked for, in order. */
  readonly asked: URL[] = [];
  /** Goes before its own answers. */
  interference: Interference = () => false;
  /** Its address, once it is started. */
  url = '';
  #server: Server | undefined;

  /** Its own answer to a request. */
  protected abstract answer(
    req: IncomingMessage,
    res: ServerResponse,
    url: URL,
  ): void;

  /** Starts it on a free port. */
  async start(): Promise<void> {
    this.#server = createServer((req, res) => {
      const url = new URL(req.url ?? '', this.url);
      this.asked.push(url);
      if (!this.interference(req, res, url)) {
        this.answer(req, res, url);
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

  /** Ends it, and all connections to it. */
  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise(resolve => this.#server?.close(resolve));
  }
}

/**
 * Answers with JSON.
 *
 * @public
 */
export function send(
  res: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  res.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  res.end(JSON.stringify(body));
}
