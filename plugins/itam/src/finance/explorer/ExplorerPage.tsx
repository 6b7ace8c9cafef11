import { Select } from '@backstage/ui';
import { RiCoinsLine } from '@remixicon/react';
import { CoveragePanel, MonthRange, useCosts } from '../../cost';
import { useSectionTexts } from '../../translation';
import { Message, Panel } from '../../ui';
import {
  DIMENSIONS,
  type FinanceView,
  rangeName,
  rangeOf,
  RANGES,
  useFinanceView,
} from '../../view';
import styles from '../Finance.module.css';
import { FinanceToolbar } from '../FinanceToolbar';
import { nodeLabel, nodeTitle } from '../node';
import { NodeAnswered } from '../NodeAnswered';
import { ExplorerPanels } from './ExplorerPanels';

/**
 * The cost explorer: the cost of anything over a range, broken down, accrued
 * or as invoiced. The address holds the view:
 * `?of=group:default/payments&from=2026-01&to=2026-10&by=supplier&basis=owned&view=invoiced&currency=EUR`.
 */
export function ExplorerPage() {
  const t = useSectionTexts();
  const [view, changeView] = useFinanceView();
  const { of, from, to, basis, currency } = view;
  const question = { of, from, to, basis, currency, view: view.view };
  const costs = useCosts([
    { ...question, by: view.by },
    // Capital and operating cost are told apart by category.
    ...(view.view === 'invoiced' && view.by !== 'category'
      ? [{ ...question, by: 'category' as const }]
      : []),
  ]);
  const answer = costs.state === 'ready' ? costs.value[0] : undefined;
  const name = answer ? nodeLabel(t, answer.of) : nodeTitle(t, view.of);
  return (
    <>
      <FinanceToolbar
        view={view}
        answered={
          answer && {
            of: { ref: answer.of.ref, title: nodeLabel(t, answer.of) },
            basis: answer.basis,
            currency: answer.total.converted.currency,
          }
        }
        onChange={changeView}
      >
        {answer && (
          <RangePickers
            shown={{
              from: view.from ?? answer.from,
              to: view.to ?? answer.to,
            }}
            currentMonth={answer.currentMonth}
            onChange={changeView}
          />
        )}
        <Select
          className={styles.picker}
          label={t('cost.by')}
          options={DIMENSIONS.map(value => ({
            value,
            label: t(`dimension.${value}`),
          }))}
          value={view.by}
          onChange={key =>
            changeView({ by: DIMENSIONS.find(by => by === key) ?? 'category' })
          }
        />
      </FinanceToolbar>
      <NodeAnswered
        page="explorer"
        loaded={costs}
        title={t('finance.explorer.title')}
        skeleton={[56, 260, 24, 32, 32, 32]}
        of={of}
        name={name}
      >
        {([breakdown, byCategory = breakdown], stale) =>
          breakdown.coverage.records === 0 ? (
            <Panel title={t('finance.explorer.title')} stale={stale}>
              <Message
                role="status"
                icon={<RiCoinsLine size={18} />}
                title={t('finance.explorer.emptyTitle')}
                text={t('finance.explorer.emptyText', { name })}
              />
            </Panel>
          ) : (
            <>
              <ExplorerPanels
                breakdown={breakdown}
                byCategory={byCategory}
                view={view}
                stale={stale}
              />
              <CoveragePanel coverage={breakdown.coverage} />
            </>
          )
        }
      </NodeAnswered>
    </>
  );
}

function RangePickers(props: {
  shown: { from: string; to: string };
  currentMonth: string;
  onChange(change: Partial<FinanceView>): void;
}) {
  const { shown, currentMonth, onChange } = props;
  const t = useSectionTexts();
  return (
    <>
      <Select
        className={styles.picker}
        label={t('cost.range.label')}
        options={[...RANGES, 'custom' as const].map(value => ({
          value,
          label: t(`cost.range.${value}`),
          disabled: value === 'custom',
        }))}
        value={rangeName(shown, currentMonth) ?? 'custom'}
        onChange={key => {
          const name = RANGES.find(range => range === key);
          if (name) {
            onChange(rangeOf(name, currentMonth));
          }
        }}
      />
      <MonthRange {...shown} currentMonth={currentMonth} onChange={onChange} />
    </>
  );
}
