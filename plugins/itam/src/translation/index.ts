export * from './labels';
export { itamTranslationRef } from './ref';
export { itamRuleTranslationRef } from './ruleRef';
export { itamSectionTranslationRef } from './sectionRef';
export type { SectionTexts, Texts } from './texts';
export * from './typeText';
export * from './useRuleTexts';
export * from './useTexts';
