import { setTimeout } from 'node:timers';
import type { Knex } from 'knex';
import { lockKeys } from './locks';

/**
 * How long a transaction of the background is to take: on SQLite, which has one
 * connection and a driver that never waits, all others wait as long.
 */
const SLICE_MS = 25;
/** A step of work costs as much as ten others at times: no jumps up. */
const GROWTH = 1.5;
const SHRINKAGE = 0.2;

/** Until when slices of a database are done and have rested. */
const turns = new WeakMap<Knex, Promise<void>>();

/**
 * Does work of the background in slices that leave room for people: as many
 * items at a time as take about 25 ms, one slice at a time in a process, and
 * after each a rest as long as it took. So a request waits for one slice, and
 * half of the time is left to it then. An item that takes longer than a slice is
 * a slice of its own.
 */
export class BackgroundPace {
  readonly #atMost: number;
  readonly #rests: boolean;
  #items: number;
  #begun = 0;

  /**
   * @param options.first - Items of the first slice
   * @param options.atMost - Items of any slice
   * @param options.rests - False where somebody waits for the work itself
   */
  constructor(options: { first: number; atMost: number; rests?: boolean }) {
    this.#items = options.first;
    this.#atMost = options.atMost;
    this.#rests = options.rests ?? true;
  }

  /** Items the next slice should take. */
  get items(): number {
    return this.#items;
  }

  /** Runs one slice as a transaction that holds these keys. */
  async transaction<T>(
    database: Knex,
    keys: readonly string[],
    work: (trx: Knex.Transaction) => Promise<T>,
  ): Promise<T> {
    return await this.slice(
      database,
      async () =>
        await database.transaction(async trx => {
          await lockKeys(trx, [...keys]);
          return await this.measure(async () => await work(trx));
        }),
    );
  }

  /**
   * Runs one slice when those before it have rested. The next one has as many
   * items as fit, by what it measures.
   */
  async slice<T>(database: Knex, run: () => Promise<T>): Promise<T> {
    if (!this.#rests) {
      return await run();
    }
    const before = turns.get(database) ?? Promise.resolve();
    let end = () => {};
    turns.set(
      database,
      new Promise(resolve => {
        end = resolve;
      }),
    );
    await before;
    this.#begun = performance.now();
    try {
      return await run();
    } finally {
      // With the end of the transaction, which takes its time on SQLite.
      setTimeout(end, performance.now() - this.#begun);
    }
  }

  /**
   * Runs what the next slice is measured by: the work alone, without the wait
   * for a connection and for locks.
   */
  async measure<T>(work: () => Promise<T>): Promise<T> {
    this.#begun = performance.now();
    const result = await work();
    this.#adapt(performance.now() - this.#begun);
    return result;
  }

  #adapt(tookMs: number): void {
    const factor = Math.min(
      GROWTH,
      Math.max(SHRINKAGE, SLICE_MS / Math.max(tookMs, 0.1)),
    );
    const wanted = Math.round(this.#items * factor);
    // One item may grow to two, which rounding would never allow.
    const grown = factor > 1 ? Math.max(wanted, this.#items + 1) : wanted;
    this.#items = Math.min(this.#atMost, Math.max(1, grown));
  }
}
