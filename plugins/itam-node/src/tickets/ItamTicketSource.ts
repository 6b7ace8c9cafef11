import type { TicketPage, TicketPageRequest } from './SourceTicket';

/**
 * Which records and entities a configuration item of a source may be.
 *
 * @public
 */
export interface NamedItem {
  /** Records that a connector brought from the source. */
  records: readonly { stream: string; sourceId: string }[];
  /**
   * Annotations of entities. All of one set have to be on an entity; one of
   * the sets is enough.
   */
  annotations: readonly Readonly<Record<string, string>>[];
}

/**
 * Tells which tickets of another tool are open about assets and services.
 *
 * @public
 */
export interface ItamTicketSource {
  /** Stable id: lower case letters, digits and dashes. */
  id: string;
  /** What people call the tool. */
  title: string;
  /** Records that tickets can be about: a connector and lists of it. */
  records?: { connector: string; streams: readonly string[] };
  /** Annotations of catalog entities that name what tickets are about. */
  annotations: readonly string[];
  /** How many items are asked about at once at most. */
  mostItems: number;
  /**
   * Tickets about some items, in one request or few, however many the items
   * are.
   *
   * Throws `SourceError` when the source does not answer as it should.
   */
  readTickets(request: TicketPageRequest): Promise<TicketPage>;
  /**
   * What an id that the tool puts into an address means, without asking the
   * tool.
   */
  itemNamed(id: string): NamedItem;
  /**
   * The records behind an id that says nothing by itself. Throws
   * `SourceError`.
   */
  findRecords?(
    id: string,
    signal: AbortSignal,
  ): Promise<readonly { stream: string; sourceId: string }[]>;
}
