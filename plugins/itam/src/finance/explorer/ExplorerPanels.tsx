import { useApi } from '@backstage/core-plugin-api';
import type { CostAnswer } from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { RiLockLine } from '@remixicon/react';
import { itamApiRef } from '../../api';
import { CostChart } from '../../charts/CostChart';
import { chartSeries } from '../../charts/series';
import { isZero } from '../../cost';
import { useFormat } from '../../format';
import { groupTitle, useSectionTexts } from '../../translation';
import { CsvButton, Note, Panel } from '../../ui';
import type { FinanceView } from '../../view';
import { csvName } from '../csvName';
import { Figure } from '../Figure';
import styles from '../Finance.module.css';
import { useFinancePaths } from '../useFinancePaths';
import { periodText } from '../writing';
import { capitalAndOperating } from './capital';
import { LineTable } from './LineTable';

/**
 * The answer of the explorer: total, columns by month and every line.
 */
export function ExplorerPanels(props: {
  breakdown: CostAnswer;
  byCategory: CostAnswer;
  view: FinanceView;
  stale: boolean;
}) {
  const { breakdown, byCategory, view, stale } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const api = useApi(itamApiRef);
  const paths = useFinancePaths();
  const { months, by, basis, closedThrough } = breakdown;
  const { currency, total, months: totals } = breakdown.total.converted;
  const range = { from: breakdown.from, to: breakdown.to };
  const unallocated = breakdown.unallocated.converted.total;
  const title = t('finance.explorer.title');
  const parts =
    breakdown.view === 'invoiced' ? capitalAndOperating(byCategory) : undefined;
  return (
    <>
      <Panel
        title={title}
        stale={stale}
        actions={
          <Link
            href={paths.page('compare', {
              of: view.of,
              basis: view.basis,
              view: view.view,
              currency: view.currency,
            })}
          >
            {t('finance.explorer.why')}
          </Link>
        }
      >
        <div className={styles.figures}>
          <Figure
            lead
            label={periodText(format, range)}
            amount={format.money(total, currency)}
            note={t(`finance.view.${breakdown.view}Hint`)}
          />
          {parts && (
            <>
              <Figure
                label={t('finance.explorer.capital')}
                amount={format.money(parts.capital, currency)}
                note={t('finance.explorer.capitalHint')}
              />
              <Figure
                label={t('finance.explorer.operating')}
                amount={format.money(parts.operating, currency)}
                note={t('finance.explorer.operatingHint')}
              />
            </>
          )}
        </div>
        {!isZero(unallocated) && (
          <Note>
            {t('cost.unallocatedLine', {
              amount: format.money(unallocated, currency),
            })}
          </Note>
        )}
        {closedThrough && (
          <p className={styles.note}>
            <RiLockLine size={14} aria-hidden="true" />
            {t('finance.explorer.closedThrough', {
              month: format.month(closedThrough),
            })}
          </p>
        )}
        <CostChart
          label={t('cost.chartLabel', {
            title,
            from: format.month(range.from),
            to: format.month(range.to),
            by: t(`dimension.${by}`),
          })}
          months={months}
          series={chartSeries(
            breakdown.groups,
            group => groupTitle(t, by, group),
            t('reserved.other'),
          )}
          totals={totals}
          currency={currency}
        />
      </Panel>
      <Panel
        title={t('finance.explorer.lines')}
        stale={stale}
        actions={
          <CsvButton
            fileName={csvName('cost', breakdown.of.ref, range)}
            load={() =>
              api.getCostsCsv({
                of: breakdown.of.ref,
                ...range,
                by,
                basis,
                view: breakdown.view,
                currency,
              })
            }
          />
        }
      >
        <LineTable answer={breakdown} view={view} />
      </Panel>
    </>
  );
}
