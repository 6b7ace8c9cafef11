import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  type Entity,
} from '@backstage/catalog-model';
import { declared } from '../portal/catalogFile';
import { groupRef, organisation, serviceRef } from '../estate/organisation';
import type { EstateSize } from '../estate/size';

const LOCATION = 'bench:estate';
const ENTITIES = 10_000;

/** What a resource costs a month; an amount and its currency. */
export const COST_ANNOTATION = 'example.com/monthly-cost';

/**
 * The organisation that 10,000 entities have room for: a top-level group owns
 * about 125 of the services with its sub-groups.
 */
export const size: EstateSize = {
  assets: 9_102,
  licenses: 0,
  assignmentsPerLicense: 0,
  contracts: 0,
  services: 625,
  systems: 63,
  domains: 10,
  groups: 200,
  users: 0,
  servicesPerAsset: 1,
};

/** Entities that carry what they cost, as a catalog alone can have it. */
export function annotatedEntities(): Entity[] {
  const entities = [
    ...Array.from(organisation(size), declared),
    ...Array.from({ length: size.assets }, (_, index) => resource(index)),
  ];
  if (entities.length !== ENTITIES) {
    throw new Error(`${entities.length} entities instead of ${ENTITIES}`);
  }
  return entities.map(located);
}

/** A thing that one service depends on, with its cost as an annotation. */
export function resource(index: number, raisedBy = 0): Entity {
  return located({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name: `asset-${index}`,
      namespace: 'default',
      title: `ThinkPad T14 ${index}`,
      annotations: {
        [COST_ANNOTATION]: `${20 + (index % 880) + raisedBy}.00 EUR`,
        'example.com/tag': `AT-${String(index).padStart(7, '0')}`,
        'example.com/serial-number': `SN${index * 7919}`,
        'example.com/ends-on': `2027-${String((index % 12) + 1).padStart(
          2,
          '0',
        )}-28`,
      },
    },
    spec: {
      type: 'laptop',
      owner: groupRef(index % size.groups),
      dependencyOf: [serviceRef(index % size.services)],
    },
  });
}

function located(entity: Entity): Entity {
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...entity.metadata.annotations,
        [ANNOTATION_LOCATION]: LOCATION,
        [ANNOTATION_ORIGIN_LOCATION]: LOCATION,
      },
    },
  };
}
