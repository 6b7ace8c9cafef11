import { shownText } from '../../entities/validation/describe';
import { requirementsFor } from '../../lifecycle';
import { REQUIRED_EVIDENCE } from '../../lifecycle/requiredEvidence';
import { addDays } from '../../values';
import { assetRule, type PolicyRule } from '../PolicyRule';
import { hasLeft, isHeld, statusOf } from './assetState';

/** What another rule says better, or another area is about. */
const ELSEWHERE: ReadonlySet<string> = new Set([
  // security: erasure-evidence-missing
  'spec.disposal.erasureEvidence',
  // financial: proceeds-missing
  'spec.financials.proceeds',
  // ownership: in-use-by-nobody
  'spec.services',
]);

/** Rules about the course of an asset's life. */
export const LIFECYCLE_RULES: readonly PolicyRule[] = [
  assetRule({
    id: 'stage-evidence-missing',
    area: 'life-cycle',
    severity: 'warning',
    title: 'Evidence of the stage missing',
    description:
      'Each life-cycle stage asks for what shows that it was reached: an order, a tag, a place, a date.',
    texts: {
      message: 'The stage {{stage}} lacks {{evidence}}. Fill in {{path}}.',
      planning: 'planning',
      procurement: 'procurement',
      deployment: 'deployment',
      maintenance: 'maintenance',
      decommission: 'decommission',
      ...REQUIRED_EVIDENCE,
    },
    evaluate: (spec, facts) =>
      requirementsFor(spec.stage, spec, {
        ...(facts.coveredByContract === undefined
          ? {}
          : { coveredByContract: facts.coveredByContract }),
      })
        .filter(({ path }) => !ELSEWHERE.has(path))
        .filter(
          // A contract may stand for an order; whether there is one is unknown.
          ({ path }) =>
            path !== 'spec.financials.purchase.order' ||
            facts.coveredByContract !== undefined,
        )
        .map(({ path }) => ({
          path,
          subject: path,
          variant: 'message',
          values: {
            stage: [{ text: spec.stage }],
            evidence: [{ text: path }],
            path,
          },
        })),
  }),
  assetRule({
    id: 'delivery-overdue',
    area: 'life-cycle',
    severity: 'warning',
    title: 'Delivery overdue',
    description: 'What was ordered is received by the date it is expected.',
    texts: {
      message:
        'The delivery was expected on {{day}}. Record that it was received, or set a new date.',
    },
    numbers: {
      graceDays: {
        default: 7,
        minimum: 0,
        maximum: 365,
        description: 'Days after the expected date before it is a finding.',
      },
    },
    evaluate: (spec, _facts, settings, asOf) => [
      statusOf(spec) === 'ordered' &&
        spec.expected !== undefined &&
        addDays(spec.expected, settings.number('graceDays')) < asOf && {
          path: 'spec.expected',
          variant: 'message',
          values: { day: spec.expected },
        },
    ],
  }),
  assetRule({
    id: 'loan-overdue',
    area: 'life-cycle',
    severity: 'warning',
    title: 'Loan overdue',
    description: 'What is on loan comes back by the date agreed.',
    texts: {
      message:
        '{{holder}} was to return the asset by {{day}}. Take it back, or agree on a new date.',
    },
    evaluate: (_spec, facts, _settings, asOf) =>
      (facts.openLoans ?? [])
        .filter(({ dueBack }) => dueBack < asOf)
        .map(({ to, dueBack }) => ({
          subject: to,
          variant: 'message',
          values: { holder: to, day: dueBack },
        })),
  }),
  assetRule({
    id: 'servicing-overdue',
    area: 'life-cycle',
    severity: 'warning',
    title: 'Servicing overdue',
    description: 'Servicing is done by the day it is due.',
    texts: {
      message:
        '"{{title}}" was due on {{day}}. Have it done and record it, or set a new date.',
    },
    evaluate: (spec, facts, _settings, asOf) =>
      hasLeft(spec)
        ? []
        : (facts.openServicings ?? [])
            .filter(({ dueOn }) => dueOn < asOf)
            .map(({ title, dueOn }) => ({
              subject: `${title} ${dueOn}`,
              variant: 'message',
              values: { title: shownText(title), day: dueOn },
            })),
  }),
  assetRule({
    id: 'last-seen',
    area: 'life-cycle',
    severity: 'warning',
    title: 'Not seen for long',
    description:
      'An asset in use is seen by discovery or an audit from time to time, so that it is known to work.',
    texts: {
      message:
        'The asset was last seen on {{day}}, more than {{days}} days ago. Find it, or mark it as missing.',
    },
    numbers: {
      days: {
        default: 90,
        minimum: 1,
        maximum: 3_650,
        description: 'Days without being seen before it is a finding.',
      },
    },
    evaluate: (spec, facts, settings, asOf) => {
      const seen = [spec.lastSeen, facts.lastSeenOn]
        .filter(date => date !== undefined)
        .sort()
        .pop();
      const days = settings.number('days');
      return [
        spec.stage === 'maintenance' &&
          statusOf(spec) !== 'missing' &&
          seen !== undefined &&
          addDays(seen, days) < asOf && {
            path: 'spec.lastSeen',
            variant: 'message',
            values: { day: seen, days },
          },
      ];
    },
  }),
  assetRule({
    id: 'not-in-last-audit',
    area: 'life-cycle',
    severity: 'warning',
    title: 'Not seen in the last audit',
    description: 'What an audit did not find is looked for.',
    texts: {
      message:
        'The audit closed on {{day}} did not find the asset. Look for it, or mark it as missing.',
    },
    evaluate: (spec, facts) => [
      isHeld(spec) &&
        statusOf(spec) !== 'missing' &&
        facts.lastAudit?.wasSeen === false &&
        // Seen since then: found again.
        (facts.lastSeenOn ?? spec.lastSeen ?? '') <=
          facts.lastAudit.closedOn && {
          variant: 'message',
          values: { day: facts.lastAudit.closedOn },
        },
    ],
  }),
  assetRule({
    id: 'retired-too-long',
    area: 'life-cycle',
    severity: 'info',
    title: 'Retired for long',
    description:
      'A retired asset is disposed of, sold or donated rather than kept for ever.',
    texts: {
      message:
        'The asset was retired on {{day}} and is still there. Dispose of it, sell or donate it, or take it back into use.',
    },
    numbers: {
      days: {
        default: 180,
        minimum: 1,
        maximum: 3_650,
        description: 'Days an asset may be retired before it is a finding.',
      },
    },
    evaluate: (spec, _facts, settings, asOf) => [
      statusOf(spec) === 'retired' &&
        spec.disposal !== undefined &&
        addDays(spec.disposal.date, settings.number('days')) < asOf && {
          path: 'spec.disposal',
          variant: 'message',
          values: { day: spec.disposal.date },
        },
    ],
  }),
];
