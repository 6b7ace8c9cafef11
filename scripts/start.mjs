// npm start: sets up what is missing and runs the portal with the example
// organisation on an embedded database that is kept in .portal/.
import { join } from 'node:path';
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

await runMain(async () => {
  const port = Number(process.env.PORT ?? 7007);
  await requireFreePort(port);
  const toolchain = await ensureToolchain();
  await ensureApp(toolchain);

  const portal = startPortal(toolchain, {
    port,
    dataFolder: process.env.ITAM_PORTAL_DATA ?? join(root, '.portal'),
    onOutput: chunk => process.stdout.write(chunk),
  });
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => portal.stop());
  }
  portal.ended.then(code => process.exit(code ?? 0));

  await step('Starting the portal', () => waitForPortal(portal));
  process.stdout.write(`\n  ➜ ${portal.url}   (${timeSpent()})\n\n`);
  await step('Loading the example organisation', async () => {
    const records = await waitForExample(portal, exampleRecordCount());
    return `${records} records`;
  });
  process.stdout.write(
    `\n  ➜ ${
      portal.url
    } is ready with its example data (${timeSpent()}). Ctrl+C stops it; the data stays in .portal/.\n\n`,
  );
});
