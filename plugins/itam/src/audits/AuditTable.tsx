import type { AuditEntry } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { useFormat } from '../format';
import { useSectionTexts } from '../translation';
import { type DataColumn, DataTable, InlineNote, RefTitle } from '../ui';
import { AuditState } from './AuditHead';
import styles from './Audits.module.css';
import { ScopeText } from './ScopeText';
import { useAuditPaths } from './useAuditPaths';

/**
 * Audits with how far they are and what they found.
 */
export function AuditTable(props: { audits: readonly AuditEntry[] }) {
  const t = useSectionTexts();
  const format = useFormat();
  const paths = useAuditPaths();
  const columns: DataColumn<AuditEntry>[] = [
    {
      id: 'name',
      label: t('audits.columns.name'),
      cell: audit => (
        <>
          <Link href={paths.audit(audit.id)} standalone>
            {audit.name}
          </Link>
          <br />
          <InlineNote>
            <ScopeText scope={audit.scope} />
          </InlineNote>
        </>
      ),
    },
    {
      id: 'state',
      label: t('audits.columns.state'),
      oneLine: true,
      cell: audit => <AuditState state={audit.state} />,
    },
    {
      id: 'found',
      label: t('audits.columns.found'),
      align: 'end',
      cell: audit => <Found audit={audit} />,
    },
    {
      id: 'differs',
      label: t('audits.columns.differs'),
      align: 'end',
      cell: audit => (
        <span title={audit.state === 'open' ? t('audits.soFar') : undefined}>
          {format.count(differing(audit))}
        </span>
      ),
    },
    {
      id: 'opened',
      label: t('audits.columns.opened'),
      secondary: true,
      cell: audit => (
        <>
          <span style={{ whiteSpace: 'nowrap' }}>
            {format.date(audit.openedAt)}
          </span>
          {audit.openedBy && (
            <>
              <br />
              <InlineNote>
                <RefTitle of={audit.openedBy} />
              </InlineNote>
            </>
          )}
        </>
      ),
    },
    {
      id: 'closed',
      label: t('audits.columns.closed'),
      secondary: true,
      oneLine: true,
      cell: audit => audit.closedAt && format.date(audit.closedAt),
    },
  ];
  return (
    <DataTable
      label={t('audits.title')}
      columns={columns}
      rows={props.audits}
      rowKey={audit => String(audit.id)}
    />
  );
}

function Found(props: { audit: AuditEntry }) {
  const { audit } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const found = outcomeCount(audit, 'found') + outcomeCount(audit, 'elsewhere');
  const share = audit.expected === 0 ? 0 : (found / audit.expected) * 100;
  return (
    <>
      {t('audits.ofExpected', {
        found: format.count(found),
        expected: format.count(audit.expected),
      })}
      <span className={`${styles.bar} ${styles.smallBar}`} aria-hidden="true">
        <span className={styles.barFound} style={{ width: `${share}%` }} />
      </span>
    </>
  );
}

/** Of a closed audit what it says; of an open one what is known so far. */
function differing(audit: AuditEntry): number {
  if (audit.state === 'closed') {
    return audit.discrepancies.reduce((sum, { items }) => sum + items, 0);
  }
  return (['not-found', 'elsewhere', 'unexpected'] as const).reduce(
    (sum, outcome) => sum + outcomeCount(audit, outcome),
    0,
  );
}

function outcomeCount(
  audit: AuditEntry,
  outcome: AuditEntry['outcomes'][number]['outcome'],
): number {
  return audit.outcomes.find(one => one.outcome === outcome)?.items ?? 0;
}
