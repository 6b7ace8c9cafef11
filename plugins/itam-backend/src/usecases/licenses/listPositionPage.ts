import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type { LicensePositionPage } from '@backstage-itam/plugin-itam-common';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { readRegisterSecret } from '../records/registerSecret';
import { readSignedCursor, writeSignedCursor } from '../paging/signedCursor';
import {
  byRank,
  readPositions,
  type PoolRank,
  type PositionQuestion,
} from './readPositions';
import { renderPool } from './renderPool';

/**
 * One page of pools, with counts and totals over all pages.
 *
 * A pool's place depends on its balance, so that all are computed and the page
 * is cut out. Throws InputError for a cursor that does not belong to the list.
 */
export async function listPositionPage(
  deps: ReadDeps,
  context: ReadContext,
  question: PositionQuestion,
  page: { cursor?: string; limit: number },
): Promise<LicensePositionPage> {
  const secret = await readRegisterSecret(deps.knex);
  const after =
    page.cursor === undefined
      ? undefined
      : readCursor(page.cursor, question, secret);
  const { pools, counts, totals } = await readPositions(
    deps,
    context,
    question,
  );
  const compare = byRank(question.order);
  const first = after ? pools.findIndex(pool => compare(pool, after) > 0) : 0;
  const shown = first < 0 ? [] : pools.slice(first, first + page.limit);
  const last = shown.at(-1);
  return {
    asOf: question.asOf,
    items: shown.map(({ pool, priced }) => renderPool(pool, priced)),
    totalItems: pools.length,
    nextCursor:
      last && first + shown.length < pools.length
        ? writeSignedCursor(
            identityOf(question),
            [last.value, last.key],
            secret,
          )
        : undefined,
    counts,
    totals,
  };
}

function readCursor(
  cursor: string,
  question: PositionQuestion,
  secret: string,
): PoolRank {
  const [value, key] = readSignedCursor(identityOf(question), cursor, secret);
  if (
    typeof key === 'string' &&
    (value === null || typeof value === 'string' || typeof value === 'number')
  ) {
    return { value, key };
  }
  throw new InputError('The cursor does not belong to this list');
}

function identityOf(question: PositionQuestion): JsonValue {
  const { asOf, q, vendor, owner, metric, state, sort, order } = question;
  return ['positions', asOf, q, vendor, owner, metric, state, sort, order].map(
    part => part ?? null,
  );
}
