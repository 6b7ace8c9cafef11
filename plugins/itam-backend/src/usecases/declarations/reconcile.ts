import type { AuthService } from '@backstage/backend-plugin-api';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { batchesOf } from '../../database/batches';
import { integerFromRow } from '../../database/bigints';
import { settingKeys } from '../../database/settingKeys';
import { beginTurn, requireTurn, type Turn } from '../../stores/settings/turn';
import { writeSetting } from '../../stores/settings/writeSetting';
import { isOrphan, revisionOf } from './catalogRevisions';
import { retireRecord } from './retireRecord';

/** Passes a record has to be absent in, besides the grace time. */
const ABSENT_PASSES = 2;
const ROWS_PER_STATEMENT = 100;
/** Prefix of the locations of entities the register published itself. */
const OWN_LOCATION = 'itam:';

/**
 * Compares the declared records with the catalog.
 *
 * What the catalog has in another revision, or the register lacks, is wanted
 * again; what the catalog lacks for longer than the grace time is retired. An
 * empty answer, or one with too few of the known records, retires nothing and
 * raises an alarm. Throws, and changes nothing, when the catalog cannot be
 * read to its end; throws {@link TurnOver}, and changes nothing more, when
 * another reconciliation has begun since.
 */
export async function reconcile(
  deps: {
    database: Knex;
    catalog: CatalogService;
    auth: AuthService;
    config: RegisterConfig;
  },
  asOf: Date,
): Promise<{ wanted: number; retired: number; alarm: string }> {
  const { database, config } = deps;
  const turn = await beginTurn(database, settingKeys.reconcileTurn);
  const shown = await revisionsInCatalog(deps);
  const known = await declaredRevisions(database);
  const wanted = await want(deps, shown, known, asOf, turn);

  const absent = [...known.keys()].filter(ref => !shown.has(ref));
  const alarm = guardAlarm(known.size, absent.length, shown.size, config);
  let retired = 0;
  if (alarm === '') {
    for (const ref of await noteAbsent(deps, absent, asOf, turn)) {
      if (await retireRecord(deps, ref, asOf, turn)) {
        retired += 1;
      }
    }
  }
  await writeSetting(database, settingKeys.guardAlarm, alarm);
  await writeSetting(database, settingKeys.reconciledAt, asOf.toISOString());
  return { wanted, retired, alarm };
}

async function revisionsInCatalog(deps: {
  catalog: CatalogService;
  auth: AuthService;
}): Promise<Map<string, string | undefined>> {
  const pages = deps.catalog.streamEntities(
    {
      filter: { kind: ['Asset', 'License', 'Contract'] },
      fields: [
        'kind',
        'metadata.namespace',
        'metadata.name',
        'metadata.annotations',
      ],
    },
    { credentials: await deps.auth.getOwnServiceCredentials() },
  );
  const shown = new Map<string, string | undefined>();
  for await (const page of pages) {
    for (const entity of page) {
      if (!isOrphan(entity) && !isPublished(entity)) {
        shown.set(stringifyEntityRef(entity), revisionOf(entity));
      }
    }
  }
  return shown;
}

function isPublished(entity: Entity): boolean {
  const location =
    entity.metadata.annotations?.['backstage.io/managed-by-location'];
  return location?.startsWith(OWN_LOCATION) ?? false;
}

async function declaredRevisions(
  database: Knex,
): Promise<Map<string, string | null>> {
  const rows: { ref: string; revision: string | null }[] = await database(
    'records',
  )
    .where('origin', 'declared')
    .whereNull('retired_at')
    .select('ref', 'revision');
  return new Map(rows.map(row => [row.ref, row.revision]));
}

function guardAlarm(
  known: number,
  absent: number,
  shown: number,
  config: RegisterConfig,
): string {
  const { guardShare } = config.reconciliation;
  if (known === 0 || absent === 0 || guardShare === 0) {
    return '';
  }
  if (shown === 0) {
    return `The catalog showed none of ${known} declared records; nothing was retired`;
  }
  return known - absent < known * guardShare
    ? `The catalog showed only ${
        known - absent
      } of ${known} declared records; nothing was retired`
    : '';
}

async function want(
  deps: { database: Knex; config: RegisterConfig },
  shown: ReadonlyMap<string, string | undefined>,
  known: ReadonlyMap<string, string | null>,
  asOf: Date,
  turn: Turn,
): Promise<number> {
  const { database, config } = deps;
  const staged: { ref: string }[] = await database('declarations').distinct(
    'ref',
  );
  // What was refused lately would only be refused again.
  const refused: { ref: string }[] = await database('incidents')
    .where('source', 'register')
    .where(
      'at',
      '>',
      new Date(asOf.getTime() - config.reconciliation.graceMs).toISOString(),
    )
    .select('ref');
  const waiting = new Set([...staged, ...refused].map(row => row.ref));
  const wanted = [...shown].flatMap(([ref, revision]) =>
    waiting.has(ref) || (revision && known.get(ref) === revision) ? [] : [ref],
  );
  await database.transaction(async trx => {
    await requireTurn(trx, turn);
    const before: { ref: string }[] = await trx('wanted_declarations').select(
      'ref',
    );
    const still = new Set(wanted);
    const over = before.map(row => row.ref).filter(ref => !still.has(ref));
    for (const batch of batchesOf(over, ROWS_PER_STATEMENT)) {
      await trx('wanted_declarations').whereIn('ref', batch).delete();
    }
    for (const batch of batchesOf(wanted, ROWS_PER_STATEMENT)) {
      await trx('wanted_declarations')
        .insert(batch.map(ref => ({ ref, since: asOf.toISOString() })))
        .onConflict('ref')
        .ignore();
    }
  });
  return wanted.length;
}

/** Notes who is absent, and returns those who are for long enough. */
async function noteAbsent(
  deps: { database: Knex; config: RegisterConfig },
  absent: readonly string[],
  asOf: Date,
  turn: Turn,
): Promise<string[]> {
  const graceMs = deps.config.reconciliation.graceMs;
  return await deps.database.transaction(async trx => {
    await requireTurn(trx, turn);
    const rows: { ref: string; since: string; passes: unknown }[] = await trx(
      'absent_records',
    ).select();
    const noted = new Map(rows.map(row => [row.ref, row]));
    const now = new Set(absent);
    const back = [...noted.keys()].filter(ref => !now.has(ref));
    for (const batch of batchesOf(back, ROWS_PER_STATEMENT)) {
      await trx('absent_records').whereIn('ref', batch).delete();
    }
    const current = absent.map(ref => {
      const row = noted.get(ref);
      return {
        ref,
        since: row?.since ?? asOf.toISOString(),
        passes: (row ? integerFromRow(row.passes) : 0) + 1,
      };
    });
    for (const batch of batchesOf(current, ROWS_PER_STATEMENT)) {
      await trx('absent_records')
        .insert(batch)
        .onConflict('ref')
        .merge(['passes']);
    }
    return current
      .filter(
        ({ since, passes }) =>
          passes >= ABSENT_PASSES &&
          asOf.getTime() - Date.parse(since) >= graceMs,
      )
      .map(({ ref }) => ref);
  });
}
