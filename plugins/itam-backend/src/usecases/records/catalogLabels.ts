import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type { RefLabel } from '@backstage-itam/plugin-itam-common';
import type { Entity } from '@backstage/catalog-model';
import { stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogEntities } from './catalogEntities';

/** Names of catalog entities as one caller may see them. */
export interface CatalogNames {
  /** Titles by ref; refs the caller may not read are absent. */
  titles: Map<string, string>;
  /** False when the catalog gave no answer: nothing is known then. */
  answered: boolean;
}

/** Looks up names of catalog entities with the caller's credentials. */
export interface CatalogLabels {
  /** Never fails: without the catalog, refs stay unresolved. */
  load(
    refs: readonly string[],
    credentials: BackstageCredentials,
  ): Promise<CatalogNames>;
  /** One entity; undefined when absent, hidden, or the catalog is down. */
  find(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<Entity | undefined>;
}

/** Names from the portal's catalog, in batches. */
export function createCatalogLabels(deps: {
  catalog: Pick<CatalogService, 'getEntitiesByRefs' | 'getEntityByRef'>;
  logger: LoggerService;
}): CatalogLabels {
  const noAnswer = (error: unknown) =>
    deps.logger.warn(
      `Names are missing, the catalog did not answer: ${stringifyError(error)}`,
    );
  return {
    async find(ref, credentials) {
      try {
        return await deps.catalog.getEntityByRef(ref, { credentials });
      } catch (error) {
        noAnswer(error);
        return undefined;
      }
    },

    async load(refs, credentials) {
      try {
        const entities = await catalogEntities(
          deps.catalog,
          refs,
          [
            'metadata.name',
            'metadata.namespace',
            'metadata.title',
            'spec.profile.displayName',
          ],
          credentials,
        );
        const titles = [...entities].map(([ref, entity]): [string, string] => [
          ref,
          titleOf(entity),
        ]);
        return { titles: new Map(titles), answered: true };
      } catch (error) {
        noAnswer(error);
        return { titles: new Map(), answered: false };
      }
    },
  };
}

/** The label of one ref. */
export function labelOf(ref: string, names: CatalogNames): RefLabel {
  const title = names.titles.get(ref);
  return title === undefined
    ? { ref, resolved: false }
    : { ref, title, resolved: true };
}

function titleOf(entity: Entity): string {
  const profile = entity.spec?.profile;
  const displayName =
    typeof profile === 'object' && profile !== null && !Array.isArray(profile)
      ? profile.displayName
      : undefined;
  return (
    (typeof displayName === 'string' && displayName) ||
    entity.metadata.title ||
    entity.metadata.name
  );
}
