import type { Delivery } from './Delivery';
import type { PublicationApi } from './PublicationClient';
import type { PublishedEntityProvider } from './PublishedEntityProvider';
import type { ShownEntities } from './ShownEntities';

const REFS_PER_REMOVAL = 100;

/** What a full pass works with. */
export interface FullPassOptions {
  client: PublicationApi;
  delivery: Pick<Delivery, 'deliver'>;
  provider: Pick<PublishedEntityProvider, 'apply'>;
  shown: Pick<ShownEntities, 'refsFromRegister'>;
  guardShare: number;
}

/** How a full pass ended. */
export interface FullPassResult {
  /** Sequence up to which all changes are delivered. */
  after: number;
  epoch: string;
  /** Why entities were kept that the register did not name; empty if none. */
  alarm: string;
}

/** The register became another one while it was read. */
class RegisterReplacedError extends Error {}

/**
 * One reading of everything the register publishes.
 *
 * Pages are delivered as they come, so that only refs are held in memory. What
 * the register published before and does not name any more is removed at the
 * end. An answer that names too few of the entities shown removes only those
 * that the register says, one by one, it does not want to be shown: a register
 * that lost its data does not empty the catalog.
 *
 * The work is done in steps, which a task may spread over several runs.
 */
export class FullPass {
  readonly #options: FullPassOptions;
  readonly #named = new Set<string>();
  #cursor?: string;
  #start?: { after: number; epoch: string };
  #after = 0;
  #isRead = false;

  constructor(options: FullPassOptions) {
    this.#options = options;
  }

  /**
   * The next step; answers the result once there is nothing left to do. After
   * an error the step may be tried again. Undefined is to be continued.
   */
  async step(
    nowMs: number,
    signal: AbortSignal,
  ): Promise<FullPassResult | undefined> {
    try {
      if (!this.#isRead) {
        await this.#readPage(nowMs, signal);
        return undefined;
      }
      if (await this.#readChanges(nowMs, signal)) {
        return undefined;
      }
      return await this.#finish(signal);
    } catch (error) {
      if (error instanceof RegisterReplacedError) {
        this.#startAgain();
        return undefined;
      }
      throw error;
    }
  }

  async #readPage(nowMs: number, signal: AbortSignal): Promise<void> {
    const { client, delivery } = this.#options;
    const page = await client.listPublished(this.#cursor, signal);
    this.#start ??= { after: page.last, epoch: page.epoch };
    this.#checkEpoch(page.epoch);
    await delivery.deliver(page.items, nowMs);
    page.items.forEach(({ ref }) => this.#named.add(ref));
    this.#cursor = page.nextCursor;
    if (page.nextCursor === undefined) {
      this.#isRead = true;
      this.#after = this.#start.after;
    }
  }

  /** What changed while the pages were read; answers whether there is more. */
  async #readChanges(nowMs: number, signal: AbortSignal): Promise<boolean> {
    const { client, delivery } = this.#options;
    const page = await client.listChanges(this.#after, signal);
    this.#checkEpoch(page.epoch);
    if (page.last < this.#after) {
      throw new RegisterReplacedError();
    }
    await delivery.deliver(page.items, nowMs);
    for (const { ref, entity } of page.items) {
      if (entity) {
        this.#named.add(ref);
      } else {
        this.#named.delete(ref);
      }
    }
    this.#after = page.last;
    return page.more;
  }

  async #finish(signal: AbortSignal): Promise<FullPassResult> {
    const { provider, shown } = this.#options;
    const refs = await shown.refsFromRegister();
    const unnamed = refs.filter(ref => !this.#named.has(ref));
    const isTrusted = this.#isTrusted(refs.length, unnamed.length);
    const gone = isTrusted
      ? unnamed
      : await this.#disowned(new Set(unnamed), signal);
    for (let start = 0; start < gone.length; start += REFS_PER_REMOVAL) {
      await provider.apply(
        gone.slice(start, start + REFS_PER_REMOVAL).map(ref => ({ ref })),
      );
    }
    const kept = unnamed.length - gone.length;
    return {
      after: this.#after,
      epoch: this.#start?.epoch ?? '',
      alarm:
        kept === 0
          ? ''
          : `The register named only ${refs.length - unnamed.length} of ${
              refs.length
            } entities it published, and knows nothing of ${kept}; these stay in the catalog`,
    };
  }

  #isTrusted(shown: number, unnamed: number): boolean {
    const { guardShare } = this.#options;
    if (unnamed === 0 || guardShare === 0) {
      return true;
    }
    const named = shown - unnamed;
    return named > 0 && named >= shown * guardShare;
  }

  /** Those of the refs of which the register says that they must not show. */
  async #disowned(
    refs: ReadonlySet<string>,
    signal: AbortSignal,
  ): Promise<string[]> {
    const disowned = new Set<string>();
    let after = 0;
    for (;;) {
      const page = await this.#options.client.listChanges(after, signal);
      this.#checkEpoch(page.epoch);
      for (const { ref, entity } of page.items) {
        if (!entity && refs.has(ref)) {
          disowned.add(ref);
        }
      }
      if (!page.more || page.last <= after) {
        return [...disowned];
      }
      after = page.last;
    }
  }

  #checkEpoch(epoch: string) {
    if (this.#start && this.#start.epoch !== epoch) {
      throw new RegisterReplacedError();
    }
  }

  #startAgain() {
    this.#named.clear();
    this.#cursor = undefined;
    this.#start = undefined;
    this.#isRead = false;
  }
}
