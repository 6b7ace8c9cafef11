import { billedSpans } from './billedSpans';
import { assetSpans } from './assetSpans';
import { contractSpans } from './contractSpans';
import { licenseSpans } from './licenseSpans';
import type { CostOptions } from './options';
import { replacementSpans } from './replacement';
import { servicingSpans } from './servicingSpans';
import { clipSpans, type CostSpan, untilRemoval } from './spans';
import type { CostContext, CostRecord } from './types';

/** All costs of a record as they accrue, whoever bears them. */
export function recordSpans(
  record: CostRecord,
  context: CostContext,
  options: CostOptions,
): CostSpan[] {
  return [
    ...untilRemoval(record, [
      ...spansOfKind(record, context, options),
      ...clipSpans(servicingSpans(record), options.horizonMonth),
      ...(options.replacements
        ? replacementSpans(record, context, options)
        : []),
    ]),
    ...clipSpans(billedSpans(record, 'accrued'), options.horizonMonth),
  ];
}

function spansOfKind(
  record: CostRecord,
  context: CostContext,
  options: CostOptions,
): CostSpan[] {
  switch (record.kind) {
    case 'Asset':
      return assetSpans(record.spec, options);
    case 'License':
      return licenseSpans(record, context, options);
    default:
      return contractSpans(record.spec, options);
  }
}
