import { useApi } from '@backstage/core-plugin-api';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { useRuleTexts, useSectionTexts } from '../translation';
import { FailureMessage, Note, Panel, SkeletonLines } from '../ui';
import styles from './Findings.module.css';
import { ScorecardPanel } from './ScorecardPanel';
import { scorecardsOf } from './scorecards';

/**
 * How each chapter of the policy for IT assets is kept, with its rules as they
 * are set.
 */
export function PoliciesPage() {
  const t = useSectionTexts();
  const texts = useRuleTexts();
  const api = useApi(itamApiRef);
  const policies = useLoad('policies', () => api.findings.listPolicies());
  if (policies.state === 'loading' || !texts) {
    return (
      <Panel title={t('policies.title')} busy>
        <SkeletonLines heights={[120, 120, 120]} />
      </Panel>
    );
  }
  if (policies.state === 'failed') {
    return (
      <Panel title={t('policies.title')}>
        <FailureMessage
          failure={policies.failure}
          forbidden={t('findings.forbidden')}
          onRetry={policies.retry}
        />
      </Panel>
    );
  }
  const cards = scorecardsOf(policies.value.rules);
  return (
    <>
      <Panel title={t('policies.title')}>
        <Note>
          {t(cards.length === 0 ? 'policies.none' : 'policies.intro')}
        </Note>
      </Panel>
      <div className={styles.cards}>
        {cards.map(card => (
          <ScorecardPanel key={card.practice} card={card} texts={texts} />
        ))}
      </div>
    </>
  );
}
