import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  CompactSign,
  exportJWK,
  generateKeyPair,
  type JWK,
  type KeyLike,
} from 'jose';

const HOUR_S = 3_600;
const KEY = { alg: 'ES256', kid: 'faults' };
const USER = 'vnd.backstage.user';
const LIMITED_USER = 'vnd.backstage.limited-user';

/** How the permission backend behaves. */
export type Behaviour = 'allows' | 'hangs' | 'fails' | 'hangs up';

/**
 * A permission backend that replicas ask over HTTP, and the keys that people
 * are signed in with: services of their own are decided without asking.
 */
export class PermissionStub {
  behaviour: Behaviour = 'allows';
  /** How often it was asked to decide. */
  asked = 0;
  private readonly waiting: (() => void)[] = [];
  private keys: { privateKey: KeyLike; jwk: JWK } | undefined;
  private readonly server = createServer((req, res) => {
    this.answer(req, res).catch(() => res.writeHead(500).end());
  });

  async start(): Promise<void> {
    const { privateKey, publicKey } = await generateKeyPair(KEY.alg);
    this.keys = {
      privateKey,
      jwk: { ...(await exportJWK(publicKey)), ...KEY },
    };
    await new Promise<void>(resolve =>
      this.server.listen(0, '127.0.0.1', resolve),
    );
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise<void>(resolve => this.server.close(() => resolve()));
  }

  /** Where a replica finds the plugin `auth` or `permission`. */
  urlOf(plugin: string): string {
    const address: string | AddressInfo | null = this.server.address();
    if (address === null || typeof address === 'string') {
      throw new Error('The permission backend has not been started');
    }
    return `http://127.0.0.1:${address.port}/api/${plugin}`;
  }

  /** Allows again, also what was asked while it hung. */
  recover(): void {
    this.behaviour = 'allows';
    this.waiting.splice(0).forEach(answer => answer());
  }

  /** The token of somebody who is signed in for an hour. */
  async tokenOf(userRef: string): Promise<string> {
    const iat = Math.floor(Date.now() / 1_000);
    const claims = { sub: userRef, iat, exp: iat + HOUR_S };
    // Backstage puts the limited token together from these claims and proof.
    const limited = await this.signed(LIMITED_USER, claims);
    return await this.signed(USER, {
      iss: this.urlOf('auth'),
      aud: 'backstage',
      ent: [userRef],
      ...claims,
      uip: limited.split('.')[2],
    });
  }

  private async signed(typ: string, claims: object): Promise<string> {
    if (!this.keys) {
      throw new Error('The permission backend has not been started');
    }
    return await new CompactSign(Buffer.from(JSON.stringify(claims)))
      .setProtectedHeader({ typ, ...KEY })
      .sign(this.keys.privateKey);
  }

  private async answer(
    req: IncomingMessage,
    res: ServerResponse,
  ): Promise<void> {
    let text = '';
    for await (const chunk of req) {
      text += chunk;
    }
    if (req.url === '/api/auth/.well-known/jwks.json') {
      send(res, { keys: [this.keys?.jwk] });
    } else if (req.url === '/api/permission/authorize') {
      this.asked += 1;
      this.decide(text, res);
    } else {
      // What Backstage asks a plugin for the keys of its services.
      send(res, { keys: [] });
    }
  }

  private decide(text: string, res: ServerResponse): void {
    const { items }: { items: { id: string }[] } = JSON.parse(text);
    const allow = () =>
      send(res, { items: items.map(({ id }) => ({ id, result: 'ALLOW' })) });
    const act: Record<Behaviour, () => void> = {
      allows: allow,
      hangs: () => this.waiting.push(allow),
      fails: () => res.writeHead(500).end(),
      'hangs up': () => res.destroy(),
    };
    act[this.behaviour]();
  }
}

function send(res: ServerResponse, body: object): void {
  res.writeHead(200, { 'Content-Type': 'application/json' });
  res.end(JSON.stringify(body));
}
