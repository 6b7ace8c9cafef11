import type {
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { ServiceUnavailableError, stringifyError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogEntities } from '../records/catalogEntities';

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
  try {
    const entities = await catalogEntities(
      deps.catalog,
      refs,
      ['metadata.name', 'metadata.namespace', 'metadata.annotations'],
      credentials,
    );
    return new Map(
      [...entities].map(([ref, { metadata }]) => [
        ref,
        metadata.annotations ?? {},
      ]),
    );
  } catch (error) {
    deps.logger.warn(
      `Tickets are not shown, the catalog did not answer: ${stringifyError(
        error,
      )}`,
    );
    throw new ServiceUnavailableError('The catalog does not answer for now');
  }
}
