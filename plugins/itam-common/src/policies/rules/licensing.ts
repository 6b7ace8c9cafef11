import parseSpdx from 'spdx-expression-parse';
import { shownText } from '../../entities/validation/describe';
import { addDays } from '../../values';
import { licenseRule, type PolicyRule } from '../PolicyRule';
import { isExpressionAllowed } from './spdxAllowance';

/** Rules about licences. */
export const LICENSING_RULES: readonly PolicyRule[] = [
  licenseRule({
    id: 'license-short',
    area: 'licensing',
    severity: 'error',
    title: 'Under-licensed',
    description: 'No more is used than is entitled.',
    texts: {
      message:
        'More of "{{product}}" is used than entitled. Buy the difference, or reclaim what is not needed.',
    },
    evaluate: (spec, facts) => {
      const { applicable, balance = null } = facts.position ?? {};
      return [
        applicable === true &&
          balance !== null &&
          balance < 0 && {
            path: 'spec.quantity',
            // No numbers: licences that its reader may not see count, too.
            variant: 'message',
            values: { product: shownText(spec.product) },
          },
      ];
    },
  }),
  licenseRule({
    id: 'license-unused',
    area: 'licensing',
    severity: 'warning',
    title: 'Unused seats',
    description: 'Entitlements that nobody uses are reclaimed or not renewed.',
    texts: {
      message:
        'More than {{percent}} percent of "{{product}}" are not used. Reclaim them, or renew for less.',
    },
    numbers: {
      percent: {
        default: 10,
        minimum: 0,
        maximum: 100,
        description: 'Percent of the entitlement that may be unused.',
      },
    },
    evaluate: (spec, facts, settings) => {
      const {
        applicable,
        unused = null,
        entitled = null,
      } = facts.position ?? {};
      const percent = settings.number('percent');
      return [
        applicable === true &&
          unused !== null &&
          unused > 0 &&
          entitled !== null &&
          unused * 100 > entitled * percent && {
            path: 'spec.quantity',
            variant: 'message',
            values: { percent, product: shownText(spec.product) },
          },
      ];
    },
  }),
  licenseRule({
    id: 'license-expired',
    area: 'licensing',
    severity: 'error',
    title: 'Licence expired with seats assigned',
    description: 'A licence whose term is over has no seats any more.',
    texts: {
      message_one:
        'The term ended on {{day}}, and {{count}} seat is still assigned. Renew the licence, or reclaim the seats.',
      message_other:
        'The term ended on {{day}}, and {{count}} seats are still assigned. Renew the licence, or reclaim the seats.',
    },
    evaluate: (spec, _facts, _settings, asOf) => {
      const end = spec.term?.end;
      const seats = (spec.assignments ?? []).filter(
        ({ from, until }) =>
          (from ?? '') <= asOf && (until === undefined || until >= asOf),
      ).length;
      return [
        end !== undefined &&
          end < asOf &&
          seats > 0 && {
            path: 'spec.term.end',
            variant: 'message',
            values: { day: end, count: seats },
          },
      ];
    },
  }),
  licenseRule({
    id: 'license-ends-soon',
    area: 'licensing',
    severity: 'info',
    title: 'Licence ends soon',
    description: 'Whether to renew a licence is decided before it ends.',
    texts: {
      message:
        'The licence ends on {{day}}. Decide whether to renew it, and for how many.',
    },
    numbers: {
      days: {
        default: 60,
        minimum: 1,
        maximum: 365,
        description: 'Days before the end from which it is a finding.',
      },
    },
    evaluate: (spec, _facts, settings, asOf) => {
      const end = spec.term?.end;
      return [
        end !== undefined &&
          // With a contract, that is what is renewed.
          spec.contract === undefined &&
          end >= asOf &&
          end <= addDays(asOf, settings.number('days')) && {
            path: 'spec.term.end',
            variant: 'message',
            values: { day: end },
          },
      ];
    },
  }),
  licenseRule({
    id: 'license-quantity-missing',
    area: 'licensing',
    severity: 'warning',
    title: 'No quantity',
    description:
      'A licence says how much it entitles to, so that its use can be compared; open source needs not.',
    texts: {
      message:
        'The licence does not say how much it entitles to, so its position is not known. Enter the quantity.',
    },
    evaluate: spec => [
      spec.type !== 'open-source' &&
        spec.quantity === undefined && {
          path: 'spec.quantity',
          variant: 'message',
        },
    ],
  }),
  licenseRule({
    id: 'open-source-expression',
    area: 'licensing',
    severity: 'error',
    title: 'Open-source licence not allowed',
    description:
      'Open source is used under licences on the list of allowed ones, where there is such a list, and under none of those denied.',
    texts: {
      notStated:
        'The open-source licence is not stated. Enter its SPDX expression, such as MIT OR Apache-2.0.',
      notAllowed:
        '"{{expression}}" cannot be used under allowed licences only. Replace the component, or have its licence allowed.',
    },
    lists: {
      allow: {
        default: [],
        description: 'SPDX ids that are allowed; all when the list is empty.',
      },
      deny: {
        default: ['AGPL-3.0-only', 'AGPL-3.0-or-later', 'SSPL-1.0', 'BUSL-1.1'],
        description: 'SPDX ids that are denied.',
      },
    },
    evaluate: (spec, _facts, settings) => {
      if (spec.licenseExpression === undefined) {
        return [
          spec.type === 'open-source' && {
            path: 'spec.licenseExpression',
            variant: 'notStated',
          },
        ];
      }
      const allowed = isExpressionAllowed(parseSpdx(spec.licenseExpression), {
        allow: settings.list('allow'),
        deny: settings.list('deny'),
      });
      return [
        !allowed && {
          path: 'spec.licenseExpression',
          variant: 'notAllowed',
          values: { expression: shownText(spec.licenseExpression) },
        },
      ];
    },
  }),
];
