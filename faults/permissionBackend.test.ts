import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { eventually } from './harness/eventually';
import { laptop, laptopFile, pathOf, register } from './harness/laptops';
import { PermissionStub, type Behaviour } from './harness/permissionStub';
import { openSqlite } from './harness/registerDatabase';
import {
  sqliteDatabase,
  startReplica,
  type Ask,
  type Replica,
} from './harness/replica';

/** A person does not wait longer, however long the backend hangs. */
const ANSWER_LIMIT_MS = 20_000;

describe('a permission backend that does not decide', () => {
  const permission = new PermissionStub();
  let folder: string;
  let replica: Replica;
  let database: Knex;
  let token: string;
  let ref: string;

  beforeAll(async () => {
    await permission.start();
    folder = mkdtempSync(join(tmpdir(), 'itam-permission-'));
    replica = await startReplica({
      database: sqliteDatabase(folder),
      endpoints: {
        auth: permission.urlOf('auth'),
        permission: permission.urlOf('permission'),
      },
    });
    database = openSqlite(folder);
    token = await permission.tokenOf('user:default/erin');
    ref = await register(replica, 'SECRET-TAG');
  });

  afterAll(async () => {
    await database?.destroy();
    await replica?.stop();
    await permission.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  afterEach(() => permission.recover());

  /** Reads and writes of somebody who may do everything once it decides. */
  const asks = (): [string, Ask][] => [
    ['/records', {}],
    ['/records?format=csv', {}],
    [pathOf(ref), {}],
    ['/costs?of=all&by=owner', {}],
    ['/renewals', {}],
    ['/licenses/position', {}],
    ['/records', { method: 'POST', body: laptop('WRITTEN') }],
    [
      pathOf(ref),
      {
        method: 'PUT',
        body: {
          title: 'Changed',
          spec: laptop('SECRET-TAG').spec,
        },
        headers: { 'If-Match': '"1"' },
      },
    ],
    [
      '/imports?kind=Asset',
      { method: 'POST', body: laptopFile('IMPORTED', 3) },
    ],
  ];
  const tagsAndTitles = async () =>
    await database('records').orderBy('id').select('tag', 'title');

  it('allows what the policy allows while it decides', async () => {
    const before = permission.asked;
    const { status, text } = await replica.ask('/records', { token });
    expect([status, text]).toEqual([
      200,
      expect.stringContaining('SECRET-TAG'),
    ]);
    expect(permission.asked).toBeGreaterThan(before);
    expect((await replica.ask('/records', { token: 'nobody' })).status).toBe(
      401,
    );
  });

  it.each<Behaviour>(['hangs', 'fails', 'hangs up'])(
    'shows and changes nothing while it %s, and goes on afterwards',
    async behaviour => {
      const records = await tagsAndTitles();
      permission.behaviour = behaviour;
      const begun = performance.now();
      const answers = await Promise.all(
        asks().map(([path, ask]) => replica.ask(path, { ...ask, token })),
      );
      expect(performance.now() - begun).toBeLessThan(ANSWER_LIMIT_MS);
      expect(answers.map(({ status }) => status)).toEqual(
        asks().map(() => 503),
      );
      const texts = answers.map(({ text }) => text).join();
      expect(texts).not.toMatch(/SECRET-TAG|Laptop|127\.0\.0\.1/);
      expect(await tagsAndTitles()).toEqual(records);
      // Services are decided without it.
      const service = await replica.ask('/records');
      expect([service.status, service.text]).toEqual([
        200,
        expect.stringContaining('SECRET-TAG'),
      ]);

      // What was asked meanwhile is not done when it decides late.
      permission.recover();
      await eventually(async () => {
        const { status } = await replica.ask('/records', { token });
        expect(status).toBe(200);
      });
      expect(await tagsAndTitles()).toEqual(records);
      expect(await database('imports').select()).toEqual([]);
      expect(replica.alive()).toBe(true);
    },
  );

  it('lets the same person write once it decides again', async () => {
    const { status, text } = await replica.ask('/records', {
      method: 'POST',
      body: laptop('AFTERWARDS'),
      token,
    });
    expect([status, text]).toEqual([201, expect.anything()]);
  });
});
