import {
  type TranslationRef,
  useTranslationRef,
} from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { itamTranslationRef } from './ref';
import { textsWrittenBy, type Texts } from './texts';

/** The same texts, whose keys are told apart by {@link Texts} alone. */
const anyTexts: TranslationRef<string, { [key in string]: string }> =
  itamTranslationRef;

/**
 * The texts in the reader's language.
 */
export function useTexts(): Texts {
  const { t } = useTranslationRef(anyTexts);
  return useMemo(
    () =>
      textsWrittenBy((key, values) =>
        // What is filled in is text and no markup: React escapes it.
        t(key, { ...values, interpolation: { escapeValue: false } }),
      ),
    [t],
  );
}
