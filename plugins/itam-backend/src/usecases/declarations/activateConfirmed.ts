import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { BackgroundPace } from '../../database/BackgroundPace';
import { batchesOf } from '../../database/batches';
import {
  expireStaged,
  readStaged,
  stagedRefsAfter,
} from '../../stores/declarations/stagedDeclarations';
import { describeFailure } from '../../logging/describeFailure';
import { writeIncident } from '../../stores/incidents/writeIncident';
import {
  activateRevision,
  activateTogether,
  type ConfirmedRevision,
} from './activateRevision';
import { isOrphan, revisionOf } from './catalogRevisions';
import { DeclarationRefused } from './registerChecks';

/** Refs the catalog is asked about at once. */
const REFS_PER_QUESTION = 200;
/** Changes have to wait while one such transaction runs. */
const REVISIONS_PER_TRANSACTION = 50;

/**
 * Asks the catalog which staged declarations it has stored, and puts those in
 * force whose revision the stored entity carries. Forgets what was not
 * confirmed in time.
 *
 * What the register refuses leaves the record as it was and becomes an
 * incident; what fails for another reason stays staged and is tried again.
 * Stops when the signal is aborted.
 */
export async function activateConfirmed(
  deps: {
    database: Knex;
    catalog: CatalogService;
    auth: AuthService;
    config: RegisterConfig;
    logger: LoggerService;
  },
  asOf: Date,
  signal?: AbortSignal,
): Promise<{
  activated: number;
  refused: number;
  failed: number;
  expired: number;
}> {
  const { database, config } = deps;
  const counts = { activated: 0, refused: 0, failed: 0, expired: 0 };
  const pace = new BackgroundPace({
    first: REVISIONS_PER_TRANSACTION,
    atMost: REVISIONS_PER_TRANSACTION,
  });
  let lastRef = '';
  while (!signal?.aborted) {
    const staged = await stagedRefsAfter(database, lastRef, REFS_PER_QUESTION);
    const refs = [...staged.keys()];
    if (refs.length === 0) {
      break;
    }
    lastRef = refs[refs.length - 1];
    const confirmed = await confirmedRevisions(deps, refs);
    const due = [...confirmed]
      .filter(([ref, revision]) => staged.get(ref)?.has(revision))
      .map(([ref, revision]) => ({ ref, revision }));
    for (const batch of batchesOf(due, REVISIONS_PER_TRANSACTION)) {
      if (signal?.aborted) {
        break;
      }
      const outcome = await pace.slice(
        database,
        async () => await activateOrRefuse(deps, batch, asOf),
      );
      counts.activated += outcome.activated;
      counts.refused += outcome.refused;
      counts.failed += outcome.failed;
    }
  }
  counts.expired = await expireStaged(
    database,
    new Date(asOf.getTime() - config.delivery.expireAfterMs),
  );
  return counts;
}

async function confirmedRevisions(
  deps: { catalog: CatalogService; auth: AuthService },
  refs: string[],
): Promise<Map<string, string>> {
  const { items } = await deps.catalog.getEntitiesByRefs(
    {
      entityRefs: refs,
      fields: [
        'kind',
        'metadata.namespace',
        'metadata.name',
        'metadata.annotations',
      ],
    },
    { credentials: await deps.auth.getOwnServiceCredentials() },
  );
  const confirmed = new Map<string, string>();
  items.forEach((entity, index) => {
    const revision = entity && !isOrphan(entity) && revisionOf(entity);
    if (revision) {
      confirmed.set(refs[index], revision);
    }
  });
  return confirmed;
}

async function activateOrRefuse(
  deps: { database: Knex; config: RegisterConfig; logger: LoggerService },
  batch: ConfirmedRevision[],
  asOf: Date,
): Promise<{ activated: number; refused: number; failed: number }> {
  const { refused, failed } = await activateBatch(deps, batch, asOf);
  for (const confirmed of batch) {
    const refusal = refused.get(confirmed.ref);
    if (refusal) {
      await recordRefusal(deps.database, confirmed, refusal, asOf);
      deps.logger.info(
        `The register refused a declaration of ${confirmed.ref}`,
      );
    }
  }
  return {
    activated: batch.length - refused.size - failed,
    refused: refused.size,
    failed,
  };
}

async function activateBatch(
  deps: { database: Knex; config: RegisterConfig; logger: LoggerService },
  batch: ConfirmedRevision[],
  asOf: Date,
): Promise<{ refused: Map<string, DeclarationRefused>; failed: number }> {
  if (batch.length > 1) {
    try {
      const refused = await activateTogether(deps, batch, asOf);
      return { refused, failed: 0 };
    } catch (error) {
      deps.logger.warn(
        `Declarations could not be put in force together: ${describeFailure(
          error,
        )}`,
      );
    }
  }
  return await activateOneByOne(deps, batch, asOf);
}

/** So that one that cannot be put in force does not hold up the others. */
async function activateOneByOne(
  deps: { database: Knex; config: RegisterConfig; logger: LoggerService },
  batch: ConfirmedRevision[],
  asOf: Date,
): Promise<{ refused: Map<string, DeclarationRefused>; failed: number }> {
  const refused = new Map<string, DeclarationRefused>();
  let failed = 0;
  for (const confirmed of batch) {
    try {
      await activateRevision(deps, confirmed, asOf);
    } catch (error) {
      if (error instanceof DeclarationRefused) {
        refused.set(confirmed.ref, error);
      } else {
        failed += 1;
        deps.logger.warn(
          `The declaration of ${
            confirmed.ref
          } could not be put in force: ${describeFailure(error)}`,
        );
      }
    }
  }
  return { refused, failed };
}

async function recordRefusal(
  database: Knex,
  { ref, revision }: ConfirmedRevision,
  refusal: DeclarationRefused,
  asOf: Date,
): Promise<void> {
  await database.transaction(async trx => {
    const staged = await readStaged(trx, ref, revision);
    await trx('declarations').where({ ref, revision }).delete();
    await writeIncident(trx, {
      kind: refusal.incident,
      source: 'register',
      ref,
      location: staged?.location ?? null,
      message: refusal.message,
      holder: refusal.holder,
      claimant:
        refusal.incident === 'conflict' ? staged?.location ?? null : null,
      at: asOf.toISOString(),
    });
  });
}
