import type { AuthService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { otherHolderOf, PUBLISHED_FILTER } from './registerLocation';

const FIELDS = [
  'kind',
  'metadata.namespace',
  'metadata.name',
  'metadata.annotations',
  'spec.contract',
];
const REFS_PER_QUESTION = 200;

/** Who shows a ref in the catalog. */
export type Shown =
  | {
      by: 'register';
      /** The contract it is shown under, of a licence. */
      contract?: string;
    }
  | { by: 'nobody' }
  | { by: 'other'; holder: string };

/** Reads back what the catalog shows; throws when it does not answer. */
export class ShownEntities {
  readonly #catalog: Pick<
    CatalogService,
    'getEntitiesByRefs' | 'streamEntities'
  >;
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;

  constructor(options: {
    catalog: Pick<CatalogService, 'getEntitiesByRefs' | 'streamEntities'>;
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  }) {
    this.#catalog = options.catalog;
    this.#auth = options.auth;
  }

  /** Who shows each of the refs. */
  async holdersOf(refs: readonly string[]): Promise<Map<string, Shown>> {
    const holders = new Map<string, Shown>();
    const credentials = await this.#auth.getOwnServiceCredentials();
    for (let start = 0; start < refs.length; start += REFS_PER_QUESTION) {
      const entityRefs = refs.slice(start, start + REFS_PER_QUESTION);
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs, fields: FIELDS },
        { credentials },
      );
      entityRefs.forEach((ref, index) => {
        const entity = items[index];
        const holder = entity && otherHolderOf(entity);
        if (!entity) {
          holders.set(ref, { by: 'nobody' });
        } else if (holder === undefined) {
          holders.set(ref, { by: 'register', ...contractOf(entity) });
        } else {
          holders.set(ref, { by: 'other', holder });
        }
      });
    }
    return holders;
  }

  /** Refs of all entities that came from the register. */
  async refsFromRegister(): Promise<string[]> {
    const refs: string[] = [];
    const pages = this.#catalog.streamEntities(
      { filter: PUBLISHED_FILTER, fields: FIELDS.slice(0, 3) },
      { credentials: await this.#auth.getOwnServiceCredentials() },
    );
    for await (const page of pages) {
      refs.push(...page.map(entity => stringifyEntityRef(entity)));
    }
    return refs;
  }
}

/** The contract that an entity says it is under. */
export function contractOf(entity: Entity): { contract?: string } {
  const contract = entity.spec?.contract;
  return typeof contract === 'string' ? { contract } : {};
}
