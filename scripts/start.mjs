// npm start: sets up what is missing and runs the portal with the example
// organisation on an embedded database that is kept in .portal/.
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { runMain, step, timeSpent } from './setup/progress.mjs';
import { ensureToolchain, root } from './setup/toolchain.mjs';
import {
  ensureApp,
  exampleRecordCount,
  requireFreePort,
  startPortal,
  waitForExample,
  waitForPortal,
} from './setup/portal.mjs';
import { loadExampleFacts } from './setup/exampleFacts.mjs';
import { startExampleTickets } from './setup/exampleTickets.mjs';

await runMain(async () => {
  const port = Number(process.env.PORT ?? 7007);
  await requireFreePort(port);
  const toolchain = await ensureToolchain();
  await ensureApp(toolchain);

  const dataFolder = process.env.ITAM_PORTAL_DATA ?? join(root, '.portal');
  mkdirSync(dataFolder, { recursive: true });
  const logFile = join(dataFolder, 'portal.log');
  const log = createWriteStream(logFile);
  const tickets = await startExampleTickets();
  const portal = startPortal(toolchain, {
    port,
    dataFolder,
    env: tickets.env,
    onOutput: chunk => {
      log.write(chunk);
      // The whole log would bury what matters to the person at the terminal.
      for (const line of chunk.toString().split('\n')) {
        if (/^\S+ \S+ (warn|error) /.test(stripVTControlCharacters(line))) {
          process.stdout.write(`${line}\n`);
        }
      }
    },
  });
  process.stdout.write(`  log: ${logFile}\n`);
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => portal.stop());
  }
  portal.ended.then(code => {
    if (code)
      process.stderr.write(
        `The portal ended with code ${code}; see ${logFile}\n`,
      );
    process.exit(code ?? 0);
  });

  await step('Starting the portal', () => waitForPortal(portal));
  process.stdout.write(`\n  ➜ ${portal.url}   (${timeSpent()})\n\n`);
  await step('Loading the example organisation', async () => {
    const records = await waitForExample(portal, exampleRecordCount());
    return `${records} records`;
  });
  await step('Recording measured use, servicing and budgets', () =>
    loadExampleFacts(portal),
  );
  process.stdout.write(
    `\n  ➜ ${
      portal.url
    } is ready with its example data (${timeSpent()}). Ctrl+C stops it; the data stays in .portal/.\n\n`,
  );
});
