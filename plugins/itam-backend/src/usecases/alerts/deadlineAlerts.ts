import { addDays, alertStage } from '@backstage-itam/plugin-itam-common';
import type { Knex } from 'knex';
import type { RegisterConfig } from '../../config';
import type { AlertKind, AlertRule } from '../../config/alertsConfig';
import { wholeRegister } from '../../permissions/wholeRegister';
import {
  readDeadlines,
  type Deadline,
  type DeadlineKind,
} from '../deadlines/readDeadlines';
import { recordPath } from '../portalPaths';
import { recipientsOf, type AlertEvent, type AlertMessage } from './alertEvent';

/** Earlier than any date. */
const EVER = '0001-01-01';

interface DeadlineAlert {
  alert: AlertKind;
  deadline: DeadlineKind;
  /** Whether the event goes on until somebody ends it. */
  lasting: boolean;
  message(
    deadline: Deadline,
    today: string,
  ): Pick<AlertMessage, 'title' | 'description' | 'severity' | 'topic'>;
}

const DEADLINE_ALERTS: readonly DeadlineAlert[] = [
  {
    alert: 'noticeDeadline',
    deadline: 'notice',
    lasting: false,
    message: ({ record, on }, today) => ({
      title: `Notice deadline: ${record.title}`,
      description:
        on < today
          ? `The last day to give notice was ${on}.`
          : `Give notice by ${on}, or the contract goes on.`,
      severity: 'high',
      topic: 'IT assets: notice deadlines',
    }),
  },
  {
    alert: 'warrantyEnd',
    deadline: 'warranty-end',
    lasting: false,
    message: ({ record, on }, today) => ({
      title: `Warranty ends: ${record.title}`,
      description:
        on < today
          ? `The warranty ended on ${on}.`
          : `The warranty ends on ${on}.`,
      severity: 'normal',
      topic: 'IT assets: warranties',
    }),
  },
  {
    alert: 'servicingDue',
    deadline: 'servicing-due',
    lasting: false,
    message: ({ record, on, detail }, today) => ({
      title: `Servicing due: ${record.title}`,
      description: `${detail} ${on < today ? 'was' : 'is'} due again on ${on}.`,
      severity: 'normal',
      topic: 'IT assets: servicing',
    }),
  },
  {
    alert: 'loanOverdue',
    deadline: 'loan-due',
    lasting: true,
    message: ({ record, on }) => ({
      title: `Loan overdue: ${record.title}`,
      description: `It was to be given back by ${on}.`,
      severity: 'normal',
      topic: 'IT assets: loans',
    }),
  },
];

/**
 * The deadlines that have come to one of their thresholds, a part at a time.
 *
 * @param today - ISO calendar date
 * @param catchUpDays - Days before today whose alerts may not have been sent
 */
export async function* deadlineAlerts(
  deps: { database: Knex; config: Pick<RegisterConfig, 'alerts' | 'pagePath'> },
  today: string,
  catchUpDays: number,
): AsyncGenerator<AlertEvent[]> {
  const { database, config } = deps;
  for (const one of DEADLINE_ALERTS) {
    const rule = config.alerts.rules[one.alert];
    if (rule.enabled) {
      const parts = readDeadlines(database, new Set([one.deadline]), {
        access: wholeRegister,
        today,
        ...rangeOf(one, rule, today, catchUpDays),
      });
      for await (const part of parts) {
        yield part.flatMap(deadline =>
          eventOf(one, rule, deadline, today, config.pagePath),
        );
      }
    }
  }
}

function rangeOf(
  { lasting }: DeadlineAlert,
  { stages }: AlertRule,
  today: string,
  catchUpDays: number,
): { from: string; to?: string } {
  const to = addDays(today, Math.max(...stages));
  if (lasting) {
    return { from: EVER, to };
  }
  // Ends that are over can be behind any later end of their record.
  return catchUpDays > 0
    ? { from: addDays(today, -catchUpDays) }
    : { from: today, to };
}

function eventOf(
  one: DeadlineAlert,
  rule: AlertRule,
  deadline: Deadline,
  today: string,
  pagePath: string,
): AlertEvent[] {
  const { record, on, part } = deadline;
  const stage = alertStage(on, today, rule.stages);
  return stage === undefined
    ? []
    : [
        {
          kind: one.alert,
          subject: part === '' ? record.ref : `${record.ref}#${part}`,
          dueOn: on,
          stage,
          recipients: recipientsOf(rule, {
            owners: [deadline.ownerRef],
            holder: deadline.holderRef,
          }),
          message: {
            ...one.message(deadline, today),
            link: recordPath(pagePath, record.ref),
          },
        },
      ];
}
