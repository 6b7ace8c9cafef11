import fc from 'fast-check';

/** Seeds of fast-check are 32-bit integers. */
const SEEDS = 2 ** 31;

/**
 * Seeds all properties of a test file, once at its top, and prints the seed
 * that the run uses.
 *
 * `ITAM_PROPERTY_SEED` repeats a run; otherwise each run tries other cases.
 * `numRuns` is the number of cases of properties that name none.
 */
export function seedProperties(numRuns: number = 2000): number {
  const given = process.env.ITAM_PROPERTY_SEED;
  const seed =
    given === undefined || given === ''
      ? Math.floor(Math.random() * SEEDS)
      : Number(given);
  if (!Number.isInteger(seed) || Math.abs(seed) > SEEDS) {
    throw new RangeError('ITAM_PROPERTY_SEED is no 32-bit integer');
  }
  fc.configureGlobal({ seed, numRuns });
  // Thousands of cases on a busy machine take longer than one usual test.
  jest.setTimeout(300_000);
  // Not the console: its report of every call has four lines.
  process.stderr.write(`property seed ${seed}\n`);
  return seed;
}
