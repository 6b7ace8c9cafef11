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
    evaluate: (spec, _facts, _settings, asOf) => [
      isInUse(spec) &&
        spec.endOfLife !== undefined &&
        spec.endOfLife < asOf && {
          path: 'spec.endOfLife',
          message: `The end of life was on ${spec.endOfLife} and the asset is still in use. Replace it, or set a new date with a reason.`,
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
    evaluate: (spec, _facts, _settings, asOf) => [
      isInUse(spec) &&
        spec.supportUntil !== undefined &&
        spec.supportUntil < asOf && {
          path: 'spec.supportUntil',
          message: `Support of ${
            spec.version === undefined
              ? 'the version'
              : `version ${spec.version}`
          } ended on ${
            spec.supportUntil
          }. Upgrade to a version that is supported.`,
        },
    ],
  }),
  assetRule({
    id: 'erasure-evidence-missing',
    area: 'security',
    severity: 'error',
    title: 'Left without evidence of data erasure',
    description:
      'What stores data leaves only after its data was erased, and there is evidence of it.',
    evaluate: spec => [
      hasLeft(spec) &&
        storesData(spec.type) &&
        spec.disposal?.method !== 'lost' &&
        spec.disposal?.erasureEvidence === undefined && {
          path: 'spec.disposal.erasureEvidence',
          message: `The asset is ${statusOf(
            spec,
          )} and stores data, but nothing shows that it was erased. Link the evidence.`,
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
    evaluate: spec => [
      (statusOf(spec) === 'missing' || spec.disposal?.method === 'lost') &&
        storesData(spec.type) && {
          path: 'spec.status',
          message:
            'The asset is missing and stores data. Report it to security, lock or wipe it remotely, and find or retire it.',
        },
    ],
  }),
  assetRule({
    id: 'rights-ended',
    area: 'security',
    severity: 'warning',
    title: 'Rights of use ended',
    description: 'Content is used only while the rights to it last.',
    evaluate: (spec, _facts, _settings, asOf) => [
      isInUse(spec) &&
        spec.rights?.until !== undefined &&
        spec.rights.until < asOf && {
          path: 'spec.rights.until',
          message: `The rights of use ended on ${spec.rights.until} and the asset is still in use. Renew the rights, or take it out of use.`,
        },
    ],
  }),
];
