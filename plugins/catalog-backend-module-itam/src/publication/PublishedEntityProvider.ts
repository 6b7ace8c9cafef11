import type {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import type { PublishedState } from './publicationAnswers';
import { deferredEntity, REGISTER_LOCATION_KEY } from './registerLocation';

/**
 * Brings the entities of registered records into the catalog. It only keeps
 * the connection; what to apply is decided by the task that follows the
 * register.
 */
export class PublishedEntityProvider implements EntityProvider {
  #connection?: EntityProviderConnection;

  getProviderName(): string {
    return 'itam-register';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
  }

  /** Whether the catalog takes entities already. */
  get isConnected(): boolean {
    return this.#connection !== undefined;
  }

  /**
   * Has the catalog show the states that have an entity, and no longer those
   * that have none. Entities of other sources are not touched.
   */
  async apply(states: readonly PublishedState[]): Promise<void> {
    if (states.length === 0) {
      return;
    }
    await this.#connected().applyMutation({
      type: 'delta',
      added: states.flatMap(({ ref, entity }) =>
        entity ? [deferredEntity(ref, entity)] : [],
      ),
      removed: states
        .filter(({ entity }) => !entity)
        .map(({ ref }) => ({
          entityRef: ref,
          locationKey: REGISTER_LOCATION_KEY,
        })),
    });
  }

  /** Removes everything the register ever published. */
  async removeAll(): Promise<void> {
    await this.#connected().applyMutation({ type: 'full', entities: [] });
  }

  #connected(): EntityProviderConnection {
    if (!this.#connection) {
      throw new Error('The catalog has not connected the provider yet');
    }
    return this.#connection;
  }
}
