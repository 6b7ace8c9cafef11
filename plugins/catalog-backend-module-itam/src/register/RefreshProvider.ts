import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';

/**
 * Asks the catalog to process entities again by their refresh keys. It emits
 * no entities: a provider is the way to reach the connection.
 */
export class RefreshProvider implements EntityProvider {
  #connection?: EntityProviderConnection;

  getProviderName(): string {
    return 'itam-refresh';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
  }

  /** Does nothing and answers false until the catalog has connected it. */
  async refresh(keys: string[]): Promise<boolean> {
    if (!this.#connection) {
      return false;
    }
    if (keys.length > 0) {
      await this.#connection.refresh({ keys });
    }
    return true;
  }
}
