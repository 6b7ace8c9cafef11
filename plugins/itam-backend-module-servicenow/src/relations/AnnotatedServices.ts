import type { AuthService } from '@backstage/backend-plugin-api';
import { CATALOG_FILTER_EXISTS } from '@backstage/catalog-client';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { SourceError } from '@backstage-itam/plugin-itam-node';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { ENTITY_ANNOTATION } from '../tickets/subjects';

/** Kinds of entities that can use an asset. */
const SERVICE_KINDS = ['Component', 'System', 'Resource', 'API', 'Domain'];
/** Pages of one run follow each other; each of them asks. */
const LIFE_MS = 60_000;

/** The entities of the catalog that say which service they are. */
export interface ServiceEntities {
  /**
   * Their refs in alphabetical order, by the value of the annotation in lower
   * case. Throws SourceError when the catalog does not answer.
   */
  byAnnotation(): Promise<ReadonlyMap<string, readonly string[]>>;
}

/** Reads the annotated entities from the catalog, and keeps them for a minute. */
export class AnnotatedServices implements ServiceEntities {
  readonly #catalog: Pick<CatalogService, 'streamEntities'>;
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  readonly #now: () => number;
  #kept: { until: number; refs: Map<string, string[]> } | undefined;

  constructor(
    deps: {
      catalog: Pick<CatalogService, 'streamEntities'>;
      auth: Pick<AuthService, 'getOwnServiceCredentials'>;
    },
    now: () => number = Date.now,
  ) {
    this.#catalog = deps.catalog;
    this.#auth = deps.auth;
    this.#now = now;
  }

  async byAnnotation(): Promise<ReadonlyMap<string, readonly string[]>> {
    if (this.#kept === undefined || this.#kept.until <= this.#now()) {
      const refs = await this.#read();
      this.#kept = { until: this.#now() + LIFE_MS, refs };
    }
    return this.#kept.refs;
  }

  async #read(): Promise<Map<string, string[]>> {
    const refs = new Map<string, string[]>();
    try {
      const pages = this.#catalog.streamEntities(
        {
          filter: {
            kind: SERVICE_KINDS,
            [`metadata.annotations.${ENTITY_ANNOTATION}`]:
              CATALOG_FILTER_EXISTS,
          },
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.annotations',
          ],
        },
        { credentials: await this.#auth.getOwnServiceCredentials() },
      );
      for await (const page of pages) {
        for (const entity of page) {
          const value = entity.metadata.annotations?.[ENTITY_ANNOTATION];
          const key = value?.trim().toLowerCase();
          if (key) {
            refs.set(key, [
              ...(refs.get(key) ?? []),
              stringifyEntityRef(entity),
            ]);
          }
        }
      }
    } catch {
      throw new SourceError(
        'The catalog does not tell for now which services it has',
        'unavailable',
      );
    }
    for (const list of refs.values()) {
      list.sort();
    }
    return refs;
  }
}
