import type { Knex } from 'knex';
import type { AlertKind } from '../../config/alertsConfig';
import { batchesOf } from '../../database/batches';
import { integerFromRow } from '../../database/bigints';
import { textList } from '../../database/idList';

const ROWS_PER_STATEMENT = 200;

/** What happened to which record, pool or budget. */
export interface AlertKey {
  kind: AlertKind;
  subject: string;
  /** ISO calendar date of the event, or on which a state was first seen. */
  dueOn: string;
}

/** An alert to one recipient. */
export interface StoredAlert extends AlertKey {
  /** Falls as the event gets more urgent. */
  stage: number;
  recipient: string;
  sent: boolean;
  /** Whether the event or state is over. */
  ended: boolean;
}

interface Row {
  kind: AlertKind;
  subject: string;
  due_on: string;
  stage: unknown;
  recipient: string;
  sent_at: string | null;
  ended_at: string | null;
}

/** All alerts of a kind about these subjects, by subject. */
export async function readAlerts(
  knex: Knex,
  kind: AlertKind,
  subjects: readonly string[],
): Promise<Map<string, StoredAlert[]>> {
  const rows: Row[] = await knex('alerts')
    .where('kind', kind)
    .whereIn('subject', textList(knex, subjects))
    .select();
  const alerts = new Map<string, StoredAlert[]>();
  for (const row of rows) {
    const alert = {
      kind: row.kind,
      subject: row.subject,
      dueOn: row.due_on,
      stage: integerFromRow(row.stage),
      recipient: row.recipient,
      sent: row.sent_at !== null,
      ended: row.ended_at !== null,
    };
    const list = alerts.get(row.subject);
    if (list) {
      list.push(alert);
    } else {
      alerts.set(row.subject, [alert]);
    }
  }
  return alerts;
}

/** Notes that an alert is about to be sent; one noted before stays. */
export async function noteAlert(
  knex: Knex,
  alert: AlertKey & { stage: number; recipients: readonly string[] },
  at: Date,
): Promise<void> {
  await knex('alerts')
    .insert(
      alert.recipients.map(recipient => ({
        kind: alert.kind,
        subject: alert.subject,
        due_on: alert.dueOn,
        stage: alert.stage,
        recipient,
        noticed_at: at.toISOString(),
      })),
    )
    .onConflict(['kind', 'subject', 'due_on', 'stage', 'recipient'])
    .ignore();
}

/**
 * Notes that an alert was sent; what its recipients were to be told at an
 * earlier stage is told with it.
 */
export async function markAlertSent(
  knex: Knex,
  alert: AlertKey & { stage: number; recipients: readonly string[] },
  at: Date,
): Promise<void> {
  const unsent = () =>
    knex('alerts')
      .where({
        kind: alert.kind,
        subject: alert.subject,
        due_on: alert.dueOn,
      })
      .whereIn('recipient', [...alert.recipients])
      .whereNull('sent_at');
  // In this order: whatever is interrupted, the alert is still unsent.
  await unsent().where('stage', '>', alert.stage).delete();
  await unsent()
    .where('stage', alert.stage)
    .update({ sent_at: at.toISOString() });
}

/** The events and states that are not known to be over. */
export async function readOpenAlerts(knex: Knex): Promise<AlertKey[]> {
  const rows: Pick<Row, 'kind' | 'subject' | 'due_on'>[] = await knex('alerts')
    .whereNull('ended_at')
    .distinct('kind', 'subject', 'due_on');
  return rows.map(row => ({
    kind: row.kind,
    subject: row.subject,
    dueOn: row.due_on,
  }));
}

/** Notes that events and states are over. */
export async function endAlerts(
  knex: Knex,
  keys: readonly AlertKey[],
  at: Date,
): Promise<void> {
  for (const batch of batchesOf(keys, ROWS_PER_STATEMENT)) {
    await knex('alerts')
      .whereNull('ended_at')
      .where(any => {
        for (const { kind, subject, dueOn } of batch) {
          any.orWhere({ kind, subject, due_on: dueOn });
        }
      })
      .update({ ended_at: at.toISOString() });
  }
}

/** Removes alerts of what is over since before a time. Returns how many. */
export async function deleteEndedAlerts(
  knex: Knex,
  endedBefore: string,
): Promise<number> {
  return await knex('alerts').where('ended_at', '<', endedBefore).delete();
}
