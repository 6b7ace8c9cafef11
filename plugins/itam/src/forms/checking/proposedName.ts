import { namedRecordText } from '@backstage-itam/plugin-itam-common';
import type { Draft } from '../draft/Draft';

/**
 * The name a draft would get; undefined while there is nothing to make it from.
 */
export function proposedName(draft: Draft): string | undefined {
  const { text, problems } = namedRecordText(draft);
  return problems.length === 0 ? text.name : undefined;
}
