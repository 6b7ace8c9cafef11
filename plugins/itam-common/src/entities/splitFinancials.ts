import type { Entity } from '@backstage/catalog-model';
import type { JsonValue } from '@backstage/types';
import { ItamValidationError } from '../errors';
import { structureProblems } from './validation/structureProblems';

/**
 * Separates an entity from its money.
 *
 * Both parts are deep copies; the entity given is left as it is.
 * `financials` is undefined where the entity has none. Throws
 * `ItamValidationError` for entities that cannot be copied safely (cycles,
 * nesting or size without bound).
 * @public
 */
export function splitFinancials(entity: Entity): {
  publicEntity: Entity;
  financials: JsonValue | undefined;
} {
  const { safeToWalk, problems } = structureProblems(entity);
  if (!safeToWalk) {
    throw new ItamValidationError({ ref: 'entity', problems });
  }
  const copy = structuredClone(entity);
  if (!copy.spec) {
    return { publicEntity: copy, financials: undefined };
  }
  const { financials, ...spec } = copy.spec;
  return { publicEntity: { ...copy, spec }, financials };
}
