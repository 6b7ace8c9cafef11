import type { FindingEntry } from '@backstage-itam/plugin-itam-common';
import type { Texts } from '../translation';

/** What a finding is about, in the plural. */
export function kindText(t: Texts, kind: FindingEntry['kind']): string {
  return kind === 'Discovery' ? t('findings.discovered') : t(`kinds.${kind}`);
}
