import { currentTerm, renewalState } from '../../contracts';
import { contractRule, type PolicyRule } from '../PolicyRule';

/** Types of contracts that are about certain records. */
const COVERING_TYPES: ReadonlySet<string> = new Set([
  'support',
  'maintenance',
  'warranty',
  'lease',
]);

/** Rules about contracts. */
export const CONTRACT_RULES: readonly PolicyRule[] = [
  contractRule({
    id: 'contract-notice-due',
    area: 'contracts',
    severity: 'warning',
    title: 'Notice due',
    description:
      'Whether to give notice is decided before the last day on which it is in time.',
    texts: {
      message:
        'Notice is in time until {{day}}. Decide: record the notice, or confirm the renewal.',
    },
    numbers: {
      days: {
        default: 30,
        minimum: 1,
        maximum: 365,
        description: 'Days before the deadline from which it is a finding.',
      },
    },
    evaluate: (spec, _facts, settings, asOf) => {
      const { state, lastNoticeDay, daysToNotice } = renewalState(
        spec,
        asOf,
        0,
      );
      const isOpen =
        state === 'active' || state === 'expiring' || state === 'notice-due';
      return [
        isOpen &&
          !currentTerm(spec, asOf).noticeGiven &&
          lastNoticeDay !== null &&
          daysToNotice !== null &&
          daysToNotice >= 0 &&
          daysToNotice <= settings.number('days') && {
            path: 'spec.renewal',
            subject: lastNoticeDay,
            variant: 'message',
            values: { day: lastNoticeDay },
          },
      ];
    },
  }),
  contractRule({
    id: 'contract-expired',
    area: 'contracts',
    severity: 'error',
    title: 'Contract expired',
    description:
      'A contract that is over was ended or renewed by decision, not forgotten.',
    texts: {
      message:
        'The contract ran out before {{day}} and nobody renewed it. Confirm its renewal, or end it.',
    },
    evaluate: (spec, _facts, _settings, asOf) => {
      const { state, currentEndExclusive } = renewalState(spec, asOf, 0);
      return [
        state === 'expired' &&
          currentEndExclusive !== null && {
            path: 'spec.term.end',
            variant: 'message',
            values: { day: currentEndExclusive },
          },
      ];
    },
  }),
  contractRule({
    id: 'contract-ends-soon',
    area: 'contracts',
    severity: 'info',
    title: 'Contract ends soon',
    description:
      'What follows a contract that does not renew itself is decided before it ends.',
    texts: {
      message:
        'The contract ends before {{day}}. Renew it, or decide what follows it.',
    },
    evaluate: (spec, _facts, _settings, asOf) => {
      const { state, currentEndExclusive } = renewalState(spec, asOf, 0);
      return [
        state === 'expiring' &&
          currentEndExclusive !== null &&
          spec.renewal?.kind !== 'automatic' && {
            path: 'spec.term.end',
            variant: 'message',
            values: { day: currentEndExclusive },
          },
      ];
    },
  }),
  contractRule({
    id: 'support-without-records',
    area: 'contracts',
    severity: 'warning',
    title: 'Covers no record',
    description:
      'A contract for support, maintenance, warranty or a lease covers records that exist.',
    texts: {
      namesNone:
        'The contract names no record that it covers. Name the assets, licences or services it is for.',
      nothingLeft:
        'Nothing that the contract covers is in the register or the catalog any more. Correct what it covers, or end it.',
    },
    evaluate: (spec, facts, _settings, asOf) => {
      const { state } = renewalState(spec, asOf, 0);
      return [
        COVERING_TYPES.has(spec.type) &&
          state !== 'ended' &&
          state !== 'expired' &&
          ((spec.covers ?? []).length === 0 || facts.coveredRecords === 0) && {
            path: 'spec.covers',
            variant:
              (spec.covers ?? []).length === 0 ? 'namesNone' : 'nothingLeft',
          },
      ];
    },
  }),
  contractRule({
    id: 'automatic-renewal-without-notice',
    area: 'contracts',
    severity: 'info',
    title: 'Renews itself without notice period',
    description:
      'A contract that renews itself states its notice period, so that the deadline is known.',
    texts: {
      message:
        'The contract renews itself, but its notice period is not known. Enter noticeDays or noticeMonths.',
    },
    evaluate: spec => [
      spec.renewal?.kind === 'automatic' &&
        spec.renewal.noticeDays === undefined &&
        spec.renewal.noticeMonths === undefined && {
          path: 'spec.renewal',
          variant: 'message',
        },
    ],
  }),
];
