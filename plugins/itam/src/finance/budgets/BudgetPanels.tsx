import type { BudgetDetail } from '@backstage-itam/plugin-itam-common';
import { Button } from '@backstage/ui';
import { CumulativeChart } from '../../charts/CumulativeChart';
import { isZero } from '../../cost/amounts';
import { monthPlus, useFormat } from '../../format';
import { useSectionTexts } from '../../translation';
import { Note, Panel, Paragraph, RefTitle } from '../../ui';
import { Figure } from '../Figure';
import styles from '../Finance.module.css';
import { DifferenceTable } from '../compare/DifferenceTable';
import { EffectTable } from '../compare/EffectTable';
import { nodeLabel } from '../node';
import { periodText } from '../writing';
import { BudgetMonths } from './BudgetMonths';
import { BudgetState } from './BudgetState';

/**
 * A budget: figures, the year so far against an even plan, and from the
 * budget to the forecast in causes.
 */
export function BudgetPanels(props: {
  detail: BudgetDetail;
  stale: boolean;
  onEdit(): void;
  onRemove(): void;
}) {
  const { detail, stale, onEdit, onRemove } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const { budget, months, variance } = detail;
  const { currency } = budget;
  const name = nodeLabel(t, budget.of);
  const money = (amount: string) => format.money(amount, currency);
  const headroomIsShort = !variance.headroom.startsWith('-');
  return (
    <>
      <Panel
        title={t('finance.budget.detail.title', { name, year: budget.label })}
        stale={stale}
        actions={
          <>
            <BudgetState state={budget.state} />
            {detail.canEdit && (
              <>
                <Button variant="secondary" onPress={onEdit}>
                  {t('finance.budget.edit')}
                </Button>
                <Button variant="secondary" onPress={onRemove}>
                  {t('finance.budget.remove')}
                </Button>
              </>
            )}
          </>
        }
      >
        <div className={styles.figures}>
          <Figure
            lead
            label={t('finance.budget.amount')}
            amount={money(budget.amount)}
            note={`${periodText(format, budget)} · ${t(
              `finance.view.${budget.view}`,
            )}`}
          />
          <Figure
            label={t('finance.certainty.actual')}
            amount={money(budget.actual)}
            note={t('finance.budget.usedOf', {
              percent: format.percent(budget.usedPercent, 2),
            })}
          />
          <Figure
            label={t('finance.budget.forecast')}
            amount={money(budget.forecast)}
            note={format.percent(budget.forecastPercent, 2)}
          />
          <Figure
            label={t('finance.budget.variance')}
            amount={format.signed(budget.variance, currency)}
          />
        </div>
        {budget.note && <Paragraph>{budget.note}</Paragraph>}
        <CumulativeChart
          label={t('finance.budget.detail.chart', {
            from: format.month(budget.from),
            to: format.month(budget.to),
          })}
          points={months}
          limit={budget.amount}
          currency={currency}
          currentMonth={lastActualMonth(detail)}
        />
        <Note>
          {budget.updatedBy
            ? t('finance.budget.detail.updatedBy', {
                date: format.date(budget.updatedAt),
                by: <RefTitle of={budget.updatedBy} />,
              })
            : t('finance.budget.detail.updated', {
                date: format.date(budget.updatedAt),
              })}
        </Note>
      </Panel>
      <Panel title={t('finance.budget.detail.variance')} stale={stale}>
        <Note>
          {t('finance.budget.detail.varianceNote', {
            date: format.date(variance.setOn),
            plan: money(variance.plan),
          })}
        </Note>
        <EffectTable
          leading={[
            {
              key: 'headroom',
              title: headroomIsShort
                ? t('finance.budget.detail.headroomShort')
                : t('finance.budget.detail.headroom'),
              meaning: t('finance.budget.detail.headroomText'),
              amount: variance.headroom,
            },
          ]}
          effects={variance.effects}
          currency={currency}
          total={budget.variance}
          totalLabel={t('finance.budget.detail.total')}
        />
      </Panel>
      {variance.lines.length > 0 && (
        <Panel title={t('finance.budget.detail.lines')} stale={stale}>
          <DifferenceTable
            label={t('finance.budget.detail.lines')}
            lines={variance.lines}
            currency={currency}
            baseLabel={t('finance.budget.detail.planned')}
            currentLabel={t('finance.budget.detail.now')}
          />
        </Panel>
      )}
      <Panel title={t('finance.budget.detail.months')} stale={stale}>
        <BudgetMonths months={months} currency={currency} />
      </Panel>
    </>
  );
}

/**
 * The last month with actual cost, which is where the forecast begins; the
 * month before the budget when nothing is spent yet.
 */
function lastActualMonth({ budget, months }: BudgetDetail): string {
  const spent = months.filter(({ actual }) => !isZero(actual));
  return spent[spent.length - 1]?.month ?? monthPlus(budget.from, -1);
}
