import { Agent, request } from 'node:http';
import type { Method } from './contract';

/** A request as it goes over the wire. */
export interface WireRequest {
  method: Method;
  /** With its query, percent-encoded as it is to be sent. */
  target: string;
  headers: Readonly<Record<string, string>>;
  /** Sent as it is. */
  body?: string;
}

/** An answer, with its body as text. */
export interface WireAnswer {
  status: number;
  type: string;
  text: string;
  etag?: string;
}

/** One connection that is kept: opening one costs more than an answer. */
export class KeptConnection {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });

  constructor(private readonly port: number) {}

  /**
   * Sends a request and reads the whole answer.
   *
   * Throws the error of the connection, such as one broken half-way.
   */
  async send(wire: WireRequest): Promise<WireAnswer> {
    return await new Promise((resolve, reject) => {
      const sent = request(
        {
          agent: this.#agent,
          host: 'localhost',
          port: this.port,
          method: wire.method.toUpperCase(),
          path: wire.target,
          headers: {
            ...wire.headers,
            ...(wire.body === undefined
              ? {}
              : { 'content-length': Buffer.byteLength(wire.body) }),
          },
        },
        answer => {
          const parts: Buffer[] = [];
          answer.on('data', part => parts.push(part));
          answer.on('error', reject);
          answer.on('end', () =>
            resolve({
              status: answer.statusCode ?? 0,
              type: answer.headers['content-type'] ?? '',
              text: Buffer.concat(parts).toString('utf8'),
              etag: answer.headers.etag,
            }),
          );
        },
      );
      sent.on('error', reject);
      sent.end(wire.body);
    });
  }

  /** Closes the connection. */
  close(): void {
    this.#agent.destroy();
  }
}
