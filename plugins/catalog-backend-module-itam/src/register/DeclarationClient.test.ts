import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { createServer, RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DeclarationClient } from './DeclarationClient';
import { DeclarationRefusedError, RegisterUnavailableError } from './errors';

const entity: Entity = {
  apiVersion: 'itam/v1alpha1',
  kind: 'Asset',
  metadata: { name: 'db' },
  spec: {
    financials: { purchase: { amount: '73551.37', order: 'PO-118255' } },
  },
};
const incident = { kind: 'error' as const, ref: 'asset:default/db' };
const declaration = { ref: 'asset:default/db', entity };

describe('DeclarationClient', () => {
  let server: Server | undefined;

  async function clientOf(handler: RequestListener) {
    server = createServer(handler);
    await new Promise<void>(resolve =>
      server?.listen(0, '127.0.0.1', () => resolve()),
    );
    // eslint-disable-next-line no-restricted-syntax
    const { port } = server.address() as AddressInfo;
    return new DeclarationClient({
      auth: mockServices.auth({ pluginId: 'catalog' }),
      discovery: mockServices.discovery.mock({
        getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
      }),
    });
  }

  const answering =
    (status: number, body: string): RequestListener =>
    (_req, res) => {
      res.writeHead(status, { 'Content-Type': 'application/json' });
      res.end(body);
    };

  const signal = () => AbortSignal.timeout(5_000);

  afterEach(async () => {
    server?.closeAllConnections();
    await new Promise(resolve => server?.close(resolve));
  });

  it('sends the declaration as the catalog plugin', async () => {
    let seen: { method?: string; url?: string; auth?: string; body?: string } =
      {};
    const client = await clientOf((req, res) => {
      let body = '';
      req.on('data', chunk => (body += chunk));
      req.on('end', () => {
        seen = {
          method: req.method,
          url: req.url,
          auth: req.headers.authorization,
          body,
        };
        answering(200, '{"revision":"r1","epoch":"e1"}')(req, res);
      });
    });
    await expect(client.stage(declaration, signal())).resolves.toEqual({
      revision: 'r1',
      epoch: 'e1',
    });
    expect(seen.method).toBe('PUT');
    expect(seen.url).toBe('/api/itam/declarations');
    expect(seen.auth).toMatch(/^Bearer mock-service-token:.*itam/);
    expect(JSON.parse(seen.body ?? '')).toEqual(declaration);
  });

  it.each([
    ['an empty answer', 200, ''],
    ['no JSON', 200, '<html>'],
    ['no revision', 200, '{"epoch":"e1"}'],
    ['an empty epoch', 200, '{"revision":"r1","epoch":""}'],
    ['a list', 200, '[]'],
    ['a server error', 500, '{"error":{"message":"73551.37"}}'],
    ['not started', 503, '{}'],
    ['not trusted', 401, '{}'],
    ['not installed', 404, '{}'],
    ['asked for patience', 429, '{}'],
    ['a refusal without JSON', 400, 'x'],
  ])('takes %s as no answer', async (_case, status, body) => {
    const client = await clientOf(answering(status, body));
    await expect(client.stage(declaration, signal())).rejects.toThrow(
      RegisterUnavailableError,
    );
  });

  it('takes a closed port and a broken connection as no answer', async () => {
    const client = await clientOf((_req, res) => res.destroy());
    await expect(client.stage(declaration, signal())).rejects.toThrow(
      RegisterUnavailableError,
    );
    await new Promise(resolve => server?.close(resolve));
    await expect(client.getState(signal())).rejects.toThrow(
      RegisterUnavailableError,
    );
  });

  it('does not follow redirects, which could lead money elsewhere', async () => {
    const client = await clientOf((_req, res) => {
      res.writeHead(307, { Location: 'http://127.0.0.1:9/' }).end();
    });
    await expect(client.stage(declaration, signal())).rejects.toThrow(
      RegisterUnavailableError,
    );
  });

  it('hands on why the register refuses', async () => {
    const client = await clientOf(
      answering(409, '{"error":{"message":"asset:default/db is registered"}}'),
    );
    await expect(client.stage(declaration, signal())).rejects.toThrow(
      new DeclarationRefusedError(409, 'asset:default/db is registered')
        .message,
    );
  });

  it.each([
    ['quotes an amount', '{"error":{"message":"bad amount 73551.37"}}'],
    ['quotes a text', '{"error":{"message":"bad order PO-118255"}}'],
    ['says nothing', '{}'],
    ['says something odd', '{"error":{"message":7}}'],
  ])('gives no reason when the refusal %s', async (_case, body) => {
    const client = await clientOf(answering(400, body));
    await expect(client.stage(declaration, signal())).rejects.toThrow(
      'ITAM register refused the declaration: it does not accept it as it is',
    );
  });

  it('reads the state', async () => {
    const client = await clientOf(
      answering(200, '{"epoch":"e1","wanted":["asset:default/db"]}'),
    );
    await expect(client.getState(signal())).resolves.toEqual({
      epoch: 'e1',
      wanted: ['asset:default/db'],
    });
  });

  it.each(['{"epoch":"e1"}', '{"epoch":"e1","wanted":[7]}', 'null'])(
    'takes the state %s as no answer',
    async body => {
      const client = await clientOf(answering(200, body));
      await expect(client.getState(signal())).rejects.toThrow(
        RegisterUnavailableError,
      );
    },
  );

  it.each([
    ['takes', 204],
    ['finds malformed', 400],
    ['finds too large', 413],
  ])('is done with incidents the register %s', async (_case, status) => {
    const client = await clientOf((_req, res) => {
      res.writeHead(status).end();
    });
    await expect(
      client.reportIncidents([incident], signal()),
    ).resolves.toBeUndefined();
  });

  it.each([500, 503, 429, 401])(
    'is not done with incidents after status %d',
    async status => {
      const client = await clientOf((_req, res) => {
        res.writeHead(status).end();
      });
      await expect(
        client.reportIncidents([incident], signal()),
      ).rejects.toThrow(RegisterUnavailableError);
    },
  );
});
