import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { useMemo } from 'react';
import { commonTexts, sectionTexts, type LazyTexts } from './loadTexts';
import type { sectionMessages } from './sectionMessages';
import {
  sectionTextsWrittenBy,
  textsWrittenBy,
  type SectionTexts,
  type Texts,
} from './texts';

/** Writes the text at a key; suspends while the texts are loaded. */
function useWriter(texts: LazyTexts): (key: string, values: object) => unknown {
  const loaded = texts.loaded();
  if (!loaded) {
    throw texts.load();
  }
  const { t } = useTranslationRef(loaded);
  return useMemo(
    () => (key, values) =>
      // What is filled in is text and no markup: React escapes it.
      t(key, { ...values, interpolation: { escapeValue: false } }),
    [t],
  );
}

/**
 * The texts of host pages, records and the register in the reader's language;
 * suspends while they are loaded.
 */
export function useTexts(): Texts {
  const write = useWriter(commonTexts);
  return useMemo(() => textsWrittenBy(write), [write]);
}

/** First parts of the keys that are texts of tabs. */
const SECTIONS: Record<keyof typeof sectionMessages, true> = {
  audits: true,
  calendar: true,
  discoveries: true,
  finance: true,
  health: true,
  imports: true,
  organisation: true,
  policies: true,
  suppliers: true,
};

/**
 * The texts of tabs and all others in the reader's language; suspends while they
 * are loaded, which pages without a tab should not have to wait for.
 */
export function useSectionTexts(): SectionTexts {
  const writeCommon = useWriter(commonTexts);
  const writeSection = useWriter(sectionTexts);
  return useMemo(
    () =>
      sectionTextsWrittenBy((key, values) => {
        const [section] = key.split('.', 1);
        const write = section in SECTIONS ? writeSection : writeCommon;
        return write(key, values);
      }),
    [writeCommon, writeSection],
  );
}
