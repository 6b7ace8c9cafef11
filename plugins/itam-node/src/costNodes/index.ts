export {
  createItamCostNodeConditionalDecision,
  itamCostNodeConditions,
} from './conditions';
export { matchesItamCostNodeFilter, type ItamCostNodeFilter } from './filter';
export {
  itamCostNodePermissionResourceRef,
  type ItamCostNodeResource,
} from './resource';
export { itamCostNodePermissionRules } from './rules';
