import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { laptop, pathOf, register } from './harness/laptops';
import {
  integrityOf,
  openSqlite,
  registrations,
  wrongFigures,
} from './harness/registerDatabase';
import { sqliteDatabase, startReplica, type Replica } from './harness/replica';

const DISK_MIB = 24;
/** Left free when the writing begins. */
const LEFT_BYTES = 512 * 1_024;

function asRoot(command: string, ...args: string[]): void {
  const isRoot = process.getuid?.() === 0;
  const { status, stderr, error } = isRoot
    ? spawnSync(command, args)
    : spawnSync('sudo', ['-n', command, ...args]);
  if (status !== 0) {
    throw new Error(
      `This test needs a small disk of its own, which root or sudo without a password may mount. ` +
        `${command} ${args.join(' ')}: ${error?.message ?? String(stderr)}`,
    );
  }
}

describe('a disk that is full, with SQLite on it', () => {
  let disk: string;
  let mounted = false;
  let replica: Replica;

  beforeAll(async () => {
    disk = mkdtempSync(join(tmpdir(), 'itam-disk-'));
    asRoot(
      'mount',
      ...['-t', 'tmpfs', '-o', `size=${DISK_MIB}m,mode=0777`, 'tmpfs', disk],
    );
    mounted = true;
    replica = await startReplica({ database: sqliteDatabase(disk) });
  });

  afterAll(async () => {
    await replica?.stop();
    if (mounted) {
      asRoot('umount', disk);
    }
    rmSync(disk, { recursive: true, force: true });
  });

  it('refuses writes without details, answers reads, and goes on once freed', async () => {
    const before = await register(replica, 'BEFORE');
    const { bavail, bsize } = statfsSync(disk);
    const ballast = join(disk, 'ballast');
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - LEFT_BYTES));

    const written: string[] = [];
    const refused: string[] = [];
    for (let turn = 0; refused.length < 10; turn++) {
      expect(turn).toBeLessThan(2_000);
      const answer = await replica.ask('/records', {
        method: 'POST',
        body: laptop(`FULL-${turn}`),
      });
      if (answer.status === 201) {
        written.push(answer.json<{ record: { ref: string } }>().record.ref);
      } else {
        expect([503, 507]).toContain(answer.status);
        expect(answer.text).not.toMatch(
          /insert|update|select|SQLITE|itam\.sqlite|2400/i,
        );
        refused.push(answer.text);
      }
    }
    expect(written.length).toBeGreaterThan(0);

    // What is there can be read while nothing can be written.
    expect((await replica.ask(pathOf(before))).status).toBe(200);
    expect((await replica.ask('/records?limit=50')).status).toBe(200);
    expect(replica.alive()).toBe(true);
    const database = openSqlite(disk);
    try {
      expect(await integrityOf(disk)).toEqual([{ integrity_check: 'ok' }]);
      const counted = await registrations(database, 'FULL');
      expect([...counted.keys()].sort()).toEqual([...written].sort());
      expect(new Set(counted.values())).toEqual(new Set([1]));

      rmSync(ballast);
      const after = await register(replica, 'AFTER');
      expect((await replica.ask(pathOf(after))).status).toBe(200);
      expect(await wrongFigures(database)).toEqual([]);
      expect(await integrityOf(disk)).toEqual([{ integrity_check: 'ok' }]);
    } finally {
      await database.destroy();
    }
  });
});
