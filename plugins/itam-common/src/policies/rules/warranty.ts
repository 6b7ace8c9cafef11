import { addDays } from '../../values';
import { assetRule, type PolicyRule } from '../PolicyRule';
import { isInUse } from './assetState';

/** Rules about warranties. */
export const WARRANTY_RULES: readonly PolicyRule[] = [
  assetRule({
    id: 'warranty-ended',
    area: 'warranty',
    severity: 'warning',
    title: 'Out of warranty while in use',
    description:
      'What is in use has a warranty or a contract that covers it, so that a failure is somebody’s duty.',
    texts: {
      message:
        'The warranty ended on {{day}}, and no contract covers the asset. Extend it, cover it by a contract, or plan its replacement.',
    },
    evaluate: (spec, facts, _settings, asOf) => {
      const until = spec.warranty?.until;
      return [
        isInUse(spec) &&
          until !== undefined &&
          until < asOf &&
          facts.coveredByContract === false && {
            path: 'spec.warranty.until',
            variant: 'message',
            values: { day: until },
          },
      ];
    },
  }),
  assetRule({
    id: 'warranty-ends-soon',
    area: 'warranty',
    severity: 'info',
    title: 'Warranty ends soon',
    description: 'What follows a warranty is decided before it ends.',
    texts: {
      message:
        'The warranty ends on {{day}}. Extend it, cover the asset by a contract, or plan its replacement.',
    },
    numbers: {
      days: {
        default: 60,
        minimum: 1,
        maximum: 365,
        description: 'Days before the end from which it is a finding.',
      },
    },
    evaluate: (spec, facts, settings, asOf) => {
      const until = spec.warranty?.until;
      return [
        isInUse(spec) &&
          facts.coveredByContract === false &&
          until !== undefined &&
          until >= asOf &&
          until <= addDays(asOf, settings.number('days')) && {
            path: 'spec.warranty.until',
            variant: 'message',
            values: { day: until },
          },
      ];
    },
  }),
];
