import { useApi } from '@backstage/core-plugin-api';
import type { CostComparison } from '@backstage-itam/plugin-itam-common';
import { itamApiRef } from '../../api';
import {
  type WaterfallStep,
  WaterfallChart,
} from '../../charts/WaterfallChart';
import { isZero } from '../../cost/amounts';
import { type Format, useFormat } from '../../format';
import { type SectionTexts, useSectionTexts } from '../../translation';
import {
  CsvButton,
  DownloadButton,
  Panel,
  Paragraph,
  Segments,
} from '../../ui';
import { csvName } from '../csvName';
import { Figure } from '../Figure';
import styles from '../Finance.module.css';
import { periodText } from '../writing';
import { DifferenceTable } from './DifferenceTable';
import { EffectTable } from './EffectTable';
import { sortedEffects } from './effects';

/**
 * A comparison: from one total to the other in steps, what each cause means,
 * and the records behind it.
 */
export function ComparisonPanels(props: {
  comparison: CostComparison;
  /** What the lines are asked to be. */
  by: 'record' | 'supplier';
  stale: boolean;
  onByChange(by: 'record' | 'supplier'): void;
}) {
  const { comparison, by, stale, onByChange } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const api = useApi(itamApiRef);
  const { base, current, difference, reportingCurrency } = comparison;
  const basePeriod = periodText(format, base);
  const currentPeriod = periodText(format, current);
  const linesTitle = t(
    by === 'supplier' ? 'finance.compare.suppliers' : 'finance.compare.records',
  );
  const question = {
    of: comparison.of.ref,
    from: current.from,
    to: current.to,
    baseFrom: base.from,
    baseTo: base.to,
    basis: comparison.basis,
    view: comparison.view,
    currency: reportingCurrency,
    ...(by === 'supplier' ? { by } : {}),
  };
  return (
    <>
      <Panel title={t('finance.compare.title')} stale={stale}>
        <div className={styles.figures}>
          <Figure
            lead
            label={currentPeriod}
            amount={format.money(current.total, reportingCurrency)}
            note={differenceText(t, format, comparison)}
          />
          <Figure
            label={basePeriod}
            amount={format.money(base.total, reportingCurrency)}
          />
          <Figure
            label={t('finance.compare.difference')}
            amount={format.signed(difference, reportingCurrency)}
          />
        </div>
        {comparison.effects.length > 0 ? (
          <>
            <WaterfallChart
              label={t('finance.compare.chart', {
                base: format.money(base.total, reportingCurrency),
                basePeriod,
                current: format.money(current.total, reportingCurrency),
                currentPeriod,
              })}
              steps={stepsOf(t, format, comparison)}
              currency={reportingCurrency}
              legend={{
                total: t('finance.compare.total'),
                increase: t('finance.compare.increase'),
                decrease: t('finance.compare.decrease'),
              }}
            />
            <EffectTable
              effects={comparison.effects}
              currency={reportingCurrency}
              total={difference}
              totalLabel={t('finance.compare.difference')}
            />
          </>
        ) : (
          <Paragraph>{t('finance.compare.equalText')}</Paragraph>
        )}
      </Panel>
      {comparison.lines.length > 0 && (
        <Panel
          title={linesTitle}
          stale={stale}
          actions={
            <>
              <CsvButton
                fileName={csvName('comparison', comparison.of.ref, current)}
                load={() => api.getCsv('/costs/comparison', question)}
              />
              <DownloadButton
                label={t('finance.compare.xlsx')}
                fileName={csvName(
                  'comparison',
                  comparison.of.ref,
                  current,
                ).replace(/csv$/, 'xlsx')}
                load={() => api.getComparisonXlsx(question)}
              />
            </>
          }
        >
          <Segments
            label={t('finance.compare.lines')}
            segments={[
              { id: 'record', content: t('finance.compare.byRecord') },
              { id: 'supplier', content: t('finance.compare.bySupplier') },
            ]}
            selected={by}
            onChange={onByChange}
          />
          <DifferenceTable
            label={linesTitle}
            // What is on its way is not here yet.
            by={comparison.lines.some(({ ref }) => ref) ? 'record' : by}
            lines={comparison.lines}
            currency={reportingCurrency}
            baseLabel={basePeriod}
            currentLabel={currentPeriod}
            totals={{
              base: base.total,
              current: current.total,
              difference,
            }}
          />
        </Panel>
      )}
    </>
  );
}

function differenceText(
  t: SectionTexts,
  format: Format,
  { difference, base, reportingCurrency }: CostComparison,
): string {
  const period = periodText(format, base);
  if (isZero(difference)) {
    return t('finance.compare.same', { period });
  }
  const amount = format.money(difference.replace('-', ''), reportingCurrency);
  return difference.startsWith('-')
    ? t('finance.compare.less', { amount, period })
    : t('finance.compare.more', { amount, period });
}

function stepsOf(
  t: SectionTexts,
  format: Format,
  { base, current, effects, reportingCurrency }: CostComparison,
): WaterfallStep[] {
  const total = (key: string, period: typeof base): WaterfallStep => ({
    key,
    title: periodText(format, period),
    kind: 'total',
    amount: period.total,
    text: format.money(period.total, reportingCurrency),
  });
  return [
    total('base', base),
    ...sortedEffects(effects).map(
      ({ cause, amount }): WaterfallStep => ({
        key: cause,
        title: t(`finance.causes.${cause}.title`),
        kind: 'change',
        amount,
        text: format.signed(amount, reportingCurrency),
      }),
    ),
    total('current', current),
  ];
}
