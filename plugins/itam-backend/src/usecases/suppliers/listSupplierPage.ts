import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import type { SupplierPage } from '@backstage-itam/plugin-itam-common';
import {
  countSuppliers,
  listSuppliers,
  readNextDecisions,
  supplierPosition,
  type SupplierListQuery,
  type SupplierPosition,
} from '../../stores/queries/listSuppliers';
import { readSignedCursor, writeSignedCursor } from '../paging/signedCursor';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { readRegisterSecret } from '../records/registerSecret';

/** A list of suppliers as asked for. */
export type SupplierQuestion = Omit<SupplierListQuery, 'access' | 'today'>;

/**
 * One page of the suppliers that records the caller may read are from.
 *
 * Throws InputError for a cursor that does not belong to the list.
 */
export async function listSupplierPage(
  deps: ReadDeps,
  context: ReadContext,
  question: SupplierQuestion,
  page: { cursor?: string; limit: number },
): Promise<Omit<SupplierPage, 'canName'>> {
  const { knex } = deps;
  const { access, today } = context;
  const secret = await readRegisterSecret(knex);
  const after =
    page.cursor === undefined
      ? undefined
      : readCursor(page.cursor, question, secret);
  const query = { ...question, access, today };
  const [rows, totalItems] = await Promise.all([
    // One more than asked tells whether another page follows.
    listSuppliers(knex, query, { after, limit: page.limit + 1 }),
    countSuppliers(knex, query),
  ]);
  const shown = rows.slice(0, page.limit);
  const decisions = new Map(
    (
      await readNextDecisions(
        knex,
        query,
        shown.flatMap(row => (row.nextDecision ? [row.vendor] : [])),
      )
    ).map(decision => [decision.vendor, decision]),
  );
  const last = shown.at(-1);
  return {
    items: shown.map(({ vendor, title, contracts, licenses, assets }) => {
      const next = decisions.get(vendor);
      return {
        vendor,
        title: title ?? undefined,
        contracts,
        licenses,
        assets,
        nextDecision: next && {
          dueOn: next.dueOn,
          dueKind: next.dueKind,
          record: { ref: next.ref, title: next.title, resolved: true },
        },
      };
    }),
    totalItems,
    nextCursor:
      last && rows.length > page.limit
        ? writeCursor(supplierPosition(last, question), question, secret)
        : undefined,
  };
}

function writeCursor(
  { value, vendor }: SupplierPosition,
  question: SupplierQuestion,
  secret: string,
): string {
  return writeSignedCursor(identityOf(question), [value, vendor], secret);
}

function readCursor(
  cursor: string,
  question: SupplierQuestion,
  secret: string,
): SupplierPosition {
  const [value, vendor] = readSignedCursor(
    identityOf(question),
    cursor,
    secret,
  );
  if (
    (typeof value === 'string' || typeof value === 'number') &&
    typeof vendor === 'string'
  ) {
    return { value, vendor };
  }
  throw new InputError('The cursor does not belong to this list');
}

function identityOf(question: SupplierQuestion): JsonValue {
  const { q, vendor, sort, order } = question;
  return ['suppliers', sort, order, q ?? null, vendor ?? null];
}
