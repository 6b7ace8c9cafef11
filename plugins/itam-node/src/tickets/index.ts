export {
  itamTicketsExtensionPoint,
  type ItamTicketsExtensionPoint,
} from './extensionPoint';
export type { ItamTicketSource, NamedItem } from './ItamTicketSource';
export type {
  SourceTicket,
  TicketItem,
  TicketKind,
  TicketPage,
  TicketPageRequest,
} from './SourceTicket';
