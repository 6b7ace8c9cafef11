import { storesData } from '../../entities/asset/assetClasses';
import { assetRule, type PolicyRule } from '../PolicyRule';
import { hasLeft, isInUse, statusOf } from './assetState';

/** Rules about risks. */
export const SECURITY_RULES: readonly PolicyRule[] = [
  assetRule({
    id: 'end-of-life-passed',
    area: 'security',
    severity: 'error',
    title: 'In use beyond end of life',
    description: 'What has reached its end of life is replaced.',
    texts: {
      message:
        'The end of life was on {{day}} and the asset is still in use. Replace it, or set a new date with a reason.',
    },
    evaluate: (spec, _facts, _settings, asOf) => [
      isInUse(spec) &&
        spec.endOfLife !== undefined &&
        spec.endOfLife < asOf && {
          path: 'spec.endOfLife',
          variant: 'message',
          values: { day: spec.endOfLife },
        },
    ],
  }),
  assetRule({
    id: 'support-ended',
    area: 'security',
    severity: 'error',
    title: 'In use without support',
    description:
      'Versions in use are supported, so that their flaws are repaired.',
    texts: {
      message:
        'Support of the version ended on {{day}}. Upgrade to a version that is supported.',
      version:
        'Support of version {{version}} ended on {{day}}. Upgrade to a version that is supported.',
    },
    evaluate: (spec, _facts, _settings, asOf) => {
      const { supportUntil: day, version } = spec;
      if (!isInUse(spec) || day === undefined || day >= asOf) {
        return [];
      }
      const path = 'spec.supportUntil';
      return version === undefined
        ? [{ path, variant: 'message', values: { day } }]
        : [{ path, variant: 'version', values: { day, version } }];
    },
  }),
  assetRule({
    id: 'erasure-evidence-missing',
    area: 'security',
    severity: 'error',
    title: 'Left without evidence of data erasure',
    description:
      'What stores data leaves only after its data was erased, and there is evidence of it.',
    texts: {
      message:
        'The asset is {{status}} and stores data, but nothing shows that it was erased. Link the evidence.',
      disposed: 'disposed',
      sold: 'sold',
      donated: 'donated',
    },
    evaluate: spec => [
      hasLeft(spec) &&
        storesData(spec.type) &&
        spec.disposal?.method !== 'lost' &&
        spec.disposal?.erasureEvidence === undefined && {
          path: 'spec.disposal.erasureEvidence',
          variant: 'message',
          values: { status: [{ text: statusOf(spec) }] },
        },
    ],
  }),
  assetRule({
    id: 'data-device-missing',
    area: 'security',
    severity: 'error',
    title: 'Device with data missing',
    description:
      'A missing device that stores data is a possible breach, to be reported and closed.',
    texts: {
      message:
        'The asset is missing and stores data. Report it to security, lock or wipe it remotely, and find or retire it.',
    },
    evaluate: spec => [
      (statusOf(spec) === 'missing' || spec.disposal?.method === 'lost') &&
        storesData(spec.type) && {
          path: 'spec.status',
          variant: 'message',
        },
    ],
  }),
  assetRule({
    id: 'rights-ended',
    area: 'security',
    severity: 'warning',
    title: 'Rights of use ended',
    description: 'Content is used only while the rights to it last.',
    texts: {
      message:
        'The rights of use ended on {{day}} and the asset is still in use. Renew the rights, or take it out of use.',
    },
    evaluate: (spec, _facts, _settings, asOf) => [
      isInUse(spec) &&
        spec.rights?.until !== undefined &&
        spec.rights.until < asOf && {
          path: 'spec.rights.until',
          variant: 'message',
          values: { day: spec.rights.until },
        },
    ],
  }),
];
