/**
 * One piece of work at a time that goes on while its owner does something
 * else.
 */
export class Background<T = void> {
  #current: Promise<T> | undefined;

  /** Begins the next piece, once the one before is done. */
  async next(work: () => Promise<T>): Promise<void> {
    await this.#current;
    this.#current = work();
    // Whoever waits for it hears of its failure.
    this.#current.catch(() => undefined);
  }

  /** What the last piece came to; fails as it did. */
  async done(): Promise<T | undefined> {
    return await this.#current;
  }

  /** Waits for the last piece, however it ends. */
  async settled(): Promise<void> {
    await this.#current?.catch(() => undefined);
  }
}
