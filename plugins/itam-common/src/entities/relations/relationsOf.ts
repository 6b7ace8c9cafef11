import {
  type Entity,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import { ownerInForce, servicesInForce } from '../inForce';
import { parseItamSpec } from '../parseItamSpec';
import {
  RELATION_ASSIGNED_TO,
  RELATION_COVERED_BY,
  RELATION_COVERS,
  RELATION_HOLDER_OF,
  RELATION_LICENSED_UNDER,
  RELATION_LICENSES,
  RELATION_USED_BY,
  RELATION_USES,
} from './relationPairs';

/**
 * A relation of an entity, to be emitted in both directions.
 * @public
 */
export interface ItamRelation {
  /** From the entity to the target. */
  type: string;
  /** From the target to the entity. */
  reverseType: string;
  /** Full ref of the target, lower case; it need not exist. */
  targetRef: string;
}

/**
 * The relations an Asset, License or Contract has on a date, each once.
 *
 * Of dated owners and services those in force on the date count. Licence seats
 * are no relations: there may be too many of them. Throws
 * `ItamValidationError` when the entity is not valid.
 * @public
 */
export function relationsOf(entity: Entity, asOf: string): ItamRelation[] {
  const parsed = parseItamSpec(entity);
  const { owner, services } = parsed.spec;
  const relations = [
    ...relate(RELATION_OWNED_BY, RELATION_OWNER_OF, [
      ownerInForce(owner, asOf),
    ]),
    ...relate(
      RELATION_USED_BY,
      RELATION_USES,
      servicesInForce(services, asOf).map(({ ref }) => ref),
    ),
  ];
  if (parsed.kind === 'Asset') {
    relations.push(
      ...relate(RELATION_ASSIGNED_TO, RELATION_HOLDER_OF, [
        parsed.spec.assignee,
      ]),
    );
  }
  if (parsed.kind === 'License') {
    relations.push(
      ...relate(RELATION_LICENSED_UNDER, RELATION_LICENSES, [
        parsed.spec.contract,
      ]),
    );
  } else {
    relations.push(
      ...relate(RELATION_PART_OF, RELATION_HAS_PART, [parsed.spec.partOf]),
    );
  }
  if (parsed.kind === 'Contract') {
    relations.push(
      ...relate(
        RELATION_COVERS,
        RELATION_COVERED_BY,
        (parsed.spec.covers ?? []).map(cover =>
          typeof cover === 'string' ? cover : cover.ref,
        ),
      ),
    );
  }
  return relations;
}

function relate(
  type: string,
  reverseType: string,
  targetRefs: readonly (string | undefined)[],
): ItamRelation[] {
  return targetRefs.flatMap(targetRef =>
    targetRef === undefined ? [] : [{ type, reverseType, targetRef }],
  );
}
