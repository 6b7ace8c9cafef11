import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  ItamValidationError,
  type CalendarToken,
  type CalendarTokenList,
  type CreatedCalendarToken,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import {
  deleteCalendarToken,
  insertCalendarToken,
  readCalendarTokens,
  writeCalendarDecisions,
  type StoredCalendarToken,
} from '../../stores/calendar/calendarTokens';
import { lineProblems } from '../records/inputProblems';
import {
  calendarSecretHash,
  calendarTokenText,
  newCalendarSecret,
} from './calendarSecret';

const MOST_TOKENS = 10;
/** The policy need not be asked with every page. */
const CONFIRM_AFTER_MS = 10 * 60 * 1_000;
/** Ids are 32-bit on both engines. */
const GREATEST_ID = 2_147_483_647;

interface TokenDeps {
  knex: Knex;
  config: Pick<RegisterConfig, 'calendar'>;
}

/** Whose tokens, and what the policy decides about them now. */
export interface TokenOwner {
  userRef: string;
  decisions: string;
  /** ISO instant. */
  at: string;
}

/**
 * Makes a token. Its secret is in the answer, and nowhere afterwards.
 *
 * Throws ItamValidationError for a name that cannot be shown, ConflictError
 * when there are as many tokens as one may have.
 */
export async function createCalendarToken(
  { knex, config }: TokenDeps,
  owner: TokenOwner,
  name: string,
): Promise<CreatedCalendarToken> {
  const problems = lineProblems('name', name);
  if (problems.length > 0) {
    throw new ItamValidationError({ ref: owner.userRef, problems });
  }
  const known = await readCalendarTokens(knex, owner.userRef);
  if (known.length >= MOST_TOKENS) {
    throw new ConflictError(
      `You have ${MOST_TOKENS} calendar tokens; revoke one first`,
    );
  }
  const secret = newCalendarSecret();
  const stored = {
    userRef: owner.userRef,
    name: name.trim(),
    secretHash: calendarSecretHash(secret),
    createdAt: owner.at,
    lastUsedOn: null,
    decisions: owner.decisions,
    decidedAt: owner.at,
  };
  const id = await insertCalendarToken(knex, stored);
  const token = calendarTokenText(id, secret);
  return {
    ...rendered({ ...stored, id }, config),
    token,
    path: `/renewals.ics?token=${token}`,
  };
}

/** The tokens of somebody, who is there and so decided about anew. */
export async function listCalendarTokens(
  { knex, config }: TokenDeps,
  owner: TokenOwner,
): Promise<CalendarTokenList> {
  await writeCalendarDecisions(knex, owner.userRef, owner.decisions, owner.at);
  const tokens = await readCalendarTokens(knex, owner.userRef);
  return { items: tokens.map(token => rendered(token, config)) };
}

/**
 * Decides anew about somebody who is there, when that was last done some time
 * ago. Does nothing for those without tokens.
 *
 * @param decide - Asks the policy
 */
export async function confirmCalendarTokens(
  { knex }: Pick<TokenDeps, 'knex'>,
  owner: { userRef: string; at: string },
  decide: () => Promise<string>,
): Promise<void> {
  const tokens = await readCalendarTokens(knex, owner.userRef);
  const before = new Date(
    Date.parse(owner.at) - CONFIRM_AFTER_MS,
  ).toISOString();
  if (tokens.some(({ decidedAt }) => decidedAt < before)) {
    await writeCalendarDecisions(knex, owner.userRef, await decide(), owner.at);
  }
}

/**
 * Revokes a token; its feed is closed at once.
 *
 * Throws NotFoundError when it is not there, or somebody else's.
 */
export async function revokeCalendarToken(
  { knex }: Pick<TokenDeps, 'knex'>,
  userRef: string,
  id: number,
): Promise<void> {
  if (id > GREATEST_ID || !(await deleteCalendarToken(knex, userRef, id))) {
    throw new NotFoundError(`You have no calendar token ${id}`);
  }
}

/** The instant until which what was decided about a user is taken as true. */
export function confirmedUntil(
  { decidedAt }: Pick<StoredCalendarToken, 'decidedAt'>,
  config: Pick<RegisterConfig, 'calendar'>,
): string {
  return new Date(
    Date.parse(decidedAt) + config.calendar.confirmWithinMs,
  ).toISOString();
}

function rendered(
  token: StoredCalendarToken,
  config: Pick<RegisterConfig, 'calendar'>,
): CalendarToken {
  return {
    id: token.id,
    name: token.name,
    createdAt: token.createdAt,
    lastUsedOn: token.lastUsedOn ?? undefined,
    confirmedUntil: confirmedUntil(token, config),
  };
}
