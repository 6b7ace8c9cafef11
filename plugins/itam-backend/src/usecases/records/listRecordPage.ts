import type { RecordPage } from '@backstage-itam/plugin-itam-common';
import { listAndCountRecords } from '../../stores/queries/listAndCountRecords';
import {
  positionOf,
  type RecordFilters,
  type RecordSort,
} from '../../stores/queries/listRecords';
import { readCursor, writeCursor } from './recordCursor';
import type { ReadContext, ReadDeps } from './readContext';
import { readRegisterSecret } from './registerSecret';
import { summariseRecords } from './summariseRecords';

/** A list of records as asked for. */
export interface RecordListQuestion {
  filters: RecordFilters;
  sort: RecordSort;
  order: 'asc' | 'desc';
}

/**
 * One page of the records the caller may read, and how many there are.
 *
 * Throws InputError for a cursor that does not belong to the list.
 */
export async function listRecordPage(
  deps: ReadDeps,
  context: ReadContext,
  question: RecordListQuestion,
  page: { cursor?: string; limit: number },
): Promise<RecordPage> {
  const list = {
    ...question,
    access: context.access,
    asOf: context.today,
  };
  const secret = await readRegisterSecret(deps.knex);
  const after =
    page.cursor === undefined
      ? undefined
      : readCursor(page.cursor, question, secret);
  const { rows, totalItems } = await listAndCountRecords(deps.knex, list, {
    after,
    // One more than asked tells whether another page follows.
    limit: page.limit + 1,
  });
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: await summariseRecords(deps, context, shown),
    totalItems,
    nextCursor:
      last && rows.length > page.limit
        ? writeCursor(positionOf(last, question.sort), question, secret)
        : undefined,
  };
}
