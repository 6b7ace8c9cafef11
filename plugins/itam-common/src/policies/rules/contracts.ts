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
            message: `Notice is in time until ${lastNoticeDay}. Decide: record the notice, or confirm the renewal.`,
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
    evaluate: (spec, _facts, _settings, asOf) => {
      const { state, currentEndExclusive } = renewalState(spec, asOf, 0);
      return [
        state === 'expired' && {
          path: 'spec.term.end',
          message: `The contract ran out before ${currentEndExclusive} and nobody renewed it. Confirm its renewal, or end it.`,
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
    evaluate: (spec, _facts, _settings, asOf) => {
      const { state, currentEndExclusive } = renewalState(spec, asOf, 0);
      return [
        state === 'expiring' &&
          spec.renewal?.kind !== 'automatic' && {
            path: 'spec.term.end',
            message: `The contract ends before ${currentEndExclusive}. Renew it, or decide what follows it.`,
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
    evaluate: (spec, facts, _settings, asOf) => {
      const { state } = renewalState(spec, asOf, 0);
      return [
        COVERING_TYPES.has(spec.type) &&
          state !== 'ended' &&
          state !== 'expired' &&
          ((spec.covers ?? []).length === 0 || facts.coveredRecords === 0) && {
            path: 'spec.covers',
            message:
              (spec.covers ?? []).length === 0
                ? 'The contract names no record that it covers. Name the assets, licences or services it is for.'
                : 'Nothing that the contract covers is in the register or the catalog any more. Correct what it covers, or end it.',
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
    evaluate: spec => [
      spec.renewal?.kind === 'automatic' &&
        spec.renewal.noticeDays === undefined &&
        spec.renewal.noticeMonths === undefined && {
          path: 'spec.renewal',
          message:
            'The contract renews itself, but its notice period is not known. Enter noticeDays or noticeMonths.',
        },
    ],
  }),
];
