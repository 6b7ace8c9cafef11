import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { mockServices } from '@backstage/backend-test-utils';
import { batchesOf } from '../plugins/itam-backend/src/database/batches';
import { checkReadModel } from '../plugins/itam-backend/src/usecases/costs/recomputeReadModel';
import { projectCatalog } from '../plugins/itam-backend/src/usecases/projection/projectCatalog';
import { groupRef, organisation } from './estate/organisation';
import type { EstateServer } from './estateServer';
import { quantile, verdict, type Report } from './measure';

const MOVED_SERVICES = 1_000;
const MOVES = 6;
const MOST_MS = 1_000;
const ENTITIES_PER_PAGE = 500;

/**
 * Measures, in this process and with the register's own operations, a move of
 * services to another group as the next projection of the catalog finds it.
 */
export async function measureMoves({
  server,
  report,
}: {
  server: EstateServer;
  report: Report;
}): Promise<void> {
  const { knex, size, asOf } = server;
  const moved = Math.min(MOVED_SERVICES, size.services);
  const entities = [...organisation(size)];
  const before = catalogOf(entities);
  const after = catalogOf(
    entities.map(entity => ownedBy(entity, moved, groupRef(1))),
  );
  const project = async (catalog: CatalogService) => {
    const begun = performance.now();
    await projectCatalog(
      { database: knex, catalog, auth: mockServices.auth() },
      asOf,
    );
    return performance.now() - begun;
  };
  // Nothing moves: what reading and comparing the catalog takes alone.
  const still = await project(before);
  const times: number[] = [];
  for (let turn = 0; turn < MOVES; turn++) {
    times.push(await project(turn % 2 === 0 ? after : before));
  }
  // All are where they were: nothing that the policies say of them is another.
  await knex('policy_pending').delete();
  const { equal } = await checkReadModel({ database: knex });
  const median = quantile(times, 0.5);
  report({
    row: `move of ${moved} services to another group and back, ${MOVES} moves, median / longest ms`,
    text: `${median.toFixed(0)} / ${quantile(times, 1).toFixed(
      0,
    )}; without a change ${still.toFixed(0)}`,
    target: [
      verdict(median <= MOST_MS, `≤ ${MOST_MS} ms`),
      verdict(equal, 'read model equal to the segments'),
    ].join('; '),
  });
}

/**
 * A catalog that has its answer ready: how long the catalog takes is not the
 * register's, and its stand-in goes through all entities for each page.
 */
function catalogOf(entities: readonly Entity[]): CatalogService {
  const catalog = catalogServiceMock();
  catalog.streamEntities = async function* pages() {
    yield* batchesOf(entities, ENTITIES_PER_PAGE);
  };
  return catalog;
}

/** The first services, owned by one group. */
function ownedBy(entity: Entity, moved: number, owner: string): Entity {
  const { kind, metadata, relations = [] } = entity;
  if (
    kind !== 'Component' ||
    Number(metadata.name.replace('service-', '')) >= moved
  ) {
    return entity;
  }
  return {
    ...entity,
    relations: relations.map(relation =>
      relation.type === 'ownedBy'
        ? { ...relation, targetRef: owner }
        : relation,
    ),
  };
}
