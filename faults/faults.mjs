// Tests what happens under faults, with real processes: yarn faults
//   [--repeat 10] [--seed 20261128] [--only part-of-a-file's-name]
//
// Each repetition has a seed of its own; a failure names it, so that
// `yarn faults --seed N` draws the same moments again.
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { runMain } from '../scripts/setup/progress.mjs';
import { ensureToolchain, root } from '../scripts/setup/toolchain.mjs';
import { ensureTestPackages } from '../scripts/setup/debian.mjs';

/** The seed of `npm test`. */
export const SEED = 20261128;

/** Runs the tests once; what they found is in the report. */
export async function runFaults(toolchain, { seed = SEED, only, report }) {
  await toolchain.yarn(
    [
      ...['node', join(root, 'node_modules/jest/bin/jest.js')],
      ...['--config', join(root, 'faults/jest.config.cjs'), '--runInBand'],
      ...['--json', `--outputFile=${report}`],
      ...(only ? [only] : []),
    ],
    {
      show: true,
      allowFailure: true,
      env: { CI: 'true', FAULTS_SEED: String(seed) },
    },
  );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { values } = parseArgs({
    options: {
      repeat: { type: 'string', default: '1' },
      seed: { type: 'string', default: String(SEED) },
      only: { type: 'string' },
    },
  });
  await runMain(async () => {
    const toolchain = await ensureToolchain();
    await ensureTestPackages();
    const reports = join(root, '.test');
    mkdirSync(reports, { recursive: true });
    const outcomes = [];
    for (let turn = 0; turn < Number(values.repeat); turn++) {
      const seed = Number(values.seed) + turn;
      const report = join(reports, `faults-${seed}.json`);
      await runFaults(toolchain, { seed, only: values.only, report });
      const { numPassedTests, numTotalTests } = JSON.parse(
        readFileSync(report, 'utf8'),
      );
      outcomes.push({ seed, ok: numPassedTests === numTotalTests });
      process.stdout.write(
        `seed ${seed}: ${numPassedTests} of ${numTotalTests} passed\n`,
      );
    }
    const failed = outcomes.filter(({ ok }) => !ok);
    process.stdout.write(
      `${outcomes.length} runs, ${failed.length} failed` +
        `${failed
          .map(({ seed }) => `; yarn faults --seed ${seed}`)
          .join('')}\n`,
    );
    process.exitCode = failed.length > 0 ? 1 : 0;
  });
}
