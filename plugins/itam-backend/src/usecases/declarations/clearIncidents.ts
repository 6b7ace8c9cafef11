import type { AuthService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Entity } from '@backstage/catalog-model';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { batchesOf } from '../../database/batches';

const REFS_PER_QUESTION = 200;
/** The catalog repeats what is still wrong far more often. */
const LONGEST_WITHOUT_REPEAT_MS = 24 * 60 * 60 * 1_000;

/**
 * Removes errors the catalog reported that are over: its entity is stored
 * without an error since, or nothing repeated the report for a day. Conflicts
 * go when they are not repeated.
 */
export async function clearIncidents(
  deps: {
    database: Knex;
    catalog: CatalogService;
    auth: AuthService;
    config: RegisterConfig;
  },
  asOf: Date,
): Promise<number> {
  const { database, config } = deps;
  const before = (milliseconds: number) =>
    new Date(asOf.getTime() - milliseconds).toISOString();
  let cleared = await database('incidents')
    .where('source', 'catalog')
    .where('at', '<', before(LONGEST_WITHOUT_REPEAT_MS))
    .delete();
  // An error is reported some time before the entity shows it.
  const quietSince = before(config.reconciliation.graceMs);
  const quiet: { ref: string }[] = await database('incidents')
    .where({ source: 'catalog', kind: 'error' })
    .where('at', '<', quietSince)
    .select('ref');
  for (const batch of batchesOf(quiet, REFS_PER_QUESTION)) {
    const refs = batch.map(row => row.ref).filter(isFullRef);
    const { items } = await deps.catalog.getEntitiesByRefs(
      {
        entityRefs: refs,
        fields: ['kind', 'metadata.namespace', 'metadata.name', 'status'],
      },
      { credentials: await deps.auth.getOwnServiceCredentials() },
    );
    const healthy = refs.filter((_, index) => isHealthy(items[index]));
    cleared += await database('incidents')
      .where({ source: 'catalog', kind: 'error' })
      .where('at', '<', quietSince)
      .whereIn('ref', healthy)
      .delete();
  }
  return cleared;
}

function isHealthy(entity: Entity | undefined): boolean {
  return entity !== undefined && !statusLevels(entity).includes('error');
}

/** Levels of what the catalog's status says of an entity. */
function statusLevels(entity: Entity): unknown[] {
  const status: unknown = Reflect.get(entity, 'status');
  const items = isObject(status) ? Reflect.get(status, 'items') : undefined;
  return Array.isArray(items)
    ? items.map(item => (isObject(item) ? Reflect.get(item, 'level') : 'error'))
    : [];
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isFullRef(ref: string): boolean {
  return /^[^:]+:[^/]+\/./.test(ref);
}
