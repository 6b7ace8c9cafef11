import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { loadedTexts, loadTexts } from './loadTexts';
import { textsWrittenBy, type Texts } from './texts';

/**
 * The texts in the reader's language; suspends while they are loaded.
 */
export function useTexts(): Texts {
  const texts = loadedTexts();
  if (!texts) {
    throw loadTexts();
  }
  const { t } = useTranslationRef(texts);
  return useMemo(
    () =>
      textsWrittenBy((key, values) =>
        // What is filled in is text and no markup: React escapes it.
        t(key, { ...values, interpolation: { escapeValue: false } }),
      ),
    [t],
  );
}
