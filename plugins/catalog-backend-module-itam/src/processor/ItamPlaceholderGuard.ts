import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { forbiddenPlaceholders } from '@backstage-itam/plugin-itam-common';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import { claimsItamKind } from './claimsItamKind';

/**
 * Refuses placeholders that read other files (`$yaml`, `$json`) in assets,
 * licences and contracts, before the catalog follows them.
 *
 * When such a file cannot be parsed, the catalog's error quotes it, and every
 * reader sees the error. `$text` quotes nothing and stays allowed outside
 * `spec.financials`.
 */
export class ItamPlaceholderGuard implements CatalogProcessor {
  getProcessorName(): string {
    return 'ItamPlaceholderGuard';
  }

  /** Before the catalog's own processors, whose priority is 20. */
  getPriority(): number {
    return 0;
  }

  async preProcessEntity(entity: Entity): Promise<Entity> {
    if (claimsItamKind(entity)) {
      const found = [...forbiddenPlaceholders(entity.spec, 'spec')];
      if (found.length > 0) {
        throw new InputError(
          `Placeholders are not allowed in assets, licences and contracts, apart from $text outside spec.financials; found ${found
            .slice(0, 20)
            .join(', ')}`,
        );
      }
    }
    return entity;
  }
}
