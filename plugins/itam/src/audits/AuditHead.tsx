import type { AuditEntry } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../format';
import { useSectionTexts } from '../translation';
import { Chip, Note, RefTitle } from '../ui';
import { ScopeText } from './ScopeText';

/**
 * What an audit is over, who runs it since when, and its note.
 */
export function AuditHead(props: { audit: AuditEntry }) {
  const { audit } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const closed = audit.state === 'closed';
  return (
    <div>
      <Note>
        <ScopeText scope={audit.scope} />
      </Note>
      <Note>
        {t('audits.opened', {
          date: format.date(audit.openedAt),
          who: audit.openedBy ? <RefTitle of={audit.openedBy} /> : '–',
        })}
        {closed && audit.closedAt && (
          <>
            {' · '}
            {t('audits.closed', {
              date: format.date(audit.closedAt),
              who: audit.closedBy ? <RefTitle of={audit.closedBy} /> : '–',
            })}
          </>
        )}
      </Note>
      {audit.note && <Note>{audit.note}</Note>}
    </div>
  );
}

/** Whether an audit is still worked on. */
export function AuditState(props: { state: AuditEntry['state'] }) {
  const t = useSectionTexts();
  return (
    <Chip tone={props.state === 'open' ? 'info' : 'neutral'}>
      {t(`audits.state.${props.state}`)}
    </Chip>
  );
}
