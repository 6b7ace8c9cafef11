import type {
  ItamConnector,
  ItamConnectorsExtensionPoint,
} from '@backstage-itam/plugin-itam-node';

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** The connectors that modules have added. */
export class ConnectorRegistry implements ItamConnectorsExtensionPoint {
  readonly #connectors = new Map<string, ItamConnector>();

  addConnector(connector: ItamConnector): void {
    const { id } = connector;
    if (!ID.test(id)) {
      throw new Error(
        `The connector id '${id}' is not of lower case letters, digits and dashes`,
      );
    }
    if (this.#connectors.has(id)) {
      throw new Error(`Two connectors have the id '${id}'`);
    }
    this.#connectors.set(id, connector);
  }

  /** All, in the order of their titles. */
  all(): ItamConnector[] {
    return [...this.#connectors.values()].sort((a, b) =>
      a.title < b.title ? -1 : 1,
    );
  }

  /** The one with that id. */
  get(id: string): ItamConnector | undefined {
    return this.#connectors.get(id);
  }
}
