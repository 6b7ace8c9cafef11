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

/** Work that is over so soon needs no rests: nobody notices it. */
const UNNOTICED_MS = 500;

/** What the background has done of late with a database. */
interface Turns {
  /** When the slices so far are done and have rested. */
  last: Promise<void>;
  /** Milliseconds of work, until it paused for as long as needs no rests. */
  workedMs: number;
  /** When the last slice ended, as `performance.now()` tells. */
  endedAt: number;
}

const turnsOf = new WeakMap<Knex, Turns>();

/**
 * Does work of the background in slices that leave room for people: as many
 * items at a time as take about 25 ms, one slice at a time in a process, and
 * after half a second of work a rest after each, as long as it took. So a request
 * waits for one slice, and half of the time is left to it then. An item that takes
 * longer than a slice is a slice of its own.
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
    const turns = turnsOf.get(database) ?? {
      last: Promise.resolve(),
      workedMs: 0,
      endedAt: 0,
    };
    turnsOf.set(database, turns);
    const before = turns.last;
    let end = () => {};
    turns.last = new Promise(resolve => {
      end = resolve;
    });
    await before;
    const begun = performance.now();
    if (begun - turns.endedAt > UNNOTICED_MS) {
      turns.workedMs = 0;
    }
    this.#begun = begun;
    try {
      return await run();
    } finally {
      turns.endedAt = performance.now();
      // With the end of the transaction, which takes its time on SQLite.
      const tookMs = turns.endedAt - this.#begun;
      turns.workedMs += tookMs;
      setTimeout(end, turns.workedMs > UNNOTICED_MS ? tookMs : 0);
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
