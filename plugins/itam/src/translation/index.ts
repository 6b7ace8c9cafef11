export * from './labels';
export { itamTranslationRef } from './ref';
export { itamSectionTranslationRef } from './sectionRef';
export type { SectionTexts, Texts } from './texts';
export * from './useTexts';
