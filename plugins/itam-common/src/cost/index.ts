export * from './types';
export * from './options';
export * from './segmentValue';
export { costSegments, coveredRecordSegments } from './costSegments';
export type { ContractRecord } from './distribution';
export * from './costOfOwnership';
export * from './invoicedSegments';
export * from './recordCosts';
export * from './closing';
export * from './contractFindings';
export { type ExpectedReplacement, expectedReplacement } from './replacement';
export {
  costAffects,
  costDependencies,
  replacedRefOf,
} from './costDependencies';
export { replacesLicensePrice } from './contractSpans';
export { markRemoved, mergeDeclared } from './mergeDeclared';
export * from './conversion';
export * from './rates';
export * from './rollUp';
export * from '../charges';
