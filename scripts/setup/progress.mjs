// Prints what a set-up does while it does it, and keeps the time spent on
// downloads apart from the rest: the first depends on the network alone.

const startedAt = Date.now();
let downloadMs = 0;

const seconds = ms => `${(ms / 1000).toFixed(1)} s`;

/**
 * Runs one step, with a line before and a line after it, and answers what it
 * answered; a text is added to the second line.
 */
export async function step(title, run) {
  const began = Date.now();
  process.stdout.write(`• ${title} …\n`);
  const answer = await run();
  const suffix = typeof answer === 'string' ? ` (${answer})` : '';
  process.stdout.write(
    `  done in ${seconds(Date.now() - began)}${suffix}: ${title}\n`,
  );
  return answer;
}

/** Says that a step was not needed. */
export function skipped(title) {
  process.stdout.write(`• ${title}: nothing to do\n`);
}

/** Counts time that went into fetching from a registry. */
export function countDownload(ms) {
  downloadMs += ms;
}

/** Times a function as download. */
export async function asDownload(run) {
  const began = Date.now();
  try {
    return await run();
  } finally {
    countDownload(Date.now() - began);
  }
}

/** "total 63.0 s: downloads 40.1 s, the rest 22.9 s" */
export function timeSpent() {
  const total = Date.now() - startedAt;
  return `total ${seconds(total)}: downloads ${seconds(
    downloadMs,
  )}, the rest ${seconds(total - downloadMs)}`;
}

/** An error whose message alone is shown to the person, without a stack. */
export class SetupError extends Error {}

/** Runs a script's main function and turns errors into messages. */
export async function runMain(main) {
  try {
    await main();
  } catch (error) {
    const text = error instanceof SetupError ? error.message : error.stack;
    process.stderr.write(`\n✗ ${text}\n`);
    process.exit(1);
  }
}
