// A PostgreSQL of our own for one test run: its data is thrown away after it.
import { chownSync, mkdtempSync, rmSync } from 'node:fs';
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

/** Starts it on a free port of the loopback interface. */
export async function startPostgres() {
  const bin = postgresFolder();
  const folder = mkdtempSync(join(tmpdir(), 'itam-postgres-'));
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

  await as(`${bin}/initdb`, [
    ...['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8'],
    ...['--locale=C.UTF-8', '--no-sync'],
  ]);
  const settings = [
    `-p ${port}`,
    '-c listen_addresses=127.0.0.1',
    '-c unix_socket_directories=',
    '-c fsync=off',
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
      await as(`${bin}/pg_ctl`, ['-D', data, '-m', 'immediate', 'stop']);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
