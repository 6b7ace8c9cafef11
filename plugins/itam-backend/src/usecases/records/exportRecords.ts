import type { RecordSummary } from '@backstage-itam/plugin-itam-common';
import {
  countRecords,
  listRecords,
  positionOf,
  type RecordPosition,
} from '../../stores/queries/listRecords';
import type { RecordListQuestion } from './listRecordPage';
import type { ReadContext, ReadDeps } from './readContext';
import { summariseRecords } from './summariseRecords';

const ROWS_AT_A_TIME = 500;

/**
 * All records of a list in its order, a part at a time, so that an export of
 * any size needs little memory. Reads what {@link listRecordPage} reads.
 */
export async function* exportRecords(
  deps: ReadDeps,
  context: ReadContext,
  question: RecordListQuestion,
): AsyncGenerator<RecordSummary[]> {
  const list = { ...question, access: context.access, asOf: context.today };
  const matches = await countRecords(deps.knex, list);
  let after: RecordPosition | undefined;
  for (;;) {
    const rows = await listRecords(deps.knex, list, {
      after,
      limit: ROWS_AT_A_TIME,
      matches,
    });
    yield await summariseRecords(deps, context, rows);
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_AT_A_TIME) {
      return;
    }
    after = positionOf(last, question.sort);
  }
}
