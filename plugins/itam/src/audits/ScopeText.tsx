import type { AuditEntry } from '@backstage-itam/plugin-itam-common';
import { Fragment, type ReactNode } from 'react';
import { useSectionTexts } from '../translation';
import { RefTitle } from '../ui';

/**
 * The scope of an audit in words: `Assets · Frankfurt DC1 / rack 15`.
 */
export function ScopeText(props: { scope: AuditEntry['scope'] }) {
  const { scope } = props;
  const t = useSectionTexts();
  const parts: ReactNode[] = [
    scope.kind && t(`kinds.${scope.kind}`),
    scope.location,
    scope.class && t(`class.${scope.class}`),
    scope.stage && t(`stage.${scope.stage}`),
    scope.owner &&
      t('audits.scope.ownedBy', { name: <RefTitle of={scope.owner} /> }),
    scope.assignee &&
      t('audits.scope.heldBy', { name: <RefTitle of={scope.assignee} /> }),
    scope.vendor,
  ].filter(Boolean);
  return parts.length === 0 ? (
    <>{t('audits.scope.everything')}</>
  ) : (
    <>
      {parts.map((part, index) => (
        <Fragment key={index}>
          {index > 0 && ' · '}
          {part}
        </Fragment>
      ))}
    </>
  );
}
