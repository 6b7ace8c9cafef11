import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import { withExclusiveLock } from '../../database/locks';
import { settingKeys } from '../../database/settingKeys';
import type { CatalogGraph } from '../../stores/projection/catalogGraph';
import { readGraph } from '../../stores/projection/readGraph';
import { writeGraphChanges } from '../../stores/projection/writeGraphChanges';
import {
  beginTurn,
  requireTurn,
  TurnOver,
  type Turn,
} from '../../stores/settings/turn';
import { writeSetting } from '../../stores/settings/writeSetting';
import { recomputeMoved } from '../costs/recomputeMoved';
import { graphChanges } from './graphChanges';
import {
  GraphBuilder,
  projectedFields,
  projectedKinds,
} from './graphFromEntities';
import { moveOf } from './moveOf';

/**
 * Copies the part of the catalog that costs roll up over into the register,
 * and moves roll-ups along. Writes only what differs.
 *
 * Throws, and leaves the projection as it is, when the catalog cannot be read
 * to its end or answers with nothing although it had entities before; the
 * reason is kept for the health page. Throws {@link TurnOver}, and writes nothing,
 * when another projection has begun since.
 */
export async function projectCatalog(
  deps: { database: Knex; catalog: CatalogService; auth: AuthService },
  asOf: Date,
): Promise<{ changed: boolean; nodes: number }> {
  const { database } = deps;
  const turn = await beginTurn(database, settingKeys.projectionTurn);
  try {
    const graph = await graphOfCatalog(deps);
    const changed = await applyGraph(database, graph, turn);
    await writeSetting(
      database,
      settingKeys.projectionSyncedAt,
      asOf.toISOString(),
    );
    await writeSetting(database, settingKeys.projectionLastError, '');
    return { changed, nodes: graph.nodes.size };
  } catch (error) {
    if (error instanceof TurnOver) {
      throw error;
    }
    await writeSetting(
      database,
      settingKeys.projectionLastError,
      reasonOf(error),
    );
    throw error;
  }
}

/**
 * The catalog answered with nothing, which is taken for a fault.
 */
export class EmptyCatalogError extends Error {
  constructor() {
    super('The catalog answered with no entities; the projection was kept');
    this.name = 'EmptyCatalogError';
  }
}

async function graphOfCatalog(deps: {
  catalog: CatalogService;
  auth: AuthService;
}): Promise<CatalogGraph> {
  const builder = new GraphBuilder();
  const pages = deps.catalog.streamEntities(
    { filter: { kind: projectedKinds }, fields: projectedFields },
    { credentials: await deps.auth.getOwnServiceCredentials() },
  );
  for await (const page of pages) {
    page.forEach(entity => builder.add(entity));
  }
  return builder.build();
}

async function applyGraph(
  database: Knex,
  graph: CatalogGraph,
  turn: Turn,
): Promise<boolean> {
  // Nothing else writes what is stored while the turn lasts, so that it is
  // read once. Most passes find nothing to do, and then no change has to wait.
  const stored = await readGuarded(database, graph);
  const changes = graphChanges(stored, graph);
  if (!changes) {
    return false;
  }
  const move = moveOf(stored, graph);
  await withExclusiveLock(database, async trx => {
    await requireTurn(trx, turn);
    await writeGraphChanges(trx, changes, graph);
    await recomputeMoved(trx, move);
  });
  return true;
}

async function readGuarded(
  database: Knex,
  next: CatalogGraph,
): Promise<CatalogGraph> {
  const stored = await readGraph(database);
  if (next.nodes.size === 0 && stored.nodes.size > 0) {
    throw new EmptyCatalogError();
  }
  return stored;
}

function reasonOf(error: unknown): string {
  // Messages of other systems may quote what the register must not repeat.
  return error instanceof EmptyCatalogError
    ? error.message
    : 'The catalog could not be read to its end';
}
