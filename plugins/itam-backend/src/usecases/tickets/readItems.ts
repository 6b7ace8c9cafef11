import type {
  ItamTicketSource,
  SourceTicket,
  TicketItem,
} from '@backstage-itam/plugin-itam-node';

const PAGE = 100;
const MOST_PAGES = 15;
/** About one batch of items; more are told to be missing. */
const MOST_TICKETS = 1_000;

/** What a source says about some items. */
export interface ReadItems {
  /** Open tickets by the key of an item. */
  tickets: ReadonlyMap<string, readonly SourceTicket[]>;
  unknown: ReadonlySet<string>;
  complete: boolean;
}

/**
 * Reads the open tickets about a batch of items to the end, within bounds.
 *
 * Tickets that come twice, since others came or went between pages, count
 * once; those whose address is no web address are left out.
 */
export async function readItems(
  source: ItamTicketSource,
  items: readonly TicketItem[],
  signal: AbortSignal,
): Promise<ReadItems> {
  const tickets = new Map<string, SourceTicket[]>(
    items.map(({ key }) => [key, []]),
  );
  const unknown = new Set<string>();
  const seen = new Set<string>();
  let complete = true;
  let cursor: string | undefined;
  for (let pages = 0; ; pages++) {
    signal.throwIfAborted();
    if (pages === MOST_PAGES || seen.size >= MOST_TICKETS) {
      complete = false;
      break;
    }
    const page = await source.readTickets({
      items,
      cursor,
      limit: PAGE,
      signal,
    });
    complete &&= page.incomplete !== true;
    page.unknown?.forEach(key => unknown.add(key));
    for (const ticket of page.tickets) {
      if (
        ticket.state === 'open' &&
        !seen.has(ticket.id) &&
        /^https?:\/\//i.test(ticket.url)
      ) {
        seen.add(ticket.id);
        ticket.about.forEach(key => tickets.get(key)?.push(ticket));
      }
    }
    cursor = page.next;
    if (cursor === undefined) {
      break;
    }
  }
  return { tickets, unknown, complete };
}
