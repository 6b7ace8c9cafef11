import type { TranslationRef } from '@backstage/frontend-plugin-api';

/** Texts, whose keys are told apart by `Texts` alone. */
export type AnyTexts = TranslationRef<string, { [key in string]: string }>;

/**
 * Texts that are large and apart from the pages, so that browsers get them once
 * and nothing of them before the first page that needs them.
 */
export interface LazyTexts {
  /** Loads them, once; after a failure the next page tries again. */
  load(): Promise<AnyTexts>;
  /** The texts, once they are loaded. */
  loaded(): AnyTexts | undefined;
}

function lazyTexts(load: () => Promise<AnyTexts>): LazyTexts {
  let loading: Promise<AnyTexts> | undefined;
  let loaded: AnyTexts | undefined;
  return {
    load: () => {
      loading ??= load().then(
        texts => {
          loaded = texts;
          return texts;
        },
        error => {
          loading = undefined;
          throw error;
        },
      );
      return loading;
    },
    loaded: () => loaded,
  };
}

/** The texts that any page of ours needs. */
export const commonTexts = lazyTexts(() =>
  import('./ref').then(module => module.itamTranslationRef),
);

/** Those that only tabs of IT Assets need. */
export const sectionTexts = lazyTexts(() =>
  import('./sectionRef').then(module => module.itamSectionTranslationRef),
);

/** Loads what is shown, and the texts it needs at the same time. */
export async function withTexts<Shown>(
  load: () => Promise<Shown>,
): Promise<Shown> {
  const [shown] = await Promise.all([load(), commonTexts.load()]);
  return shown;
}

/** Loads a tab that has texts of its own, and all its texts, at the same time. */
export async function withSectionTexts<Shown>(
  load: () => Promise<Shown>,
): Promise<Shown> {
  const [shown] = await Promise.all([withTexts(load), sectionTexts.load()]);
  return shown;
}
