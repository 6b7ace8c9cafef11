import type {
  ItamTicketsExtensionPoint,
  ItamTicketSource,
} from '@backstage-itam/plugin-itam-node';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The sources of tickets that modules have added. */
export class TicketSourceRegistry implements ItamTicketsExtensionPoint {
  readonly #sources = new Map<string, ItamTicketSource>();

  addTicketSource(source: ItamTicketSource): void {
    const { id } = source;
    if (!ID.test(id)) {
      throw new Error(
        `The id '${id}' of a ticket source is not of lower case letters, digits and dashes`,
      );
    }
    if (this.#sources.has(id)) {
      throw new Error(`Two ticket sources have the id '${id}'`);
    }
    this.#sources.set(id, source);
  }

  /** All, in the order of their titles. */
  all(): ItamTicketSource[] {
    return [...this.#sources.values()].sort((a, b) =>
      a.title < b.title ? -1 : 1,
    );
  }

  /** The one with that id. */
  get(id: string): ItamTicketSource | undefined {
    return this.#sources.get(id);
  }
}
