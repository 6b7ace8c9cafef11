import type { FindingEntry } from '@backstage-itam/plugin-itam-common';
import type { Texts } from '../translation';

/** What a finding is about, in the plural. */
export function kindText(t: Texts, kind: FindingEntry['kind']): string {
  switch (kind) {
    case 'Discovery':
      return t('findings.discovered');
    case 'Service':
      return t('findings.services');
    default:
      return t(`kinds.${kind}`);
  }
}
