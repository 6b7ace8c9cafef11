export * from './labels';
export { itamTranslationRef } from './ref';
export * from './useTexts';
