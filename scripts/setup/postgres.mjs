// A PostgreSQL of our own, for a test run or a benchmark.
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { run } from './command.mjs';
import { postgresFolder } from './debian.mjs';

/** A port nobody listens on at the moment. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

function idOf(user, flag) {
  return Number(spawnSync('id', [flag, user]).stdout.toString().trim());
}

/**
 * Starts it on a free port of the loopback interface. Its data is thrown away
 * when it is stopped, unless it is kept in a folder, to be started from again.
 *
 * A durable one waits for the disk at every commit, as a company's does.
 */
export async function startPostgres({ keepIn, durable = false } = {}) {
  const bin = postgresFolder();
  if (keepIn) mkdirSync(keepIn, { recursive: true });
  const folder = keepIn ?? mkdtempSync(join(tmpdir(), 'itam-postgres-'));
  const data = join(folder, 'data');
  const port = await freePort();
  // PostgreSQL refuses to run as root.
  const asRoot = process.getuid?.() === 0;
  if (asRoot) chownSync(folder, idOf('postgres', '-u'), idOf('postgres', '-g'));
  const as = (command, args) =>
    asRoot
      ? run('runuser', ['-u', 'postgres', '--', command, ...args], {
          cwd: folder,
        })
      : run(command, args, { cwd: folder });

  if (!existsSync(join(data, 'PG_VERSION'))) {
    await as(`${bin}/initdb`, [
      ...['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'],
      ...['--locale=C.UTF-8', '--no-sync'],
    ]);
  }
  const settings = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    '-c unix_socket_directories=',
    durable ? '-c max_wal_size=4GB' : '-c fsync=off',
    '-c max_connections=300',
  ].join(' ');
  await as(`${bin}/pg_ctl`, [
    ...['-D', data, '-l', join(folder, 'log'), '-w', '-o', settings, 'start'],
  ]);
  return {
    connectionString: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    /** Ends it as an administrator (fast) or a crash (immediate) would. */
    restart: async mode => {
      await as(`${bin}/pg_ctl`, [
        ...['-D', data, '-l', join(folder, 'log'), '-w'],
        ...['-m', mode, 'restart'],
      ]);
    },
    stop: async () => {
      const mode = keepIn ? 'fast' : 'immediate';
      await as(`${bin}/pg_ctl`, ['-D', data, '-t', '600', '-m', mode, 'stop']);
      if (!keepIn) rmSync(folder, { recursive: true, force: true });
    },
  };
}
