import { useApi } from '@backstage/core-plugin-api';
import { RiScales3Line } from '@remixicon/react';
import { useEffect, useRef } from 'react';
import { useTaskEvents } from '../../analytics';
import { itamApiRef } from '../../api';
import { isZero } from '../../cost/amounts';
import { useLoad } from '../../loading';
import { useSectionTexts } from '../../translation';
import { Message, Panel } from '../../ui';
import { useFinanceView } from '../../view';
import { FinanceToolbar } from '../FinanceToolbar';
import { MissingRates } from '../MissingRates';
import { nodeLabel, nodeTitle } from '../node';
import { NodeAnswered } from '../NodeAnswered';
import { PickerSkeleton } from '../PickerSkeleton';
import { useCalendar } from '../useCalendar';
import { ComparisonPanels } from './ComparisonPanels';
import { PeriodPickers } from './PeriodPickers';

/**
 * Why the cost of something differs between two periods. The address holds
 * the view, and without periods the current month is compared with the last:
 * `?of=component:default/payments-api&from=2026-10&to=2026-10&baseFrom=2026-09&baseTo=2026-09`,
 * with `by=supplier` for lines by supplier.
 */
export function ComparePage() {
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const [view, changeView] = useFinanceView();
  const calendar = useCalendar(view.of);
  const { of, from, to, baseFrom, baseTo, basis, currency } = view;
  const question = {
    of,
    from,
    to,
    baseFrom,
    baseTo,
    basis,
    currency,
    view: view.view,
    ...(view.by === 'supplier' ? { by: 'supplier' as const } : {}),
  };
  const comparison = useLoad(JSON.stringify(question), () =>
    api.compareCosts(question),
  );
  const answer = comparison.state === 'ready' ? comparison.value : undefined;
  const tell = useTaskEvents();
  const told = useRef<string>();
  useEffect(() => {
    // Another period, currency or order of the same is no other explanation.
    if (answer && told.current !== answer.of.ref) {
      told.current = answer.of.ref;
      tell.costExplained({
        kind: answer.of.kind,
        basis: answer.basis,
        view: answer.view,
      });
    }
  });
  const name = answer ? nodeLabel(t, answer.of) : nodeTitle(t, of);
  return (
    <>
      <FinanceToolbar
        view={view}
        answered={
          answer && {
            of: { ref: answer.of.ref, title: nodeLabel(t, answer.of) },
            basis: answer.basis,
            currency: answer.reportingCurrency,
          }
        }
        onChange={changeView}
      >
        {comparison.state !== 'failed' &&
          (!answer || calendar.state === 'loading') && <PickerSkeleton />}
        {answer && calendar.state === 'ready' && (
          <PeriodPickers
            months={{
              from: from ?? answer.current.from,
              to: to ?? answer.current.to,
              baseFrom: baseFrom ?? answer.base.from,
              baseTo: baseTo ?? answer.base.to,
            }}
            calendar={calendar.value}
            onChange={changeView}
          />
        )}
      </FinanceToolbar>
      <NodeAnswered
        page="compare"
        loaded={comparison}
        title={t('finance.compare.title')}
        skeleton={[56, 260, 32, 32, 32, 32]}
        of={of}
        name={name}
      >
        {(value, stale) => (
          <>
            <MissingRates missing={value.ratesMissing} />
            {value.lines.length === 0 &&
            isZero(value.base.total) &&
            isZero(value.current.total) ? (
              <Panel title={t('finance.compare.title')} stale={stale}>
                <Message
                  role="status"
                  icon={<RiScales3Line size={18} />}
                  title={t('finance.compare.emptyTitle')}
                  text={t('finance.compare.emptyText')}
                />
              </Panel>
            ) : (
              <ComparisonPanels
                comparison={value}
                by={view.by === 'supplier' ? 'supplier' : 'record'}
                stale={stale}
                onByChange={by =>
                  changeView({ by: by === 'supplier' ? by : 'category' })
                }
              />
            )}
          </>
        )}
      </NodeAnswered>
    </>
  );
}
