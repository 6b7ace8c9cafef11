import { useApi } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { itamApiRef } from '../api';
import { useAuditPaths } from '../audits/useAuditPaths';
import { useLoad } from '../loading';
import { useRuleTexts, useTexts } from '../translation';
import {
  FailureMessage,
  InlineNote,
  Note,
  SkeletonLines,
  Subheading,
} from '../ui';
import { FindingSubject } from './FindingSubject';
import styles from './Findings.module.css';
import { FindingText } from './FindingText';
import { SeverityChip } from './SeverityChip';

const SHOWN = 5;

/**
 * The gravest open findings of what a team and the teams below it own.
 */
export function AttentionSection(props: { ownerRef: string }) {
  const { ownerRef } = props;
  const t = useTexts();
  const rules = useRuleTexts();
  const api = useApi(itamApiRef);
  const paths = useAuditPaths();
  const findings = useLoad(ownerRef, () =>
    api.findings.list({ owner: ownerRef, sort: 'severity', limit: SHOWN }),
  );
  const content = () => {
    if (findings.state === 'loading' || !rules) {
      return <SkeletonLines heights={[20, 20, 20]} />;
    }
    if (findings.state === 'failed') {
      return (
        <FailureMessage
          failure={findings.failure}
          forbidden={t('findings.forbidden')}
          onRetry={findings.retry}
        />
      );
    }
    const { items, totalItems } = findings.value;
    if (totalItems === 0) {
      return <Note>{t('attention.none')}</Note>;
    }
    return (
      <>
        <ul className={styles.attentionList}>
          {items.map(finding => (
            <li key={finding.id}>
              <span>
                <SeverityChip severity={finding.severity} />
              </span>
              <span className={styles.attentionText}>
                <FindingSubject finding={{ ...finding, about: undefined }} />
                <InlineNote>
                  <FindingText finding={finding} rules={rules} />
                </InlineNote>
              </span>
            </li>
          ))}
        </ul>
        <div>
          <Link href={paths.findings({ owner: ownerRef })}>
            {t('attention.all', { count: totalItems })}
          </Link>
        </div>
      </>
    );
  };
  return (
    <section aria-label={t('attention.title')} className={styles.attention}>
      <Subheading>{t('attention.title')}</Subheading>
      {content()}
    </section>
  );
}
