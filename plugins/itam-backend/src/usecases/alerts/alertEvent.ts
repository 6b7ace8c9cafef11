import type { NotificationSeverity } from '@backstage/plugin-notifications-common';
import type { AlertRule } from '../../config/alertsConfig';
import type { AlertKey } from '../../stores/alerts/alertRows';

/** Something that is worth an alert, as it is today. */
export interface AlertEvent extends AlertKey {
  /** Falls as it gets more urgent. */
  stage: number;
  /** Refs of users and groups. */
  recipients: readonly string[];
  /** Holds no money: who is alerted need not be who may see costs. */
  message: AlertMessage;
}

/** What a recipient reads. */
export interface AlertMessage {
  title: string;
  description: string;
  /** Path in the portal. */
  link: string;
  severity: NotificationSeverity;
  topic: string;
}

/** Whom an alert is for, each once. */
export function recipientsOf(
  rule: Pick<AlertRule, 'recipients'>,
  of: { owners: readonly (string | null)[]; holder?: string | null },
): string[] {
  const refs = rule.recipients.flatMap(recipient => {
    switch (recipient) {
      case 'owner':
        return of.owners;
      case 'holder':
        return [of.holder ?? null];
      default:
        return [recipient];
    }
  });
  return [...new Set(refs.flatMap(ref => ref ?? []))];
}
