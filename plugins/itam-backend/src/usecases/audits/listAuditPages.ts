import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type {
  AuditEntry,
  AuditItemEntry,
  AuditItemPage,
  AuditPage,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import {
  countAudit,
  countAuditItems,
  listAuditItems,
  type AuditItemQuery,
} from '../../stores/audits/auditItems';
import type { StoredAudit } from '../../stores/audits/auditRow';
import { listAudits } from '../../stores/audits/audits';
import { readSignedCursor, writeSignedCursor } from '../paging/signedCursor';
import type { ReadContext } from '../records/readContext';
import { readRegisterSecret } from '../records/registerSecret';
import { renderAudit, renderAuditItem } from './renderAudit';
import { requireAudit } from './requireAudit';

const ROWS_AT_A_TIME = 500;

/** Which items of an audit are asked for. */
export type AuditItemFilters = Pick<
  AuditItemQuery,
  'outcome' | 'discrepancy' | 'q'
>;

/** One audit with the counts of what the caller may see of it. */
export async function readAuditEntry(
  deps: { knex: Knex },
  context: ReadContext,
  id: number,
): Promise<AuditEntry> {
  return await entryOf(deps, context, await requireAudit(deps.knex, id));
}

/**
 * One page of audits, the newest first.
 *
 * Throws InputError for a cursor that does not belong to the list.
 */
export async function listAuditPage(
  deps: { knex: Knex },
  context: ReadContext,
  query: { state?: 'open' | 'closed' },
  page: { cursor?: string; limit: number },
): Promise<AuditPage> {
  const secret = await readRegisterSecret(deps.knex);
  const list: JsonValue = ['audits', query.state ?? null];
  const rows = await listAudits(deps.knex, query, {
    beforeId: idIn(page.cursor, list, secret),
    limit: page.limit + 1,
  });
  const shown = rows.slice(0, page.limit);
  const items: AuditEntry[] = [];
  for (const audit of shown) {
    items.push(await entryOf(deps, context, audit));
  }
  const last = shown.at(-1);
  return {
    items,
    nextCursor:
      last && rows.length > page.limit
        ? writeSignedCursor(list, [last.id], secret)
        : undefined,
  };
}

/**
 * One page of what an audit expects and found.
 *
 * Throws NotFoundError, and InputError for a cursor of another list.
 */
export async function listAuditItemPage(
  deps: { knex: Knex },
  context: ReadContext,
  auditId: number,
  filters: AuditItemFilters,
  page: { cursor?: string; limit: number },
): Promise<AuditItemPage> {
  const { knex } = deps;
  await requireAudit(knex, auditId);
  const secret = await readRegisterSecret(knex);
  const { outcome, discrepancy, q } = filters;
  const list: JsonValue = [
    'audit-items',
    auditId,
    ...[outcome, discrepancy, q].map(one => one ?? null),
  ];
  const query = queryOf(context, auditId, filters);
  const afterId = idIn(page.cursor, list, secret);
  const [rows, totalItems] = await Promise.all([
    listAuditItems(knex, query, { afterId, limit: page.limit + 1 }),
    countAuditItems(knex, query),
  ]);
  const shown = rows.slice(0, page.limit);
  const last = shown.at(-1);
  return {
    items: shown.map(renderAuditItem),
    totalItems,
    nextCursor:
      last && rows.length > page.limit
        ? writeSignedCursor(list, [last.id], secret)
        : undefined,
  };
}

/** All items of a list in its order, a part at a time. */
export async function* exportAuditItems(
  deps: { knex: Knex },
  context: ReadContext,
  auditId: number,
  filters: AuditItemFilters,
): AsyncGenerator<AuditItemEntry[]> {
  await requireAudit(deps.knex, auditId);
  let afterId: number | undefined;
  for (;;) {
    const rows = await listAuditItems(
      deps.knex,
      queryOf(context, auditId, filters),
      { afterId, limit: ROWS_AT_A_TIME },
    );
    yield rows.map(renderAuditItem);
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_AT_A_TIME) {
      return;
    }
    afterId = last.id;
  }
}

async function entryOf(
  { knex }: { knex: Knex },
  context: ReadContext,
  audit: StoredAudit,
): Promise<AuditEntry> {
  return renderAudit(
    audit,
    await countAudit(knex, queryOf(context, audit.id, {})),
  );
}

function queryOf(
  { access, today }: ReadContext,
  auditId: number,
  filters: AuditItemFilters,
): AuditItemQuery {
  return { ...filters, auditId, access, today };
}

function idIn(
  cursor: string | undefined,
  list: JsonValue,
  secret: string,
): number | undefined {
  if (cursor === undefined) {
    return undefined;
  }
  const [id] = readSignedCursor(list, cursor, secret);
  if (typeof id !== 'number') {
    throw new InputError('The cursor does not belong to this list');
  }
  return id;
}
