/** Seed of this run; each repetition of `yarn faults --repeat` has another. */
export const seed = Number(process.env.FAULTS_SEED ?? 20261128);

/** Numbers from 0 to below 1, the same for the same seed. */
export function randomFrom(start: number): () => number {
  // mulberry32
  let state = Math.trunc(start);
  return () => {
    state = (state + 0x6d2b79f5) % 0x100000000;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
}
