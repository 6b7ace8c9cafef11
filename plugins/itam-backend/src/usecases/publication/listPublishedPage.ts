import type { Entity } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import { listRegisteredRefs } from '../../stores/queries/publishedRecords';
import { requiredEpoch } from '../declarations/declarationState';
import { readSignedCursor, writeSignedCursor } from '../paging/signedCursor';
import { readRegisterSecret } from '../records/registerSecret';
import { requiredHorizon } from './listChangePage';
import { publishedEntitiesOf, type PublicationDeps } from './publicationView';

/** A part of all that the catalog shows for the register. */
export interface PublishedEntityPage {
  items: { ref: string; entity: Entity }[];
  nextCursor?: string;
  /**
   * Sequence of the newest change when the first page was read: what changed
   * while the pages were read comes after it.
   */
  last: number;
  epoch: string;
}

interface Position {
  ref: string;
  last: number;
}

/**
 * A page of all entities that the catalog shows for the register, in order of
 * ref. `limit` counts the records looked at, so that a page may hold fewer
 * entities, or none, before the end.
 *
 * Throws InputError for a cursor of another list or register, and
 * ServiceUnavailableError when a change takes long to be written.
 */
export async function listPublishedPage(
  deps: PublicationDeps,
  page: { cursor?: string; limit: number },
  asOf: string,
): Promise<PublishedEntityPage> {
  const { database, scope } = deps;
  const secret = await readRegisterSecret(database);
  const epoch = await requiredEpoch(database);
  const list = ['published', scope];
  const { ref: after, last }: Position =
    page.cursor === undefined
      ? { ref: '', last: await requiredHorizon(deps) }
      : positionOf(readSignedCursor(list, page.cursor, secret));
  const refs = await listRegisteredRefs(database, {
    after,
    limit: page.limit,
  });
  const entities = await publishedEntitiesOf(deps, refs, asOf);
  const isLast = refs.length < page.limit;
  return {
    items: refs.flatMap(ref => {
      const entity = entities.get(ref);
      return entity ? [{ ref, entity }] : [];
    }),
    ...(isLast
      ? {}
      : {
          nextCursor: writeSignedCursor(
            list,
            [refs[refs.length - 1], last],
            secret,
          ),
        }),
    last,
    epoch,
  };
}

function positionOf([ref, last]: unknown[]): Position {
  if (typeof ref === 'string' && typeof last === 'number') {
    return { ref, last };
  }
  throw new InputError('The cursor does not belong to this list');
}
