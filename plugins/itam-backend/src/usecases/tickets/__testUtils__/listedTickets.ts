import type {
  ItamTicketSource,
  SourceTicket,
  TicketPageRequest,
} from '@backstage-itam/plugin-itam-node';

/** A source whose tickets a test lists. */
export interface ListedTickets extends ItamTicketSource {
  tickets: SourceTicket[];
  /** Thrown instead of an answer. */
  failure: Error | undefined;
  pageSize: number;
  /** Records behind an id that says nothing by itself. */
  found: { stream: string; sourceId: string }[];
  readonly asked: TicketPageRequest[];
}

/** A source over a list; tickets are about items by their keys. */
export function listedTickets(
  options: Partial<ItamTicketSource> = {},
): ListedTickets {
  const source: ListedTickets = {
    id: 'listed',
    title: 'Listed',
    annotations: ['listed.example/id'],
    mostItems: 100,
    tickets: [],
    failure: undefined,
    pageSize: 100,
    found: [],
    asked: [],
    async readTickets(request) {
      source.asked.push(request);
      if (source.failure) {
        throw source.failure;
      }
      const start = Number(request.cursor ?? 0);
      const end = start + source.pageSize;
      const keys = request.items.map(({ key }) => key);
      return {
        tickets: source.tickets
          .slice(start, end)
          .filter(({ about }) => about.some(key => keys.includes(key))),
        ...(end < source.tickets.length ? { next: String(end) } : {}),
      };
    },
    itemNamed: id => ({
      records: [{ stream: 'assets', sourceId: id }],
      annotations: [{ 'listed.example/id': id }],
    }),
    findRecords: async () => {
      if (source.failure) {
        throw source.failure;
      }
      return source.found;
    },
    ...options,
  };
  return source;
}

/** An open incident about items with these keys. */
export function ticket(
  id: string,
  about: readonly string[],
  more: Partial<SourceTicket> = {},
): SourceTicket {
  return {
    id,
    number: `INC${id}`,
    title: `Ticket ${id}`,
    kind: 'incident',
    state: 'open',
    stateText: 'New',
    url: `https://tool.example/${id}`,
    about,
    ...more,
  };
}
