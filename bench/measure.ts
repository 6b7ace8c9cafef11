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
  return timingOf(times);
}

/** Median and 95th percentile of times in milliseconds. */
export function timingOf(times: readonly number[]): Timing {
  return {
    p50: quantile(times, 0.5),
    p95: quantile(times, 0.95),
    runs: times.length,
  };
}

/** Prints a row, such as one with a text and the target it has. */
export type Report = (row: {
  row: string;
  text?: string;
  target?: string;
}) => void;

/** A target, and whether it is met. */
export function verdict(ok: boolean, target: string): string {
  return `${ok ? '✓' : '✗'} ${target}`;
}

/** The value below which a share of the values is. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
