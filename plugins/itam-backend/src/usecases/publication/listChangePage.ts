import { InputError, ServiceUnavailableError } from '@backstage/errors';
import type { Entity } from '@backstage/catalog-model';
import { batchesOf } from '../../database/batches';
import { listHistoryAfter } from '../../stores/queries/publishedChanges';
import { readPublishedHorizon } from '../../stores/queries/publishedHorizon';
import { refsPublishedThrough } from '../../stores/queries/publishedNeighbours';
import { requiredEpoch } from '../declarations/declarationState';
import { publishedEntitiesOf, type PublicationDeps } from './publicationView';

/** How long changes that are being written are waited for. */
const LONGEST_WAIT_MS = 4_000;
const ENTRIES_PER_STEP = 50;
/** A page ends early when its changes concern more records than that. */
const MOST_ITEMS = 1_000;

/** A change of what the catalog shows. */
export interface PublishedChange {
  /** Sequence of the change that made the difference, or may have. */
  sequence: number;
  ref: string;
  /** The entity to show; without it the catalog must not show the record. */
  entity?: Entity;
}

/** Changes after a sequence. */
export interface PublishedChangePage {
  items: PublishedChange[];
  /** Where to continue. */
  last: number;
  epoch: string;
  more: boolean;
}

/**
 * The last states of the records that changed after a sequence, and of those
 * whose publication may have changed with them: a licence is published for its
 * contract, a contract for what it covers. `limit` counts entries of the
 * history.
 *
 * A `last` below `after` says that the register went back in time, and that
 * everything is to be read again. Throws InputError for a sequence that cannot
 * be, ServiceUnavailableError when a change takes long to be written.
 */
export async function listChangePage(
  deps: PublicationDeps,
  page: { after: number; limit: number },
  asOf: string,
): Promise<PublishedChangePage> {
  const { database } = deps;
  if (!Number.isSafeInteger(page.after)) {
    throw new InputError('after is no sequence of a change');
  }
  const epoch = await requiredEpoch(database);
  const horizon = await requiredHorizon(deps);
  const entries = await listHistoryAfter(database, {
    after: page.after,
    through: horizon,
    limit: page.limit,
  });
  const changed = new Map<string, number>();
  let taken = 0;
  for (const batch of batchesOf(entries, ENTRIES_PER_STEP)) {
    for (const { ref, sequence } of batch) {
      changed.set(ref, sequence);
    }
    if (deps.scope === 'linked') {
      const { sequence } = batch[batch.length - 1];
      const refs = [...new Set(batch.map(({ ref }) => ref))];
      for (const ref of await refsPublishedThrough(database, refs)) {
        changed.set(ref, Math.max(changed.get(ref) ?? 0, sequence));
      }
    }
    taken += batch.length;
    if (changed.size >= MOST_ITEMS) {
      break;
    }
  }
  const isWhole = taken === entries.length && entries.length < page.limit;
  const last = isWhole ? horizon : entries[taken - 1].sequence;
  return {
    items: await itemsOf(deps, changed, asOf),
    last,
    epoch,
    more: last < horizon,
  };
}

async function itemsOf(
  deps: PublicationDeps,
  changed: ReadonlyMap<string, number>,
  asOf: string,
): Promise<PublishedChange[]> {
  const entities = await publishedEntitiesOf(deps, changed.keys(), asOf);
  return [...changed]
    .sort(([, a], [, b]) => a - b)
    .map(([ref, sequence]) => {
      const entity = entities.get(ref);
      return { sequence, ref, ...(entity && { entity }) };
    });
}

/**
 * The sequence up to which the history is complete.
 *
 * Throws ServiceUnavailableError when a change takes long to be written.
 */
export async function requiredHorizon(deps: PublicationDeps): Promise<number> {
  const horizon = await readPublishedHorizon(deps.database, LONGEST_WAIT_MS);
  if (horizon === undefined) {
    throw new ServiceUnavailableError(
      'A large change is being written; ask again in a moment',
    );
  }
  return horizon;
}
