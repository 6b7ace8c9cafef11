// Builds the app once and runs the portal: the backend serves the built app,
// so that there is one process, one port and one address.
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { globSync } from './glob.mjs';
import { SetupError } from './progress.mjs';
import { hashFiles, onceFor, root } from './toolchain.mjs';

/** Builds the browser app when something it is made of changed. */
export async function ensureApp(toolchain) {
  const sources = [
    'yarn.lock',
    ...globSync(
      root,
      ['packages/app', 'plugins/itam', 'plugins/itam-common'],
      /\.(tsx?|css|svg|html|json|png)$/,
    ).filter(file => !/\.test\.tsx?$/.test(file)),
    ...globSync(root, ['plugins', 'packages'], /config\.d\.ts$/),
  ];
  await onceFor(
    'packages/app/dist/.itam-build',
    hashFiles(sources),
    'Building the app',
    () =>
      toolchain.yarn(['workspace', 'app', 'build'], {
        env: { NODE_ENV: 'production' },
      }),
  );
}

/** Fails with a clear message when somebody listens on the port already. */
export function requireFreePort(port) {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', () =>
      reject(
        new SetupError(
          `Port ${port} is in use, perhaps by a portal that still runs. ` +
            `Stop it, or choose another port: PORT=${port + 1} npm start`,
        ),
      ),
    );
    server.listen(port, () => server.close(() => resolve()));
  });
}

/**
 * Starts the backend of the portal in a folder, the example portal unless
 * another is named; `stop()` ends it and waits until it is gone.
 */
export function startPortal(
  toolchain,
  { port, folder = root, dataFolder, env, onOutput },
) {
  mkdirSync(dataFolder, { recursive: true });
  const url = `http://localhost:${port}`;
  const child = spawn(
    toolchain.node,
    [
      '--require',
      join(folder, 'node_modules/@backstage/cli/config/nodeTransform.cjs'),
      'src/index.ts',
      '--config',
      join(folder, 'app-config.yaml'),
    ],
    {
      cwd: join(folder, 'packages/backend'),
      env: {
        ...toolchain.env,
        ...env,
        NODE_ENV: 'development',
        ITAM_PORTAL_DATA: dataFolder,
        APP_CONFIG_app_baseUrl: JSON.stringify(url),
        APP_CONFIG_backend_baseUrl: JSON.stringify(url),
        APP_CONFIG_backend_listen_port: String(port),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  child.stdout.on('data', onOutput);
  child.stderr.on('data', onOutput);
  const ended = new Promise(resolve => child.on('close', resolve));
  return {
    url,
    startedAt: Date.now(),
    pid: child.pid,
    ended,
    stop: async () => {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** A token of an example persona; undefined while it cannot sign in yet. */
export async function personaToken(url, persona) {
  const response = await fetch(`${url}/api/auth/persona/refresh`, {
    headers: {
      'x-itam-persona': persona,
      'X-Requested-With': 'XMLHttpRequest',
    },
  });
  if (!response.ok) return undefined;
  return (await response.json()).backstageIdentity?.token;
}

/**
 * Waits until `check` is true, the portal ends, or the time is over.
 */
async function waitFor(portal, what, limitSeconds, check) {
  let over = false;
  portal.ended.then(() => {
    over = true;
  });
  for (let second = 0; second < limitSeconds && !over; second++) {
    try {
      if (await check()) return;
    } catch {
      // Not listening yet.
    }
    await new Promise(resolve => setTimeout(resolve, 1000));
  }
  throw new SetupError(
    over
      ? `The portal ended before ${what}; its output is above.`
      : `${what} did not happen within ${limitSeconds} seconds.`,
  );
}

/** Waits until the first page can be shown. */
export function waitForPortal(portal) {
  return waitFor(portal, 'the portal answered', 180, async () => {
    const response = await fetch(
      `${portal.url}/.backstage/health/v1/readiness`,
    );
    return response.ok;
  });
}

/** Waits until the example organisation is in the register. */
export async function waitForExample(portal, expectedRecords) {
  let records = 0;
  await waitFor(
    portal,
    'the example organisation was loaded',
    240,
    async () => {
      const token = await personaToken(portal.url, 'fiona');
      if (!token) return false;
      const response = await fetch(`${portal.url}/api/itam/records?limit=1`, {
        headers: { Authorization: `Bearer ${token}` },
      });
      if (!response.ok) return false;
      records = (await response.json()).totalItems;
      if (records < expectedRecords) return false;
      // Whose a service is comes a little later, and costs are shown by that.
      const service = await fetch(
        `${portal.url}/api/itam/services/component/default/payments-api/software`,
        { headers: { Authorization: `Bearer ${token}` } },
      );
      return service.ok;
    },
  );
  return records;
}

/** Number of records that examples/ declares. */
export function exampleRecordCount() {
  return globSync(root, ['examples'], /\.yaml$/)
    .map(
      file =>
        readFileSync(join(root, file), 'utf8').match(
          /^kind: (Asset|License|Contract)\s*$/gm,
        )?.length ?? 0,
    )
    .reduce((sum, count) => sum + count, 0);
}
