import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';

const BATCH_SIZE = 500;

/**
 * Annotations of entities by ref, as one caller may see them; entities that
 * are not there or hidden from them are absent.
 *
 * Throws ServiceUnavailableError when the catalog does not answer.
 */
export async function entityAnnotations(
  deps: {
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    logger: LoggerService;
  },
  refs: readonly string[],
  credentials: BackstageCredentials,
): Promise<Map<string, Record<string, string>>> {
  const annotations = new Map<string, Record<string, string>>();
  try {
    for (let at = 0; at < refs.length; at += BATCH_SIZE) {
      const entityRefs = refs.slice(at, at + BATCH_SIZE);
      const { items } = await deps.catalog.getEntitiesByRefs(
        {
          entityRefs,
          fields: [
            'kind',
            'metadata.name',
            'metadata.namespace',
            'metadata.annotations',
          ],
        },
        { credentials },
      );
      items.forEach((entity, index) => {
        if (entity) {
          annotations.set(entityRefs[index], entity.metadata.annotations ?? {});
        }
      });
    }
  } catch (error) {
    deps.logger.warn(
      `Tickets are not shown, the catalog did not answer: ${stringifyError(
        error,
      )}`,
    );
    throw new ServiceUnavailableError('The catalog does not answer for now');
  }
  return annotations;
}
