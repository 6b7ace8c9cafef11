import type { ImportRowEntry } from '@backstage-itam/plugin-itam-common';
import { useSectionTexts } from '../../translation';

/**
 * Writes what is wrong in sentences: what was found, and what is allowed.
 */
export function useProblemText(): (
  problem: ImportRowEntry['problems'][number],
) => string {
  const t = useSectionTexts();
  // The register's words may end in a full stop of their own.
  const bare = (words: string) => words.replace(/\.$/, '');
  return ({ found, allowed }) =>
    [
      found === undefined ? '' : t('imports.row.found', { found: bare(found) }),
      t('imports.row.allowed', { allowed: bare(allowed) }),
    ]
      .filter(Boolean)
      .join(' ');
}
