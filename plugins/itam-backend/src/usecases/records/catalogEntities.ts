import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';

/** The catalog's own API takes this many refs in one request comfortably. */
const BATCH_SIZE = 500;

/**
 * Entities by ref as one caller may see them, in batches; those that are not
 * there or hidden from them are absent. Fails as the catalog does.
 */
export async function catalogEntities(
  catalog: Pick<CatalogService, 'getEntitiesByRefs'>,
  refs: readonly string[],
  fields: string[],
  credentials: BackstageCredentials,
): Promise<Map<string, Entity>> {
  const wanted = [...new Set(refs)];
  const entities = new Map<string, Entity>();
  for (let at = 0; at < wanted.length; at += BATCH_SIZE) {
    const entityRefs = wanted.slice(at, at + BATCH_SIZE);
    const { items } = await catalog.getEntitiesByRefs(
      { entityRefs, fields: ['kind', ...fields] },
      { credentials },
    );
    items.forEach((entity, index) => {
      if (entity) {
        entities.set(entityRefs[index], entity);
      }
    });
  }
  return entities;
}
