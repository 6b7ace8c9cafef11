import type { Entity } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { RiCoinsLine } from '@remixicon/react';
import { CostExplorer, CoveragePanel, useCosts } from '../cost';
import { EndingPanel } from '../records/EndingPanel';
import { SoftwarePanel } from '../software';
import { TicketsPanel } from '../tickets/TicketsPanel';
import { useTexts } from '../translation';
import {
  Columns,
  FailureMessage,
  Message,
  Panel,
  SkeletonLines,
  Stack,
} from '../ui';
import { useFinanceView } from '../view';
import { BudgetPanel } from './BudgetPanel';
import { CostToolbar } from './CostToolbar';
import { entityIdentity } from './entityName';
import { registrationExample } from './registrationExample';

const ORGANISATION_KINDS = new Set(['group', 'user']);

function isOrganisation(entity: Entity): boolean {
  return ORGANISATION_KINDS.has(entity.kind.toLocaleLowerCase('en-US'));
}

/**
 * The "Assets & cost" tab: below the cost what tickets are open and, for
 * services, the software they are made of.
 * @public
 */
export function EntityCostContent() {
  const { entity } = useEntity();
  const { ref, name } = entityIdentity(entity);
  return (
    <Stack>
      <AssetsAndCost />
      <TicketsPanel key={ref} of={ref} name={name} />
      {!isOrganisation(entity) && <SoftwarePanel service={ref} />}
    </Stack>
  );
}

/**
 * Cost over a range, every record behind it and what
 * is not counted. The address holds the view:
 * `?from=2026-01&to=2026-10&by=record&basis=owned&currency=EUR&month=2026-10`,
 * with `view=invoiced` for costs on the dates of their invoices.
 */
function AssetsAndCost() {
  const { entity } = useEntity();
  const { ref, name } = entityIdentity(entity);
  const t = useTexts();
  const [view, changeView] = useFinanceView();
  const withBasis = isOrganisation(entity);
  const isGroup = entity.kind.toLocaleLowerCase('en-US') === 'group';
  const question = {
    of: ref,
    from: view.from,
    to: view.to,
    currency: view.currency,
    basis: withBasis ? view.basis : undefined,
    view: view.view === 'invoiced' ? view.view : undefined,
  };
  const costs = useCosts([
    { ...question, by: view.by },
    ...(view.by === 'record' ? [] : [{ ...question, by: 'record' as const }]),
  ]);

  if (costs.state === 'loading') {
    return (
      <Stack>
        <Panel title={t('cost.chart')} busy>
          <SkeletonLines heights={[40, 260, 40]} />
        </Panel>
        <Panel title={t('cost.records')} busy>
          <SkeletonLines heights={[32, 32, 32, 32]} />
        </Panel>
      </Stack>
    );
  }
  if (costs.state === 'failed') {
    return (
      <Panel title={t('cost.tabTitle')}>
        <FailureMessage
          failure={costs.failure}
          forbidden={t('failure.forbiddenCost', { name })}
          notFound={t('failure.notFoundNode', { name })}
          onRetry={costs.retry}
        />
      </Panel>
    );
  }
  const [breakdown, byRecord = breakdown] = costs.value;
  return (
    <Stack>
      <CostToolbar
        answer={breakdown}
        view={view}
        withBasis={withBasis}
        onChange={changeView}
      />
      {breakdown.coverage.records === 0 ? (
        <Panel title={t('cost.tabTitle')} stale={costs.stale}>
          {withBasis ? (
            <Message
              icon={<RiCoinsLine size={18} />}
              title={t('empty.ownedTitle')}
              text={t(isGroup ? 'empty.ownedText' : 'empty.ownedByPerson', {
                name,
              })}
            />
          ) : (
            <Message
              icon={<RiCoinsLine size={18} />}
              title={t('empty.costTitle')}
              text={t('empty.costText')}
              code={registrationExample(ref)}
            />
          )}
        </Panel>
      ) : (
        <>
          {isGroup && <BudgetPanel of={ref} />}
          <CostExplorer
            breakdown={breakdown}
            byRecord={byRecord}
            month={view.month}
            stale={costs.stale}
            onMonthChange={month => changeView({ month })}
          />
          <Columns>
            <CoveragePanel coverage={breakdown.coverage} />
            <EndingPanel
              filter={
                breakdown.basis === 'owned' ? { owner: ref } : { service: ref }
              }
            />
          </Columns>
        </>
      )}
    </Stack>
  );
}
