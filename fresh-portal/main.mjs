// yarn fresh-portal [--keep] [--update-seed]: see README.md.
import { join } from 'node:path';
import { ensureTestPackages } from '../scripts/setup/debian.mjs';
import { runMain, timeSpent } from '../scripts/setup/progress.mjs';
import { ensureToolchain, root } from '../scripts/setup/toolchain.mjs';
import { runFreshPortal } from './freshPortal.mjs';

await runMain(async () => {
  const toolchain = await ensureToolchain();
  await ensureTestPackages();
  const isRight = await runFreshPortal(toolchain, {
    report: join(root, '.test/fresh-portal.json'),
    keep: process.argv.includes('--keep'),
    updateSeed: process.argv.includes('--update-seed'),
  });
  process.stdout.write(`\n${timeSpent()}\n`);
  process.exitCode = isRight ? 0 : 1;
});
