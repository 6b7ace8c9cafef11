import { InputError } from '@backstage/errors';
import type { JsonValue } from '@backstage/types';
import {
  formatAmount,
  minorOf,
  type AmountJson,
  type RenewalEntry,
  type RenewalPage,
} from '@backstage-itam/plugin-itam-common';
import {
  countRenewals,
  listRenewals,
  type RenewalPosition,
  type RenewalsQuery,
} from '../../stores/queries/listRenewals';
import type { ReadContext, ReadDeps } from '../records/readContext';
import { readRegisterSecret } from '../records/registerSecret';
import { readSignedCursor, writeSignedCursor } from '../paging/signedCursor';
import {
  describeRenewals,
  withStates,
  type StatedRenewal,
} from './describeRenewals';

const ROWS_AT_A_TIME = 500;

/** Which renewals are asked for. */
export interface RenewalQuestion {
  /** ISO calendar dates, inclusive. */
  from: string;
  to: string;
  state?: RenewalEntry['state'];
  owner?: string;
  vendor?: string;
  decision: boolean;
}

/**
 * One page of renewals in order of the next date to act on, and how many there
 * are.
 *
 * Throws InputError for a cursor that does not belong to the list.
 */
export async function listRenewalPage(
  deps: ReadDeps,
  context: ReadContext,
  question: RenewalQuestion,
  page: { cursor?: string; limit: number },
): Promise<RenewalPage> {
  const secret = await readRegisterSecret(deps.knex);
  const after =
    page.cursor === undefined
      ? undefined
      : readCursor(page.cursor, question, secret);
  const { renewals, totalItems, more } = await readPage(
    deps,
    context,
    question,
    { after, limit: page.limit },
  );
  const items = await describeRenewals(deps, context, renewals);
  const last = renewals.at(-1);
  return {
    from: question.from,
    to: question.to,
    items,
    totalItems,
    nextCursor:
      last && more
        ? writeSignedCursor(
            identityOf(question),
            [last.row.ends_on, last.row.id],
            secret,
          )
        : undefined,
    totals: { nextAmount: totalOf(items) },
  };
}

/** All renewals of a question in order, a part at a time. */
export async function* exportRenewals(
  deps: ReadDeps,
  context: ReadContext,
  question: RenewalQuestion,
): AsyncGenerator<RenewalEntry[]> {
  for await (const part of inParts(deps, context, question)) {
    yield await describeRenewals(deps, context, part);
  }
}

interface Page {
  renewals: StatedRenewal[];
  totalItems: number;
  more: boolean;
}

async function readPage(
  deps: ReadDeps,
  context: ReadContext,
  question: RenewalQuestion,
  page: { after?: RenewalPosition; limit: number },
): Promise<Page> {
  const { after, limit } = page;
  const query = queryOf(context, question);
  if (question.state === undefined) {
    const [rows, totalItems] = await Promise.all([
      // One more than asked tells whether another page follows.
      listRenewals(deps.knex, query, { after, limit: limit + 1 }),
      countRenewals(deps.knex, query),
    ]);
    return {
      renewals: await withStates(deps, context, rows.slice(0, limit)),
      totalItems,
      more: rows.length > limit,
    };
  }
  // A state follows from rules, so that all of the range are looked at.
  const renewals: StatedRenewal[] = [];
  let totalItems = 0;
  let more = false;
  for await (const part of inParts(deps, context, question)) {
    totalItems += part.length;
    for (const renewal of part) {
      if (!after || isAfter(renewal, after)) {
        if (renewals.length < limit) {
          renewals.push(renewal);
        } else {
          more = true;
        }
      }
    }
  }
  return { renewals, totalItems, more };
}

async function* inParts(
  deps: ReadDeps,
  context: ReadContext,
  question: RenewalQuestion,
): AsyncGenerator<StatedRenewal[]> {
  const query = queryOf(context, question);
  let after: RenewalPosition | undefined;
  for (;;) {
    const rows = await listRenewals(deps.knex, query, {
      after,
      limit: ROWS_AT_A_TIME,
    });
    const stated = await withStates(deps, context, rows);
    yield stated.filter(
      ({ state }) => question.state === undefined || question.state === state,
    );
    const last = rows.at(-1);
    if (!last || rows.length < ROWS_AT_A_TIME) {
      return;
    }
    after = { endsOn: last.ends_on, id: last.id };
  }
}

function queryOf(
  context: ReadContext,
  question: RenewalQuestion,
): RenewalsQuery {
  const { from, to, owner, vendor, decision } = question;
  const { access, today } = context;
  return { access, today, from, to, owner, vendor, decision };
}

function isAfter({ row }: StatedRenewal, after: RenewalPosition): boolean {
  return row.ends_on === after.endsOn
    ? row.id > after.id
    : row.ends_on > after.endsOn;
}

function totalOf(items: readonly RenewalEntry[]): AmountJson[] {
  const sums = new Map<string, bigint>();
  for (const { nextAmount } of items) {
    if (nextAmount) {
      const { amount, currency } = nextAmount;
      sums.set(
        currency,
        (sums.get(currency) ?? 0n) + minorOf(amount, currency),
      );
    }
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, minor]) => ({
      amount: formatAmount(minor, currency),
      currency,
    }));
}

function readCursor(
  cursor: string,
  question: RenewalQuestion,
  secret: string,
): RenewalPosition {
  const [endsOn, id] = readSignedCursor(identityOf(question), cursor, secret);
  if (typeof endsOn !== 'string' || typeof id !== 'number') {
    throw new InputError('The cursor does not belong to this list');
  }
  return { endsOn, id };
}

function identityOf(question: RenewalQuestion): JsonValue {
  const { from, to, state, owner, vendor, decision } = question;
  return ['renewals', from, to, state, owner, vendor, decision].map(
    part => part ?? null,
  );
}
