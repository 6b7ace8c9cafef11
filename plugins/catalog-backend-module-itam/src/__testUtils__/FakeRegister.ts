import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';

/** A declaration as it came over the wire. */
export interface StagedDeclaration {
  ref: string;
  entity: { spec?: Record<string, unknown>; metadata: { name: string } };
  location?: string;
  revision: string;
}

/** An incident as it came over the wire. */
export interface ReportedIncident {
  kind: string;
  ref: string;
  location?: string;
  messages?: string[];
  holder?: string;
  claimant?: string;
}

/**
 * The far side of the network in tests of the catalog side: answers the
 * register's API over HTTP as the plugin `itam`, remembers what it was sent,
 * and can hang, fail, refuse or start over.
 */
export class FakeRegister {
  epoch = 'epoch-1';
  mode: 'up' | 'hung' | 'failing' = 'up';
  /** Ref to error answer. */
  readonly refusals = new Map<string, { status: number; message: string }>();
  readonly wanted = new Set<string>();
  readonly staged: StagedDeclaration[] = [];
  readonly incidents: ReportedIncident[] = [];
  /** What the catalog is to show of registered records, by ref. */
  readonly published = new Map<string, object>();
  /** Refs in the order in which what is to be shown of them changed. */
  readonly changed: string[] = [];
  /** Requests that were never answered. */
  readonly hanging = new Set<ServerResponse>();

  readonly plugin = createBackendPlugin({
    pluginId: 'itam',
    register: reg => {
      reg.registerInit({
        deps: {
          httpRouter: coreServices.httpRouter,
          httpAuth: coreServices.httpAuth,
        },
        init: async ({ httpRouter, httpAuth }) => {
          httpRouter.use((req, res, next) => {
            httpAuth
              .credentials(req, { allow: ['service'] })
              .then(() => this.#handle(req, res))
              .catch(next);
          });
        },
      });
    },
  });

  /** Latest declaration of a ref. */
  latest(ref: string): StagedDeclaration | undefined {
    return this.staged.filter(one => one.ref === ref).at(-1);
  }

  /** Registers or changes a record; without an entity it must not show. */
  publish(ref: string, entity?: object) {
    if (entity) {
      this.published.set(ref, entity);
    } else {
      this.published.delete(ref);
    }
    this.changed.push(ref);
  }

  /** Starts over with nothing registered. */
  loseData(epoch: string) {
    this.epoch = epoch;
    this.published.clear();
    this.changed.length = 0;
  }

  /** Closes what hangs, so that the server can stop. */
  release() {
    this.hanging.forEach(response => response.destroy());
    this.hanging.clear();
  }

  async #handle(req: IncomingMessage, res: ServerResponse) {
    if (this.mode === 'hung') {
      this.hanging.add(res);
      return;
    }
    if (this.mode === 'failing') {
      answer(res, 503, { error: { message: 'starting' } });
      return;
    }
    const { pathname, searchParams } = new URL(
      req.url ?? '/',
      'http://register',
    );
    const route = `${req.method} ${pathname}`;
    if (route === 'GET /declarations/state') {
      answer(res, 200, { epoch: this.epoch, wanted: [...this.wanted] });
    } else if (route === 'PUT /declarations') {
      this.#stage(await bodyOf(req), res);
    } else if (route === 'POST /declarations/incidents') {
      const { incidents } = await bodyOf(req);
      this.incidents.push(...incidents);
      res.writeHead(204).end();
    } else if (route === 'GET /published') {
      answer(res, 200, {
        items: [...this.published].map(([ref, entity]) => ({ ref, entity })),
        last: this.changed.length,
        epoch: this.epoch,
      });
    } else if (route === 'GET /changes') {
      const refs = this.changed.slice(Number(searchParams.get('after')));
      answer(res, 200, {
        items: [...new Set(refs)].map((ref, index) => ({
          sequence: index + 1,
          ref,
          entity: this.published.get(ref),
        })),
        last: this.changed.length,
        epoch: this.epoch,
        more: false,
      });
    } else {
      answer(res, 404, { error: { message: `no route ${route}` } });
    }
  }

  #stage(body: Omit<StagedDeclaration, 'revision'>, res: ServerResponse) {
    const refusal = this.refusals.get(body.ref);
    if (refusal) {
      answer(res, refusal.status, { error: { message: refusal.message } });
      return;
    }
    const revision = createHash('sha256')
      .update(`${this.epoch}${JSON.stringify(body)}`)
      .digest('hex');
    this.staged.push({ ...body, revision });
    this.wanted.delete(body.ref);
    answer(res, 200, { revision, epoch: this.epoch });
  }
}

function answer(res: ServerResponse, status: number, body: unknown) {
  res.writeHead(status, { 'Content-Type': 'application/json' });
  res.end(JSON.stringify(body));
}

async function bodyOf(request: IncomingMessage) {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) {
    chunks.push(chunk);
  }
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
