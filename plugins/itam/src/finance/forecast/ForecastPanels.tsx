import { useApi } from '@backstage/core-plugin-api';
import type { ForecastAnswer } from '@backstage-itam/plugin-itam-common';
import { itamApiRef } from '../../api';
import { CostChart } from '../../charts/CostChart';
import type { ChartSeries } from '../../charts/series';
import { swatchStyle } from '../../charts/swatch';
import chartStyles from '../../charts/Chart.module.css';
import { useFormat } from '../../format';
import { useSectionTexts } from '../../translation';
import { CsvButton, Panel } from '../../ui';
import { csvName } from '../csvName';
import { Figure } from '../Figure';
import styles from '../Finance.module.css';
import { periodText } from '../writing';
import { ForecastEvents } from './ForecastEvents';

/**
 * A forecast: totals by certainty, columns by month, and what it rests on.
 */
export function ForecastPanels(props: {
  forecast: ForecastAnswer;
  stale: boolean;
}) {
  const { forecast, stale } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const api = useApi(itamApiRef);
  const { months, reportingCurrency: currency } = forecast;
  const range = { from: forecast.from, to: forecast.to };
  const series: ChartSeries[] = [
    {
      key: 'actual',
      title: t('finance.certainty.actual'),
      amounts: forecast.actual.converted.months,
      color: 'var(--itam-series-1)',
    },
    {
      key: 'committed',
      title: t('finance.certainty.committed'),
      amounts: forecast.committed.converted.months,
      color: 'var(--itam-series-2)',
      pattern: 'hatched',
    },
    {
      key: 'expected',
      title: t('finance.certainty.expected'),
      amounts: forecast.expected.converted.months,
      color: 'var(--itam-series-3)',
      pattern: 'outlined',
    },
  ];
  return (
    <>
      <Panel
        title={t('finance.forecast.title')}
        stale={stale}
        actions={
          <CsvButton
            fileName={csvName('forecast', forecast.of.ref, range)}
            load={() =>
              api.getCsv('/forecast', {
                of: forecast.of.ref,
                ...range,
                basis: forecast.basis,
                view: forecast.view,
                currency,
              })
            }
          />
        }
      >
        <div className={styles.figures}>
          <Figure
            lead
            label={periodText(format, range)}
            amount={format.money(forecast.total.converted.total, currency)}
            note={t(`finance.view.${forecast.view}Hint`)}
          />
          {(['actual', 'committed', 'expected'] as const).map((name, index) => (
            <Figure
              key={name}
              label={
                <>
                  <span
                    className={chartStyles.swatch}
                    style={swatchStyle(series[index])}
                    aria-hidden="true"
                  />
                  {t(`finance.certainty.${name}`)}
                </>
              }
              amount={format.money(forecast[name].converted.total, currency)}
              note={t(`finance.certainty.${name}Hint`)}
            />
          ))}
        </div>
        <CostChart
          label={t('finance.forecast.chart', {
            from: format.month(range.from),
            to: format.month(range.to),
          })}
          months={months}
          series={series}
          totals={forecast.total.converted.months}
          currency={currency}
        />
      </Panel>
      <Panel title={t('finance.forecast.events')} stale={stale}>
        <ForecastEvents events={forecast.events} />
      </Panel>
    </>
  );
}
