/**
 * The plugin for portals on the new frontend system.
 *
 * @packageDocumentation
 */
export { itamPlugin as default } from './plugin';
export { itamCatalogGraphModule, itamCatalogModule } from './catalog/modules';
export {
  itamRuleTranslationRef,
  itamSectionTranslationRef,
  itamTranslationRef,
} from './translation';
export { itamMenuTranslationRef } from './translation/menuRef';
