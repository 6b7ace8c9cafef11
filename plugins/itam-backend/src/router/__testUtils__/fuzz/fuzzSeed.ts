/** Seeds of fast-check are 32-bit integers. */
const SEEDS = 2 ** 31;

/**
 * The seed of a run, printed so that it can be repeated with
 * `ITAM_PROPERTY_SEED`; otherwise each run tries other requests.
 *
 * Throws RangeError when the variable is no 32-bit integer.
 */
export function fuzzSeed(): number {
  const given = process.env.ITAM_PROPERTY_SEED;
  const seed =
    given === undefined || given === ''
      ? Math.floor(Math.random() * SEEDS)
      : Number(given);
  if (!Number.isInteger(seed) || Math.abs(seed) > SEEDS) {
    throw new RangeError('ITAM_PROPERTY_SEED is no 32-bit integer');
  }
  // Not the console: its report of every call has four lines.
  process.stderr.write(`property seed ${seed}\n`);
  return seed;
}
