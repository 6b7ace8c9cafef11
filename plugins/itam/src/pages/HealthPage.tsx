import { useApi } from '@backstage/core-plugin-api';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { useSectionTexts } from '../translation';
import { FailureMessage, PageBody, Panel, SkeletonLines } from '../ui';
import { HealthReport } from './HealthReport';

/**
 * Health of the register: what was delivered and did not arrive, and how old
 * the data is.
 */
export function HealthPage() {
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const health = useLoad('health', () => api.getHealth());
  return (
    <PageBody>
      {health.state === 'loading' && (
        <Panel title={t('health.title')} busy>
          <SkeletonLines heights={[40, 32, 120]} />
        </Panel>
      )}
      {health.state === 'failed' && (
        <Panel title={t('health.title')}>
          <FailureMessage
            failure={health.failure}
            forbidden={t('failure.forbiddenHealth')}
            onRetry={health.retry}
          />
        </Panel>
      )}
      {health.state === 'ready' && <HealthReport health={health.value} />}
    </PageBody>
  );
}
