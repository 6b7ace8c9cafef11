import { useApiHolder } from '@backstage/core-plugin-api';
import { appLanguageApiRef } from '@backstage/frontend-plugin-api';
import { useEffect, useState } from 'react';

/**
 * Locale for numbers and dates: the browser's variant of the portal's
 * language, so that `en` reads British dates where the browser is British.
 */
export function useLocale(): string {
  const languages = useApiHolder().get(appLanguageApiRef);
  const [language, setLanguage] = useState(
    () => languages?.getLanguage().language ?? navigator.language,
  );
  useEffect(() => {
    const subscription = languages
      ?.language$()
      .subscribe(next => setLanguage(next.language));
    return () => subscription?.unsubscribe();
  }, [languages]);
  return (
    navigator.languages?.find(
      candidate =>
        candidate === language || candidate.startsWith(`${language}-`),
    ) ?? language
  );
}
