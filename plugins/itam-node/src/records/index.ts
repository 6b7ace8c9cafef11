export {
  createItamRecordConditionalDecision,
  itamRecordConditions,
} from './conditions';
export { matchesItamRecordFilter, type ItamRecordFilter } from './filter';
export {
  itamRecordPermissionResourceRef,
  type ItamRecordResource,
} from './resource';
export { itamRecordPermissionRules } from './rules';
