/** Seeds of fast-check are 32-bit integers. */
const SEEDS = 2 ** 31;

/** A change is judged by what it changes, not by the requests of the day. */
const SAME_EACH_RUN = 212_503_559;

/**
 * The seed of a run, printed so that it can be repeated: the same each time,
 * that of `ITAM_PROPERTY_SEED`, or with `random` there a new one.
 *
 * Throws RangeError when the variable is neither `random` nor a 32-bit integer.
 */
export function fuzzSeed(): number {
  const given = process.env.ITAM_PROPERTY_SEED ?? '';
  const seed = seedOf(given);
  if (!Number.isInteger(seed) || Math.abs(seed) > SEEDS) {
    throw new RangeError('ITAM_PROPERTY_SEED is no 32-bit integer');
  }
  // Not the console: its report of every call has four lines.
  process.stderr.write(`property seed ${seed}\n`);
  return seed;
}

function seedOf(given: string): number {
  if (given === 'random') {
    return Math.floor(Math.random() * SEEDS);
  }
  return given === '' ? SAME_EACH_RUN : Number(given);
}
