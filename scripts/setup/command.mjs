import { spawn, spawnSync } from 'node:child_process';
import { SetupError } from './progress.mjs';

/**
 * Runs a command to its end. Its output is shown when `show` is set, and in
 * any case when it fails.
 */
export function run(command, args, options = {}) {
  const { show = false, onLine, allowFailure = false, ...rest } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...rest,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    let pending = '';
    const take = chunk => {
      const text = chunk.toString();
      output = (output + text).slice(-20_000);
      if (show) process.stdout.write(text);
      if (onLine) {
        const lines = (pending + text).split('\n');
        pending = lines.pop() ?? '';
        lines.forEach(onLine);
      }
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', error =>
      reject(new SetupError(`${command} could not be run: ${error.message}`)),
    );
    child.on('close', code => {
      if (code === 0 || allowFailure) {
        resolve({ code, output });
        return;
      }
      if (!show) process.stderr.write(output);
      reject(
        new SetupError(`${command} ${args.join(' ')} ended with code ${code}`),
      );
    });
  });
}

/** Whether a command answers at all. */
export function answers(command, args = ['--version']) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
