import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Entity } from '@backstage/catalog-model';

/** A question of the register that waits for its answer. */
export interface Held {
  /** Path of the replica that asked. */
  replica: string;
  path: string;
  /** Answers as the catalog is when this is called. */
  release(): void;
}

/**
 * A catalog that replicas ask over HTTP, each at an address of its own, and
 * that can let them wait for an answer that was true when they asked.
 */
export class CatalogStub {
  entities: Entity[] = [];
  private held: Held[] = [];
  private holding: RegExp | undefined;
  private readonly server = createServer((req, res) => {
    this.answer(req).then(
      body => {
        res.writeHead(body === undefined ? 404 : 200, {
          'Content-Type': 'application/json',
        });
        res.end(body);
      },
      () => res.writeHead(500).end(),
    );
  });

  async start(): Promise<void> {
    await new Promise<void>(resolve =>
      this.server.listen(0, '127.0.0.1', resolve),
    );
  }

  async stop(): Promise<void> {
    this.goOn();
    this.server.closeAllConnections();
    await new Promise<void>(resolve => this.server.close(() => resolve()));
  }

  /** The address of the catalog for one replica. */
  urlFor(replica: string): string {
    const address: string | AddressInfo | null = this.server.address();
    if (address === null || typeof address === 'string') {
      throw new Error('The catalog has not been started');
    }
    return `http://127.0.0.1:${address.port}/${replica}/api/catalog`;
  }

  /** From now on the next question for such a path waits. */
  holdNext(path: RegExp): void {
    this.holding = path;
  }

  /** The question that waits. */
  waiting(): Held {
    if (this.held.length === 0) {
      throw new Error('Nobody waits for the catalog');
    }
    return this.held[0];
  }

  /** Answers everything that waits, and lets nothing wait any more. */
  goOn(): void {
    this.holding = undefined;
    this.held.splice(0).forEach(one => one.release());
  }

  private async answer(req: IncomingMessage): Promise<string | undefined> {
    let text = '';
    for await (const chunk of req) {
      text += chunk;
    }
    const [, replica, path] =
      /^\/([^/]+)\/api\/catalog(\/[^?]*)/.exec(req.url ?? '') ?? [];
    const found = this.answerTo(path, text, req.url ?? '');
    const body = found && JSON.stringify(found);
    if (this.holding?.test(path)) {
      this.holding = undefined;
      await new Promise<void>(resolve => {
        this.held.push({ replica, path, release: resolve });
      });
    }
    return body;
  }

  private answerTo(
    path: string,
    text: string,
    url: string,
  ): object | undefined {
    const byName = /^\/entities\/by-name\/(.+?)\/(.+)$/.exec(path);
    if (byName) {
      const [, kind, name] = byName;
      return this.entities.find(entity => refOf(entity) === `${kind}:${name}`);
    }
    if (path === '/entities/by-refs') {
      const asked: { entityRefs: string[] } = JSON.parse(text);
      return {
        items: asked.entityRefs.map(
          ref => this.entities.find(entity => refOf(entity) === ref) ?? null,
        ),
      };
    }
    const kinds = new URL(url, 'http://catalog').searchParams
      .getAll('filter')
      .flatMap(filter => [...filter.matchAll(/kind=(\w+)/g)])
      .map(([, kind]) => kind.toLowerCase());
    const items = this.entities.filter(
      ({ kind }) => kinds.length === 0 || kinds.includes(kind.toLowerCase()),
    );
    return { items, totalItems: items.length, pageInfo: {} };
  }
}

function refOf({ kind, metadata }: Entity): string {
  return `${kind}:${metadata.namespace ?? 'default'}/${
    metadata.name
  }`.toLowerCase();
}
