import type { CatalogProcessorCache } from '@backstage/plugin-catalog-node';
import type { JsonValue } from '@backstage/types';

/** The last delivery of an entity that the register took. */
export interface LastDelivery {
  /** Digest of what was sent. */
  digest: string;
  /** Epoch of the register that took it. */
  epoch: string;
  /** The revision it was given. */
  revision: string;
}

// One key only: writing any key makes the catalog forget the others.
const KEY = 'delivery';

/** Undefined when nothing was delivered yet or the catalog forgot. */
export async function readLastDelivery(
  cache: CatalogProcessorCache,
): Promise<LastDelivery | undefined> {
  const value = await cache.get<JsonValue>(KEY);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return undefined;
  }
  const { digest, epoch, revision } = value;
  return typeof digest === 'string' &&
    typeof epoch === 'string' &&
    typeof revision === 'string'
    ? { digest, epoch, revision }
    : undefined;
}

/**
 * To be called in every pass. The catalog saves it only if the whole pass
 * succeeds; a lost entry costs one redelivery.
 */
export async function writeLastDelivery(
  cache: CatalogProcessorCache,
  delivery: LastDelivery,
): Promise<void> {
  await cache.set(KEY, { ...delivery });
}
