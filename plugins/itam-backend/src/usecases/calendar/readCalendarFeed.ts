import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { addDays } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import { settingKeys } from '../../database/settingKeys';
import type { KeptDecisions } from '../../permissions/keptDecisions';
import {
  markCalendarTokenUsed,
  readCalendarToken,
  type StoredCalendarToken,
} from '../../stores/calendar/calendarTokens';
import { readOwnershipRefs } from '../../stores/projection/readOwnershipRefs';
import { readSetting } from '../../stores/settings/readSetting';
import {
  readDeadlines,
  type Deadline,
  type DeadlineKind,
} from '../deadlines/readDeadlines';
import { isCalendarSecret, parseCalendarToken } from './calendarSecret';
import { confirmedUntil } from './manageCalendarTokens';

const DAYS_BACK = 30;
const DAYS_AHEAD = 730;
/** Calendars get slow long before; the soonest are kept. */
const MOST_DEADLINES = 5_000;

const KINDS: ReadonlySet<DeadlineKind> = new Set<DeadlineKind>([
  'notice',
  'contract-end',
  'licence-end',
  'warranty-end',
  'servicing-due',
  'loan-due',
]);

/** A feed before it is written as a calendar. */
export interface CalendarFeed {
  userRef: string;
  tokenId: number;
  /** Identity of the register, so that events of two are not taken for one. */
  epoch: string;
  /** In order of their day. */
  deadlines: Deadline[];
}

/**
 * Finds the token somebody shows.
 *
 * Throws NotFoundError for any that is not a token in force.
 */
export async function requireCalendarToken(
  knex: Knex,
  text: string,
): Promise<StoredCalendarToken> {
  const parts = parseCalendarToken(text);
  const stored = parts && (await readCalendarToken(knex, parts.id));
  // A token that is not there takes as long as one that is.
  const matches = isCalendarSecret(
    parts?.secret ?? '',
    stored?.secretHash ?? '',
  );
  if (!stored || !matches) {
    throw new NotFoundError('There is no such calendar');
  }
  return stored;
}

/**
 * The deadlines of records that belong to the owner of a token now, as far as
 * the policy let them read these records when they last were there.
 *
 * Throws NotAllowedError when that is too long ago, and for a user the catalog
 * does not have.
 */
export async function readCalendarFeed(
  deps: {
    knex: Knex;
    config: Pick<RegisterConfig, 'calendar'>;
    keptDecisions: KeptDecisions;
  },
  token: StoredCalendarToken,
  now: { today: string; at: string },
): Promise<CalendarFeed> {
  const { knex } = deps;
  const { today, at } = now;
  if (confirmedUntil(token, deps.config) < at) {
    throw new NotAllowedError(
      'Nobody has confirmed this calendar for long: sign in to the portal and open the renewals',
    );
  }
  const refs = await readOwnershipRefs(knex, token.userRef);
  if (refs.length === 0) {
    throw new NotAllowedError(
      'The owner of this calendar is not in the catalog',
    );
  }
  const to = addDays(today, DAYS_AHEAD);
  const deadlines: Deadline[] = [];
  const parts = readDeadlines(knex, KINDS, {
    access: deps.keptDecisions.accessOf(token.decisions, refs),
    today,
    // No last day, so that ends of the last weeks are found.
    from: addDays(today, -DAYS_BACK),
  });
  for await (const part of parts) {
    deadlines.push(...part.filter(({ on }) => on <= to));
  }
  await markCalendarTokenUsed(knex, token.id, today);
  return {
    userRef: token.userRef,
    tokenId: token.id,
    epoch: (await readSetting(knex, settingKeys.epoch)) ?? '',
    deadlines: deadlines
      .sort((a, b) => byText(keyOf(a), keyOf(b)))
      .slice(0, MOST_DEADLINES),
  };
}

function keyOf({ on, kind, record, part }: Deadline): string {
  return [on, record.ref, kind, part].join(' ');
}

function byText(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
