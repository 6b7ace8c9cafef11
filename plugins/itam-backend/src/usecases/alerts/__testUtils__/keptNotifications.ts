import type {
  NotificationSendOptions,
  NotificationService,
} from '@backstage/plugin-notifications-node';

/** A notification as one recipient has it. */
export interface KeptNotification {
  recipient: string;
  title: string;
  description: string;
  link: string;
  scope: string;
  /** How often it was sent; more than once updates it. */
  sent: number;
}

/**
 * Notifications as the backend of Backstage keeps them: one for each recipient
 * and scope, which is updated when it is sent again.
 */
export class KeptNotifications implements NotificationService {
  readonly #kept = new Map<string, KeptNotification>();
  /** Called before and after one is taken; what it throws is the answer. */
  interrupt: (at: 'before' | 'after') => void = () => {};

  async send({ recipients, payload }: NotificationSendOptions): Promise<void> {
    this.interrupt('before');
    if (recipients.type !== 'entity') {
      throw new Error('Alerts are for somebody');
    }
    for (const recipient of [recipients.entityRef].flat()) {
      const { title, description = '', link = '', scope = '' } = payload;
      const key = `${recipient} ${scope}`;
      const sent = (this.#kept.get(key)?.sent ?? 0) + 1;
      this.#kept.set(key, { recipient, title, description, link, scope, sent });
    }
    this.interrupt('after');
  }

  /** All that are there, in order of recipient and title. */
  all(): KeptNotification[] {
    const keyOf = (one: KeptNotification) => `${one.recipient} ${one.title}`;
    return [...this.#kept.values()].sort((a, b) =>
      keyOf(a) < keyOf(b) ? -1 : 1,
    );
  }
}
