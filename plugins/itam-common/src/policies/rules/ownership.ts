import { ownerInForce, servicesInForce } from '../../entities/inForce';
import { anyRule, assetRule, type PolicyRule } from '../PolicyRule';
import { hasLeft, isInUse } from './assetState';

/** Rules about who is responsible. */
export const OWNERSHIP_RULES: readonly PolicyRule[] = [
  anyRule({
    id: 'owner-missing',
    area: 'ownership',
    severity: 'error',
    title: 'No owner in the catalog',
    description:
      'Every record has an owner that the catalog knows, so that somebody answers for it.',
    texts: {
      none: 'No owner is in force on {{day}}. Name a Group or User from an earlier date.',
      unknown:
        'The owner {{owner}} is not in the catalog. Name a Group or User that is, or register it.',
    },
    evaluate: (record, facts, _settings, asOf) => {
      if (record.kind === 'Asset' && hasLeft(record.spec)) {
        return [];
      }
      const owner = ownerInForce(record.spec.owner, asOf);
      if (owner === undefined) {
        return [
          {
            path: 'spec.owner',
            variant: 'none',
            values: { day: asOf },
          },
        ];
      }
      return [
        facts.owner === 'absent' && {
          path: 'spec.owner',
          variant: 'unknown',
          values: { owner },
        },
      ];
    },
  }),
  anyRule({
    id: 'owner-left',
    area: 'ownership',
    severity: 'error',
    title: 'Owner has left',
    description:
      'A record whose owner was removed from the catalog is handed over to somebody else.',
    texts: {
      message:
        'The owner {{owner}} is no longer in the catalog. Hand the record over to another Group or User.',
    },
    evaluate: (record, facts, _settings, asOf) => [
      facts.owner === 'left' &&
        !(record.kind === 'Asset' && hasLeft(record.spec)) && {
          path: 'spec.owner',
          variant: 'message',
          values: { owner: ownerInForce(record.spec.owner, asOf) ?? '' },
        },
    ],
  }),
  assetRule({
    id: 'holder-left',
    area: 'ownership',
    severity: 'error',
    title: 'Holder has left',
    description:
      'What somebody held who is no longer in the catalog is returned or given to somebody else.',
    texts: {
      left: '{{holder}} holds the asset and is no longer in the catalog. Take it back, or assign it to somebody else.',
      unknown:
        '{{holder}} holds the asset and is not in the catalog. Correct the assignee, or take the asset back.',
    },
    evaluate: (spec, facts) => [
      spec.assignee !== undefined &&
        !hasLeft(spec) &&
        (facts.assignee === 'left' || facts.assignee === 'absent') && {
          path: 'spec.assignee',
          variant: facts.assignee === 'left' ? 'left' : 'unknown',
          values: { holder: spec.assignee },
        },
    ],
  }),
  assetRule({
    id: 'in-use-by-nobody',
    area: 'ownership',
    severity: 'warning',
    title: 'In use by nobody',
    description:
      'An asset in use has an assignee, services that use it, or is part of another asset.',
    texts: {
      message:
        'The asset is in use, but nobody holds it and no service uses it. Name its assignee or services, or return it to stock.',
    },
    evaluate: (spec, _facts, _settings, asOf) => [
      isInUse(spec) &&
        spec.assignee === undefined &&
        spec.partOf === undefined &&
        servicesInForce(spec.services, asOf).length === 0 && {
          path: 'spec.services',
          variant: 'message',
        },
    ],
  }),
  anyRule({
    id: 'service-missing',
    area: 'ownership',
    severity: 'warning',
    title: 'Service not in the catalog',
    description:
      'Services that use a record are in the catalog; otherwise nobody sees their share of its cost.',
    texts: {
      message:
        '{{service}} uses the record and is not in the catalog. Correct the reference, or register the service.',
    },
    evaluate: (_record, facts) =>
      (facts.missingServices ?? []).map(ref => ({
        path: 'spec.services',
        subject: ref,
        variant: 'message',
        values: { service: ref },
      })),
  }),
];
