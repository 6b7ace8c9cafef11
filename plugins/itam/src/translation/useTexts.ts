import {
  type TranslationFunction,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { itamTranslationRef } from './ref';

/** Writes a text of the plugin. */
export type Texts = TranslationFunction<(typeof itamTranslationRef)['T']>;

/**
 * The texts in the reader's language.
 */
export function useTexts(): Texts {
  return useTranslationRef(itamTranslationRef).t;
}
