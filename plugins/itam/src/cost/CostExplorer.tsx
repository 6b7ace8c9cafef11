import { useApi } from '@backstage/core-plugin-api';
import type { CostAnswer } from '@backstage-itam/plugin-itam-common';
import { itamApiRef } from '../api';
import { chartSeries } from '../charts/series';
import { CostChart } from '../charts/CostChart';
import { useFormat } from '../format';
import { groupTitle, useTexts } from '../translation';
import { CsvButton, InlineNote, Note, Panel } from '../ui';
import { isZero } from './amounts';
import { CostFigure } from './CostFigure';
import styles from './CostFigure.module.css';
import { CurrencyDisclosure } from './CurrencyDisclosure';
import { MonthSelect } from './MonthSelect';
import { RecordCostTable } from './RecordCostTable';
import { WhyChanged } from './WhyChanged';

/**
 * A cost over a range: columns by month, why the month in focus differs from
 * the one before, and every record behind them.
 */
export function CostExplorer(props: {
  breakdown: CostAnswer;
  byRecord: CostAnswer;
  /** The month in focus; the current one, or the range's last. */
  month?: string;
  stale: boolean;
  onMonthChange(month: string): void;
}) {
  const { breakdown, byRecord, stale, onMonthChange } = props;
  const t = useTexts();
  const format = useFormat();
  const api = useApi(itamApiRef);
  const { months, currentMonth } = breakdown;
  const month = focusOf(breakdown, props.month);
  const at = months.indexOf(month);
  const { currency, months: totals } = breakdown.total.converted;
  const unallocated = breakdown.unallocated.converted.months[at];
  const rangeText = {
    from: format.month(months[0]),
    to: format.month(breakdown.to),
  };
  return (
    <>
      <Panel title={t('cost.chart')} stale={stale}>
        <div>
          <CostFigure answer={breakdown} month={month} />
          <InlineNote>
            {month > currentMonth
              ? t('cost.forecastMonth', { month: format.month(month) })
              : format.month(month)}
          </InlineNote>
          {!isZero(unallocated) && (
            <Note>
              {t('cost.unallocatedLine', {
                amount: format.money(unallocated, currency),
              })}
            </Note>
          )}
          <CurrencyDisclosure answer={breakdown} month={month} />
          {breakdown.view === 'invoiced' && (
            <Note>{t('spending.invoicedNote')}</Note>
          )}
          {breakdown.closedThrough && (
            <Note>
              {t('spending.closedThrough', {
                month: format.month(breakdown.closedThrough),
              })}
            </Note>
          )}
        </div>
        <CostChart
          label={t('cost.chartLabel', {
            title: t('cost.chart'),
            ...rangeText,
            by: t(`dimension.${breakdown.by}`),
          })}
          months={months}
          series={chartSeries(
            breakdown.groups,
            group => groupTitle(t, breakdown.by, group),
            t('reserved.other'),
          )}
          totals={totals}
          currency={currency}
        />
      </Panel>
      <WhyChanged
        of={breakdown.of.ref}
        name={breakdown.of.title}
        month={month}
        basis={breakdown.basis}
        view={breakdown.view}
        currency={currency}
      />
      <Panel
        title={t('cost.records')}
        stale={stale}
        actions={
          <div className={styles.toolbar}>
            <MonthSelect
              month={month}
              currentMonth={currentMonth}
              months={months}
              onChange={onMonthChange}
            />
            <CsvButton
              fileName={`${fileName(breakdown.of.ref)}-${breakdown.from}-${
                breakdown.to
              }.csv`}
              load={() =>
                api.getCostsCsv({
                  of: breakdown.of.ref,
                  from: breakdown.from,
                  to: breakdown.to,
                  by: 'record',
                  basis: breakdown.basis,
                  view: breakdown.view,
                  currency,
                })
              }
            />
          </div>
        }
      >
        <RecordCostTable answer={byRecord} month={month} />
      </Panel>
    </>
  );
}

function focusOf(answer: CostAnswer, wanted: string | undefined): string {
  if (wanted && answer.months.includes(wanted)) {
    return wanted;
  }
  return answer.months.includes(answer.currentMonth)
    ? answer.currentMonth
    : answer.to;
}

function fileName(ref: string): string {
  return ref.replace(/[^a-z0-9]+/gi, '-');
}
