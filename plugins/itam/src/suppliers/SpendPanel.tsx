import { useApi } from '@backstage/core-plugin-api';
import type {
  CostAnswer,
  CostViewName,
} from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import { itamApiRef } from '../api';
import { CostChart } from '../charts/CostChart';
import { chartSeries } from '../charts/series';
import { CurrencyDisclosure } from '../cost/CurrencyDisclosure';
import { ViewChoice } from '../cost/ViewChoice';
import { useFinancePaths } from '../finance/useFinancePaths';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import { groupTitle, useSectionTexts } from '../translation';
import {
  CsvButton,
  FailureMessage,
  KeyFigures,
  Note,
  Panel,
  SkeletonLines,
} from '../ui';
import styles from './Supplier.module.css';

/**
 * What a supplier costs by month, accrued or as invoiced; leads to what makes
 * it differ.
 */
export function SpendPanel(props: { vendor: string; view: CostViewName }) {
  const { vendor, view } = props;
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const finance = useFinancePaths();
  const of = `supplier:${vendor}`;
  const costs = useLoad(`${of} ${view}`, () =>
    api.getCosts({ of, by: 'category', view }),
  );
  const answer = costs.state === 'ready' ? costs.value : undefined;
  return (
    <Panel
      title={t('suppliers.spend.title')}
      busy={costs.state === 'loading'}
      stale={costs.state === 'ready' && costs.stale}
      actions={
        answer && (
          <>
            <Link href={finance.page('compare', { of, view })}>
              {t('suppliers.compare')}
            </Link>
            <Link href={finance.page('explorer', { of, view })}>
              {t('suppliers.explorer')}
            </Link>
            <CsvButton
              fileName={`${vendor}-${answer.from}-${answer.to}.csv`}
              load={() => api.getCostsCsv({ of, by: 'record', view })}
            />
          </>
        )
      }
    >
      {costs.state === 'loading' && <SkeletonLines heights={[56, 240]} />}
      {costs.state === 'failed' && (
        <FailureMessage
          failure={costs.failure}
          forbidden={t('suppliers.spend.forbidden', { name: vendor })}
          notFound={t('suppliers.spend.none')}
          onRetry={costs.retry}
        />
      )}
      {answer && <Spend answer={answer} view={view} />}
    </Panel>
  );
}

function Spend(props: { answer: CostAnswer; view: CostViewName }) {
  const { answer, view } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const { months, currentMonth } = answer;
  const { currency, total, months: totals } = answer.total.converted;
  const title = t('suppliers.spend.title');
  return (
    <>
      <div className={styles.toolbar}>
        <KeyFigures
          figures={[
            {
              label: t('suppliers.figures.spend'),
              value: format.money(total, currency),
              note: t(`finance.view.${view}Hint`),
            },
            {
              label: t('suppliers.figures.month'),
              value: format.money(
                totals[months.indexOf(currentMonth)] ?? '0',
                currency,
              ),
              note: format.month(currentMonth),
            },
          ]}
        />
        <ViewSwitch view={view} />
      </div>
      <CurrencyDisclosure answer={answer} month={currentMonth} />
      {answer.groups.length === 0 ? (
        <Note>{t('suppliers.spend.none')}</Note>
      ) : (
        <CostChart
          label={t('cost.chartLabel', {
            title,
            from: format.month(answer.from),
            to: format.month(answer.to),
            by: t('dimension.category'),
          })}
          months={months}
          series={chartSeries(
            answer.groups,
            group => groupTitle(t, answer.by, group),
            t('reserved.other'),
          )}
          totals={totals}
          currency={currency}
        />
      )}
    </>
  );
}

function ViewSwitch(props: { view: CostViewName }) {
  const [, setSearch] = useSearchParams();
  return (
    <ViewChoice
      view={props.view}
      onChange={chosen =>
        setSearch(
          current => {
            const next = new URLSearchParams(current);
            if (chosen === 'invoiced') {
              next.set('view', chosen);
            } else {
              next.delete('view');
            }
            return next;
          },
          { replace: true },
        )
      }
    />
  );
}
