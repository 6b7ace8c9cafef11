/** Times of one question, in milliseconds. */
export interface Timing {
  p50: number;
  p95: number;
  runs: number;
}

/**
 * Runs something repeatedly after a warm-up and tells its median and 95th
 * percentile. Several sets of arguments are taken in turn, so that no single
 * one is measured from a cache of its own.
 */
export async function measure(
  run: (turn: number) => Promise<unknown>,
  options: { runs: number; warmUp: number },
): Promise<Timing> {
  for (let turn = 0; turn < options.warmUp; turn++) {
    await run(turn);
  }
  const times: number[] = [];
  for (let turn = 0; turn < options.runs; turn++) {
    const start = process.hrtime.bigint();
    await run(turn);
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    times[Math.min(times.length - 1, Math.floor(times.length * share))];
  return { p50: at(0.5), p95: at(0.95), runs: times.length };
}
