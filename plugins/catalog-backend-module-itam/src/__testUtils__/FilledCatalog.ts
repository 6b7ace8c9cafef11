import type { Entity } from '@backstage/catalog-model';
import type {
  EntityProviderConnection,
  EntityProviderMutation,
} from '@backstage/plugin-catalog-node';
import { REGISTER_LOCATION_KEY } from '../publication/registerLocation';
import { contractOf, type Shown } from '../publication/ShownEntities';
import { refOf } from './laptop';

/** The catalog's side: applies mutations as the catalog does. */
export class FilledCatalog implements EntityProviderConnection {
  up = true;
  /** Refs held by others, and by whom. */
  readonly others = new Map<string, string>();
  readonly entities = new Map<string, Entity>();
  readonly mutations: EntityProviderMutation[] = [];

  async applyMutation(mutation: EntityProviderMutation) {
    if (!this.up) {
      throw new Error('The catalog is starting');
    }
    this.mutations.push(mutation);
    if (mutation.type === 'full') {
      this.entities.clear();
      return;
    }
    for (const { entity, locationKey } of mutation.added) {
      if (locationKey !== REGISTER_LOCATION_KEY) {
        throw new Error(`An entity came with key ${locationKey}`);
      }
      const ref = refOf(entity.metadata.name);
      if (!this.others.has(ref)) {
        this.entities.set(ref, entity);
      }
    }
    for (const item of mutation.removed) {
      this.entities.delete('entityRef' in item ? item.entityRef : '');
    }
  }

  async refresh() {}

  async holdersOf(refs: readonly string[]) {
    if (!this.up) {
      throw new Error('The catalog is starting');
    }
    return new Map(
      refs.map((ref): [string, Shown] => {
        const holder = this.others.get(ref);
        if (holder !== undefined) {
          return [ref, { by: 'other', holder }];
        }
        const entity = this.entities.get(ref);
        return [
          ref,
          entity ? { by: 'register', ...contractOf(entity) } : { by: 'nobody' },
        ];
      }),
    );
  }

  async refsFromRegister() {
    return [...this.entities.keys()];
  }

  models() {
    return Object.fromEntries(
      [...this.entities.values()].map(({ metadata, spec }) => [
        metadata.name,
        spec?.model,
      ]),
    );
  }
}
