import { useEntity } from '@backstage/plugin-catalog-react';
import { RiCoinsLine } from '@remixicon/react';
import { CostCardBody, useCosts } from '../cost';
import { useTexts } from '../translation';
import { FailureMessage, Message, Panel, SkeletonLines, usePaths } from '../ui';
import { lastYearOf, useCostView } from '../view';
import { CardMonth } from './CardMonth';
import { entityIdentity } from './entityName';
import { registrationExample } from './registrationExample';

/** Heights of figure, trend, bars, records and coverage line. */
const SKELETON = [40, 76, 88, 84, 32];

/**
 * What a service costs in a month and why, for the overview of a Component,
 * System, Resource, API or Domain. The address may name a month:
 * `?month=2026-10`.
 * @public
 */
export function EntityCostCard() {
  const { entity } = useEntity();
  const { ref, name } = entityIdentity(entity);
  const t = useTexts();
  const paths = usePaths();
  const [view, changeView] = useCostView();
  const range = lastYearOf(view.month);
  const costs = useCosts([
    { of: ref, by: 'category', ...range },
    { of: ref, by: 'record', ...range },
  ]);
  const entityPath = paths.entity(ref);

  if (costs.state === 'loading') {
    return (
      <Panel title={t('cost.title')} busy>
        <SkeletonLines heights={SKELETON} />
      </Panel>
    );
  }
  if (costs.state === 'failed') {
    return (
      <Panel title={t('cost.title')}>
        <FailureMessage
          failure={costs.failure}
          forbidden={t('failure.forbiddenCost', { name })}
          notFound={t('failure.notFoundNode', { name })}
          onRetry={costs.retry}
        />
      </Panel>
    );
  }
  const [byCategory, byRecord] = costs.value;
  if (byCategory.coverage.records === 0) {
    return (
      <Panel title={t('cost.title')}>
        <Message
          icon={<RiCoinsLine size={18} />}
          title={t('empty.costTitle')}
          text={t('empty.costText')}
          code={registrationExample(ref)}
        />
      </Panel>
    );
  }
  return (
    <Panel
      title={t('cost.title')}
      stale={costs.stale}
      actions={
        <CardMonth
          answer={byCategory}
          month={view.month}
          onChange={month => changeView({ month })}
        />
      }
    >
      <CostCardBody
        byCategory={byCategory}
        byRecord={byRecord}
        detailHref={entityPath && `${entityPath}/assets-cost`}
      />
    </Panel>
  );
}
