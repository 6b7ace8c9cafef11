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
    const route = `${req.method} ${req.url}`;
    if (route === 'GET /declarations/state') {
      answer(res, 200, { epoch: this.epoch, wanted: [...this.wanted] });
    } else if (route === 'PUT /declarations') {
      this.#stage(await bodyOf(req), res);
    } else if (route === 'POST /declarations/incidents') {
      const { incidents } = await bodyOf(req);
      this.incidents.push(...incidents);
      res.writeHead(204).end();
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
