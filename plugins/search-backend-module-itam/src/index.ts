/**
 * Records of the ITAM register in Backstage search.
 *
 * @packageDocumentation
 */
export { searchModuleItam as default } from './module';
export type { ItamRecordDocument } from './collator/ItamRecordDocument';
