import type { Knex } from 'knex';
import { integerFromRow } from '../../database/bigints';

/** What opens the calendar feed of somebody. */
export interface StoredCalendarToken {
  id: number;
  userRef: string;
  name: string;
  /** SHA-256 of the secret part, base64url. */
  secretHash: string;
  /** ISO instant. */
  createdAt: string;
  /** ISO calendar date. */
  lastUsedOn: string | null;
  /** What the policy decided about the user; see `permissions/keptDecisions`. */
  decisions: string;
  /** ISO instant. */
  decidedAt: string;
}

interface Row {
  id: unknown;
  user_ref: string;
  name: string;
  secret_hash: string;
  created_at: string;
  last_used_on: string | null;
  decisions: string;
  decided_at: string;
}

/** The tokens of somebody, oldest first. */
export async function readCalendarTokens(
  knex: Knex,
  userRef: string,
): Promise<StoredCalendarToken[]> {
  const rows: Row[] = await knex('calendar_tokens')
    .where('user_ref', userRef)
    .orderBy('id')
    .select();
  return rows.map(fromRow);
}

/** One token, whoever it belongs to; undefined when there is none. */
export async function readCalendarToken(
  knex: Knex,
  id: number,
): Promise<StoredCalendarToken | undefined> {
  const row: Row | undefined = await knex('calendar_tokens')
    .where('id', id)
    .first();
  return row && fromRow(row);
}

/** Adds a token. Returns its id. */
export async function insertCalendarToken(
  knex: Knex,
  token: Omit<StoredCalendarToken, 'id' | 'lastUsedOn'>,
): Promise<number> {
  const [row]: { id: unknown }[] = await knex('calendar_tokens')
    .insert({
      user_ref: token.userRef,
      name: token.name,
      secret_hash: token.secretHash,
      created_at: token.createdAt,
      decisions: token.decisions,
      decided_at: token.decidedAt,
    })
    .returning('id');
  return integerFromRow(row.id);
}

/** Removes a token of somebody. Returns whether there was one. */
export async function deleteCalendarToken(
  knex: Knex,
  userRef: string,
  id: number,
): Promise<boolean> {
  const removed = await knex('calendar_tokens')
    .where({ user_ref: userRef, id })
    .delete();
  return removed > 0;
}

/** Keeps what the policy decides about somebody now. */
export async function writeCalendarDecisions(
  knex: Knex,
  userRef: string,
  decisions: string,
  at: string,
): Promise<void> {
  await knex('calendar_tokens')
    .where('user_ref', userRef)
    .update({ decisions, decided_at: at });
}

/** Notes that a token was used on a day. */
export async function markCalendarTokenUsed(
  knex: Knex,
  id: number,
  day: string,
): Promise<void> {
  await knex('calendar_tokens')
    .where('id', id)
    .where(earlier =>
      earlier.whereNull('last_used_on').orWhere('last_used_on', '<', day),
    )
    .update({ last_used_on: day });
}

function fromRow(row: Row): StoredCalendarToken {
  return {
    id: integerFromRow(row.id),
    userRef: row.user_ref,
    name: row.name,
    secretHash: row.secret_hash,
    createdAt: row.created_at,
    lastUsedOn: row.last_used_on,
    decisions: row.decisions,
    decidedAt: row.decided_at,
  };
}
