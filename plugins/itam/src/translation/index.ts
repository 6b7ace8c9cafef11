export * from './labels';
export { itamTranslationRef } from './ref';
export type { Texts } from './texts';
export * from './useTexts';
