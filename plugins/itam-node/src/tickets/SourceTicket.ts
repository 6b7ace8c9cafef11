/**
 * What a ticket is, whichever words its tool has for it.
 *
 * @public
 */
export type TicketKind =
  | 'incident'
  | 'problem'
  | 'change'
  | 'request'
  | 'other';

/**
 * A ticket as another tool has it.
 *
 * @public
 */
export interface SourceTicket {
  /** Its id in the source, which never changes. */
  id: string;
  /** What people call it, such as `INC0010023`. */
  number: string;
  /** Plain text of one line; whatever looks like markup is text. */
  title: string;
  /** What it is. */
  kind: TicketKind;
  /** `closed` when the work is done, even though the tool still lists it. */
  state: 'open' | 'closed';
  /** The state in the source's own words. */
  stateText: string;
  /** The priority in the source's own words. */
  priority?: string;
  /** ISO instant. */
  openedAt?: string;
  /** ISO instant. */
  updatedAt?: string;
  /** ISO instant or day. */
  dueAt?: string;
  /** ISO instant from which a change is planned. */
  plannedStart?: string;
  /** ISO instant until which a change is planned. */
  plannedEnd?: string;
  /** Who works on it, a person or a group, by name. */
  assignee?: string;
  /** What the source calls the configuration item it is about. */
  item?: string;
  /** Where people find it in the source, http or https. */
  url: string;
  /** Keys of the items asked about that it is about; one or more. */
  about: readonly string[];
}

/**
 * Something that tickets are about, as the register knows it.
 *
 * @public
 */
export interface TicketItem {
  /** What tickets name it by in `about`. */
  key: string;
  /** The record of the source that it is, where a connector brought it. */
  record?: { stream: string; sourceId: string };
  /**
   * Annotations of its catalog entity, of those that the source reads. They
   * are written by whoever owns the entity and may hold anything.
   */
  annotations?: Readonly<Record<string, string>>;
}

/**
 * What a page of tickets is asked for.
 *
 * @public
 */
export interface TicketPageRequest {
  /** What the tickets are about, at most `mostItems` of the source. */
  items: readonly TicketItem[];
  /** Where the page starts, as the page before said; absent at the start. */
  cursor?: string;
  /** Tickets on the page at most. */
  limit: number;
  /** Aborted when nobody waits any more. */
  signal: AbortSignal;
}

/**
 * A page of tickets.
 *
 * @public
 */
export interface TicketPage {
  /** Tickets that are not closed, or not for good. */
  tickets: readonly SourceTicket[];
  /** Where the next page starts; absent on the last one. */
  next?: string;
  /** Whether tickets may be missing. One page that says so is enough. */
  incomplete?: boolean;
  /** Keys of items that the source says it does not know. */
  unknown?: readonly string[];
}
