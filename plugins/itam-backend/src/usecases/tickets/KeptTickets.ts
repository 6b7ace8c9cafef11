import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  SourceError,
  type ItamTicketSource,
  type SourceTicket,
  type TicketItem,
} from '@backstage-itam/plugin-itam-node';
import { stringifyError } from '@backstage/errors';
import type { RegisterMetrics } from '../../metrics/registerMetrics';
import { readItems } from './readItems';
import { ticketFailure, type TicketFailure } from './ticketFailure';

/** An answer is given again without asking the source so long. */
const FRESH_MS = 60_000;
/** A question with all its batches waits so long for a source. */
const MOST_MS = 15_000;
/** Items and tickets that are kept at most. */
const MOST_KEPT = 50_000;

/** What keeping tickets works with. */
export interface KeptTicketsDeps {
  logger: LoggerService;
  metrics: Pick<RegisterMetrics, 'ticketsRead'>;
  /** The clock, in milliseconds. */
  now: () => number;
}

interface Kept {
  tickets: readonly SourceTicket[];
  unknown: boolean;
  complete: boolean;
  at: number;
}

/** What is known of tickets about some items. */
export interface KnownTickets {
  /** By the key of an item; an item that nothing is known of is absent. */
  tickets: ReadonlyMap<string, readonly SourceTicket[]>;
  /** Keys of items that the source does not know. */
  unknown: ReadonlySet<string>;
  /** False when tickets may be missing. */
  complete: boolean;
  /** When the oldest answer was given, in milliseconds. */
  readAt?: number;
  failure?: TicketFailure;
}

/**
 * Tickets as their source had them a short while ago.
 *
 * @remarks
 * One question at a time goes to a source; who asks the same meanwhile waits
 * for its answer. A source that fails is left alone for a while, and what it
 * said last is told with since when it fails.
 */
export class KeptTickets {
  readonly #source: ItamTicketSource;
  readonly #deps: KeptTicketsDeps;
  /** By the key of an item; those used last are at the end. */
  readonly #kept = new Map<string, Kept>();
  #size = 0;
  #failure: TicketFailure | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor(source: ItamTicketSource, deps: KeptTicketsDeps) {
    this.#source = source;
    this.#deps = deps;
  }

  /** Never fails: what is not known is told so. */
  async read(items: readonly TicketItem[]): Promise<KnownTickets> {
    if (this.#stale(items).length > 0 && !this.#isResting()) {
      const signal = AbortSignal.timeout(MOST_MS);
      const turn = this.#turn.then(async () => await this.#ask(items, signal));
      this.#turn = turn;
      await turn;
    }
    return this.#known(items);
  }

  /** Asks about what is not known meanwhile, batch by batch. */
  async #ask(items: readonly TicketItem[], signal: AbortSignal): Promise<void> {
    const stale = this.#stale(items);
    const { mostItems } = this.#source;
    const started = this.#deps.now();
    if (stale.length === 0 || this.#isResting()) {
      return;
    }
    try {
      for (let at = 0; at < stale.length; at += mostItems) {
        const batch = stale.slice(at, at + mostItems);
        signal.throwIfAborted();
        this.#keep(batch, await readItems(this.#source, batch, signal));
      }
      this.#failure = undefined;
      this.#measured('succeeded', started);
    } catch (error) {
      const now = this.#deps.now();
      if (!(error instanceof SourceError) && !signal.aborted) {
        // A fault of ours or of a module: people are told less.
        this.#deps.logger.error(
          `Tickets of ${this.#source.id}: ${stringifyError(error)}`,
        );
      }
      this.#failure = ticketFailure(error, now, this.#failure?.since ?? now);
      this.#deps.logger.warn(
        `No tickets of ${this.#source.id}: ${this.#failure.message}`,
      );
      this.#measured('failed', started);
    }
  }

  #measured(outcome: 'succeeded' | 'failed', started: number): void {
    this.#deps.metrics.ticketsRead({
      source: this.#source.id,
      outcome,
      seconds: (this.#deps.now() - started) / 1_000,
    });
  }

  #isResting(): boolean {
    return (this.#failure?.retryAt ?? 0) > this.#deps.now();
  }

  #stale(items: readonly TicketItem[]): TicketItem[] {
    const now = this.#deps.now();
    const wanted = new Map(items.map(item => [item.key, item]));
    return [...wanted.values()].filter(({ key }) => {
      const kept = this.#kept.get(key);
      return !kept || now - kept.at >= FRESH_MS;
    });
  }

  #keep(
    items: readonly TicketItem[],
    read: Awaited<ReturnType<typeof readItems>>,
  ): void {
    const at = this.#deps.now();
    for (const { key } of items) {
      const tickets = read.tickets.get(key) ?? [];
      this.#drop(key);
      this.#kept.set(key, {
        tickets,
        unknown: read.unknown.has(key),
        complete: read.complete,
        at,
      });
      this.#size += 1 + tickets.length;
    }
    for (const key of this.#kept.keys()) {
      if (this.#size <= MOST_KEPT) break;
      this.#drop(key);
    }
  }

  #drop(key: string): void {
    const kept = this.#kept.get(key);
    if (kept) {
      this.#kept.delete(key);
      this.#size -= 1 + kept.tickets.length;
    }
  }

  #known(items: readonly TicketItem[]): KnownTickets {
    const tickets = new Map<string, readonly SourceTicket[]>();
    const unknown = new Set<string>();
    let complete = true;
    let readAt: number | undefined;
    for (const { key } of items) {
      const kept = this.#kept.get(key);
      if (!kept) {
        complete = false;
        continue;
      }
      tickets.set(key, kept.tickets);
      if (kept.unknown) unknown.add(key);
      complete &&= kept.complete;
      readAt = Math.min(readAt ?? kept.at, kept.at);
    }
    return { tickets, unknown, complete, readAt, failure: this.#failure };
  }
}
