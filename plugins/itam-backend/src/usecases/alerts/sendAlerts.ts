import { createHash } from 'node:crypto';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import {
  addDays,
  daysBetween,
  plainDateOf,
} from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import type { AlertKind } from '../../config/alertsConfig';
import { settingKeys } from '../../database/settingKeys';
import {
  endAlerts,
  markAlertSent,
  noteAlert,
  readAlerts,
  readOpenAlerts,
  type AlertKey,
  type StoredAlert,
} from '../../stores/alerts/alertRows';
import { readSetting } from '../../stores/settings/readSetting';
import { writeSetting } from '../../stores/settings/writeSetting';
import type { AlertEvent } from './alertEvent';
import { deadlineAlerts } from './deadlineAlerts';
import {
  licenceShortfalls,
  passedBudgets,
  type AlertState,
} from './stateAlerts';

/** Days without a complete run after which no alert is sent belatedly. */
const LONGEST_CATCH_UP_DAYS = 14;
/** Failures in a row after which notifications are taken to be down. */
const FAILURES_UNTIL_DOWN = 3;

/** What the alerts' task works with. */
export interface AlertDeps {
  database: Knex;
  config: RegisterConfig;
  notifications: NotificationService;
}

/** What a run did. */
export interface AlertRun {
  /** Alerts sent, each to all its recipients. */
  sent: number;
  failed: number;
  /** Why the last one that failed did; holds no data. */
  failure: string | undefined;
}

class RunningAlerts {
  readonly #current = new Set<string>();
  #sent = 0;
  #failed = 0;
  #failedInARow = 0;
  #failure: string | undefined;

  constructor(private readonly deps: AlertDeps, private readonly asOf: Date) {}

  /** Sends those of one kind after another that were not sent. */
  async send(
    events: readonly AlertEvent[],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const { database } = this.deps;
    const byKind = new Map<AlertKind, AlertEvent[]>();
    for (const event of events) {
      this.#current.add(identityOf(event));
      byKind.set(event.kind, [...(byKind.get(event.kind) ?? []), event]);
    }
    for (const [kind, ofKind] of byKind) {
      const known = await readAlerts(
        database,
        kind,
        ofKind.map(({ subject }) => subject),
      );
      for (const event of ofKind) {
        if (signal?.aborted || this.#failedInARow >= FAILURES_UNTIL_DOWN) {
          return;
        }
        const recipients = unsentRecipients(event, known.get(event.subject));
        if (recipients.length > 0) {
          await this.#sendOne({ ...event, recipients });
        }
      }
    }
  }

  /** Notes what is over, and that nothing is missing up to today. */
  async end(today: string, signal: AbortSignal | undefined): Promise<AlertRun> {
    const { database } = this.deps;
    if (this.#failed === 0 && !signal?.aborted) {
      const open = await readOpenAlerts(database);
      await endAlerts(
        database,
        open.filter(key => !this.#current.has(identityOf(key))),
        this.asOf,
      );
      await writeSetting(database, settingKeys.alertsCompleteOn, today);
    }
    await writeSetting(
      database,
      settingKeys.alertsLastError,
      this.#failure ?? '',
    );
    return { sent: this.#sent, failed: this.#failed, failure: this.#failure };
  }

  async #sendOne(event: AlertEvent): Promise<void> {
    const { database, notifications } = this.deps;
    await noteAlert(database, event, this.asOf);
    try {
      await notifications.send({
        recipients: { type: 'entity', entityRef: [...event.recipients] },
        payload: { ...event.message, scope: scopeOf(event) },
      });
    } catch (error) {
      this.#failed += 1;
      this.#failedInARow += 1;
      this.#failure = reasonOf(error);
      return;
    }
    this.#failedInARow = 0;
    await markAlertSent(database, event, this.asOf);
    this.#sent += 1;
  }
}

/**
 * Sends each alert that is due and was not sent.
 *
 * An alert is noted, sent, and noted as sent, in this order. A crash between
 * the last two has it sent again, under the same scope: Backstage then updates
 * the notification instead of adding one, so that none is lost and none is
 * there twice. One that fails is tried again with the next run; so is
 * everything that came due while there were no runs.
 */
export async function sendAlerts(
  deps: AlertDeps,
  asOf: Date,
  signal?: AbortSignal,
): Promise<AlertRun> {
  const today = plainDateOf(asOf);
  const run = new RunningAlerts(deps, asOf);
  const catchUpDays = await daysToCatchUp(deps.database, today);
  for await (const part of deadlineAlerts(deps, today, catchUpDays)) {
    await run.send(part, signal);
  }
  for (const states of [
    await licenceShortfalls(deps, today),
    await passedBudgets(deps, today),
  ]) {
    await run.send(await sinceWhen(deps.database, states, today), signal);
  }
  return await run.end(today, signal);
}

/** How far back alerts may be missing, in days. */
async function daysToCatchUp(database: Knex, today: string): Promise<number> {
  const completeOn = await readSetting(database, settingKeys.alertsCompleteOn);
  if (!completeOn) {
    // What was over before the first run is told to nobody; what is due since
    // is not forgotten when that run fails.
    await writeSetting(
      database,
      settingKeys.alertsCompleteOn,
      addDays(today, -1),
    );
    return 0;
  }
  const days = daysBetween(completeOn, today) - 1;
  return Math.max(0, Math.min(days, LONGEST_CATCH_UP_DAYS));
}

/** States with the day on which each was first seen. */
async function sinceWhen(
  database: Knex,
  states: readonly AlertState[],
  today: string,
): Promise<AlertEvent[]> {
  if (states.length === 0) {
    return [];
  }
  const known = await readAlerts(
    database,
    states[0].kind,
    states.map(({ subject }) => subject),
  );
  return states.map(state => ({
    ...state,
    dueOn:
      known.get(state.subject)?.find(({ ended }) => !ended)?.dueOn ?? today,
  }));
}

/** Recipients who were told neither at this stage nor at a later one. */
function unsentRecipients(
  event: AlertEvent,
  known: readonly StoredAlert[] = [],
): string[] {
  const told = new Set(
    known
      .filter(
        ({ dueOn, stage, sent }) =>
          sent && dueOn === event.dueOn && stage <= event.stage,
      )
      .map(({ recipient }) => recipient),
  );
  return event.recipients.filter(recipient => !told.has(recipient));
}

/**
 * The same for every attempt, and for all recipients: whoever is reached twice,
 * as owner and as holder, has one notification.
 */
function scopeOf(event: AlertEvent): string {
  const hash = createHash('sha256')
    .update(`${identityOf(event)}\n${event.stage}`)
    .digest('base64url');
  return `itam-alert-${hash}`;
}

/** The status notifications answered with, and nothing else: hosts are told to nobody. */
function reasonOf(error: unknown): string {
  const status = /\bfailed with status (\d{3})\b/.exec(String(error))?.[1];
  return status === undefined
    ? 'Notifications cannot be reached'
    : `Notifications answer with status ${status}`;
}

function identityOf({ kind, subject, dueOn }: AlertKey): string {
  return JSON.stringify([kind, subject, dueOn]);
}
