import { WINDOW_MONTHS } from './packedMonths';

const FIRST_ROWS = 8;
const MOST_ROWS = 1_024;

/**
 * Hands out months of zeros that lie many rows in one piece of memory: with a
 * piece for each of a million rows, the garbage collector takes longer than
 * adding them up.
 */
export class ZeroMonths {
  #piece = new BigInt64Array(0);
  #used = 0;
  #rows = FIRST_ROWS;

  /** Months of a row that nothing else has. */
  next(): BigInt64Array {
    if (this.#used === this.#piece.length) {
      this.#piece = new BigInt64Array(this.#rows * WINDOW_MONTHS);
      this.#used = 0;
      this.#rows = Math.min(2 * this.#rows, MOST_ROWS);
    }
    const from = this.#used;
    this.#used += WINDOW_MONTHS;
    return this.#piece.subarray(from, this.#used);
  }
}
