/**
 * IT assets, licences, contracts and their cost on Backstage pages, for
 * portals on the legacy frontend system. The new system's plugin is at
 * `/alpha`.
 *
 * @packageDocumentation
 */
export * from './legacy';
export { itamApiRef } from './api';
export { itamKindIcons } from './catalog/kindIcons';
export { ITAM_RELATION_PAIRS } from './catalog/relations';
export {
  budgetRouteRef,
  contractsRouteRef,
  financeCompareRouteRef,
  financeRouteRef,
  healthRouteRef,
  importRouteRef,
  importsRouteRef,
  licencesRouteRef,
  overviewRouteRef,
  ownershipRouteRef,
  recordRouteRef,
  registerRouteRef,
  rootRouteRef,
} from './routes';
export {
  itamRuleTranslationRef,
  itamSectionTranslationRef,
  itamTranslationRef,
} from './translation';
export { itamMenuTranslationRef } from './translation/menuRef';
