import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import {
  POLICY_AREAS,
  POLICY_SEVERITIES,
  type FindingEntry,
  type FindingPage,
} from '@backstage-itam/plugin-itam-common';
import { describeFailure } from '../../logging/describeFailure';
import type { WriteDeps } from '../../permissions/writeAccess';
import {
  countFindings,
  findingPosition,
  listFindings,
  type FindingFilters,
  type FindingPosition,
  type FindingSort,
} from '../../stores/findings/listFindings';
import { countPending } from '../../stores/policies/pendingEvaluations';
import { readSignedCursor, writeSignedCursor } from '../paging/signedCursor';
import { evaluatePending } from '../policies/evaluatePending';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { readRegisterSecret } from '../records/registerSecret';
import { findingScopeOf } from './findingScope';
import { renderFindings } from './renderFindings';

const ROWS_AT_A_TIME = 500;
/** A list waits for about so many changes; more stay pending. */
const CHANGES_AWAITED = 200;

/** A list of findings as asked for. */
export interface FindingQuestion {
  filters: FindingFilters;
  sort: FindingSort;
  order: 'asc' | 'desc';
}

/**
 * One page of the findings the caller may see, counted by severity and area.
 * What has just changed is evaluated first, so that a list shows it.
 *
 * Throws InputError for a cursor that does not belong to the list.
 */
export async function listFindingPage(
  deps: ReadDeps & WriteDeps,
  context: ReadContext,
  question: FindingQuestion,
  page: { cursor?: string; limit: number },
): Promise<FindingPage> {
  const { knex } = deps;
  const secret = await readRegisterSecret(knex);
  const after =
    page.cursor === undefined
      ? undefined
      : readCursor(page.cursor, question, secret);
  const list = { ...question, ...(await findingScopeOf(deps, context)) };
  await settlePending(deps, context);
  const [rows, counts, pending] = await Promise.all([
    // One more than asked tells whether another page follows.
    listFindings(knex, list, { after, limit: page.limit + 1 }),
    countFindings(knex, list),
    countPending(knex),
  ]);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: await renderFindings(deps, context, shown),
    totalItems: counts.total,
    bySeverity: POLICY_SEVERITIES.map(severity => ({
      severity,
      findings: counts.bySeverity.get(severity) ?? 0,
    })),
    byArea: POLICY_AREAS.map(area => ({
      area,
      findings: counts.byArea.get(area) ?? 0,
    })),
    pending,
    nextCursor:
      last && rows.length > page.limit
        ? writeCursor(findingPosition(last, question.sort), question, secret)
        : undefined,
  };
}

/** All findings of a list in its order, a part at a time. */
export async function* exportFindings(
  deps: ReadDeps & WriteDeps,
  context: ReadContext,
  question: FindingQuestion,
): AsyncGenerator<FindingEntry[]> {
  const list = { ...question, ...(await findingScopeOf(deps, context)) };
  await settlePending(deps, context);
  let after: FindingPosition | undefined;
  for (;;) {
    const rows = await listFindings(deps.knex, list, {
      after,
      limit: ROWS_AT_A_TIME,
    });
    yield await renderFindings(deps, context, rows);
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_AT_A_TIME) {
      return;
    }
    after = findingPosition(last, question.sort);
  }
}

/**
 * A list answers with what is known when evaluation fails, and says how much is
 * pending; the task tries again.
 */
async function settlePending(
  { knex, config, logger }: ReadDeps & WriteDeps,
  context: ReadContext,
): Promise<void> {
  try {
    await evaluatePending({ database: knex, config }, new Date(context.at), {
      entries: CHANGES_AWAITED,
    });
  } catch (error) {
    logger.warn(`Findings are not up to date: ${describeFailure(error)}`);
  }
}

function writeCursor(
  { value, id }: FindingPosition,
  question: FindingQuestion,
  secret: string,
): string {
  return writeSignedCursor(identityOf(question), [value, id], secret);
}

function readCursor(
  cursor: string,
  question: FindingQuestion,
  secret: string,
): FindingPosition {
  const [value, id] = readSignedCursor(identityOf(question), cursor, secret);
  if (
    (typeof value === 'string' || typeof value === 'number') &&
    typeof id === 'number'
  ) {
    return { value, id };
  }
  throw new InputError('The cursor does not belong to this list');
}

function identityOf({ filters, sort, order }: FindingQuestion): JsonValue {
  const { rule, rules, area, severity, state, kind, owner, record, vendor } =
    filters;
  return [
    'findings',
    sort,
    order,
    ...[
      rule,
      rules?.join(' '),
      area,
      severity,
      state,
      kind,
      owner,
      record,
      vendor,
    ].map(part => part ?? null),
  ];
}
