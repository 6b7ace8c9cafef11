import { shownText } from '../../entities/validation/describe';
import { assetRule, contractRule, type PolicyRule } from '../PolicyRule';
import { isHeld, isInUse } from './assetState';

/** Rules about records that cannot be relied on. */
export const DATA_QUALITY_RULES: readonly PolicyRule[] = [
  assetRule({
    id: 'duplicate-tag',
    area: 'data-quality',
    severity: 'error',
    title: 'Tag used twice',
    description: 'Each inventory tag is on one asset.',
    texts: {
      message:
        'Another record has the tag "{{tag}}". Retag one of them, or remove the record that is one too many.',
    },
    evaluate: (spec, facts) => [
      spec.tag !== undefined &&
        facts.hasDuplicateTag === true && {
          path: 'spec.tag',
          variant: 'message',
          values: { tag: shownText(spec.tag) },
        },
    ],
  }),
  assetRule({
    id: 'duplicate-serial',
    area: 'data-quality',
    severity: 'error',
    title: 'Serial number used twice',
    description: 'Each serial number of a manufacturer is one asset.',
    texts: {
      message:
        'Another record has the serial number "{{serialNumber}}" of the same manufacturer. Correct one of them, or remove the record that is one too many.',
    },
    evaluate: (spec, facts) => [
      spec.serialNumber !== undefined &&
        facts.hasDuplicateSerial === true && {
          path: 'spec.serialNumber',
          variant: 'message',
          values: { serialNumber: shownText(spec.serialNumber) },
        },
    ],
  }),
  assetRule({
    id: 'hardware-unidentified',
    area: 'data-quality',
    severity: 'warning',
    title: 'Hardware without tag and serial number',
    description:
      'Hardware has a tag or serial number, so that it can be told from its like.',
    texts: {
      message:
        'The asset has neither a tag nor a serial number, so no audit can find it. Enter one of them.',
    },
    evaluate: spec => [
      spec.class === 'hardware' &&
        // What a deployment lacks is a finding of its stage.
        spec.stage === 'maintenance' &&
        (spec.quantity ?? 1) === 1 &&
        spec.tag === undefined &&
        spec.serialNumber === undefined && {
          path: 'spec.tag',
          variant: 'message',
        },
    ],
  }),
  assetRule({
    id: 'model-missing',
    area: 'data-quality',
    severity: 'info',
    title: 'No manufacturer or model',
    description:
      'Hardware has a manufacturer and a model, so that support and replacement are known.',
    texts: {
      manufacturer: 'The manufacturer is not known. Enter it.',
      model: 'The model is not known. Enter it.',
    },
    evaluate: spec =>
      spec.class === 'hardware' && isHeld(spec)
        ? (['manufacturer', 'model'] as const)
            .filter(field => spec[field] === undefined)
            .map(field => ({
              path: `spec.${field}`,
              subject: field,
              variant: field,
            }))
        : [],
  }),
  assetRule({
    id: 'in-service-missing',
    area: 'data-quality',
    severity: 'info',
    title: 'No first day in service',
    description:
      'What is in use says since when, as depreciation and age count from there.',
    texts: {
      message:
        'The asset is in use, but not since when. Enter its first day in service.',
    },
    evaluate: spec => [
      isInUse(spec) &&
        spec.inService === undefined && {
          path: 'spec.inService',
          variant: 'message',
        },
    ],
  }),
  contractRule({
    id: 'contract-number-missing',
    area: 'data-quality',
    severity: 'info',
    title: 'No contract number',
    description: 'A contract has the number its supplier knows it by.',
    texts: {
      message: 'The contract has no number. Enter the one on the paper.',
    },
    evaluate: spec => [
      spec.number === undefined && {
        path: 'spec.number',
        variant: 'message',
      },
    ],
  }),
];
