import type { TranslationRef } from '@backstage/frontend-plugin-api';

/** The texts, whose keys are told apart by `Texts` alone. */
export type AnyTexts = TranslationRef<string, { [key in string]: string }>;

let loading: Promise<AnyTexts> | undefined;
let loaded: AnyTexts | undefined;

/**
 * Loads the texts, which are large and apart from the pages, so that browsers
 * get them once and nothing of them before the first page of ours.
 */
export function loadTexts(): Promise<AnyTexts> {
  loading ??= import('./ref').then(
    module => {
      loaded = module.itamTranslationRef;
      return loaded;
    },
    error => {
      // The next page tries again.
      loading = undefined;
      throw error;
    },
  );
  return loading;
}

/** The texts, once they are loaded. */
export function loadedTexts(): AnyTexts | undefined {
  return loaded;
}

/** Loads what is shown, and the texts it needs at the same time. */
export async function withTexts<Shown>(
  load: () => Promise<Shown>,
): Promise<Shown> {
  const [shown] = await Promise.all([load(), loadTexts()]);
  return shown;
}
