import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogProcessor } from '@backstage/plugin-catalog-node';
import type { JsonValue } from '@backstage/types';
import { claimsItamKind } from './claimsItamKind';

function* placeholdersIn(
  value: JsonValue | undefined,
  path: string,
): Generator<string> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) {
      yield* placeholdersIn(item, `${path}[${index}]`);
    }
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, item] of Object.entries(value)) {
      const insideFinancials = /^spec\.financials(\.|\[|$)/.test(path);
      if (key.startsWith('$') && (insideFinancials || key !== '$text')) {
        yield `${path}.${key}`;
      } else {
        yield* placeholdersIn(item, `${path}.${key}`);
      }
    }
  }
}

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
      const found = [...placeholdersIn(entity.spec, 'spec')];
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
