import type { BudgetDetail } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../../format';
import { useSectionTexts } from '../../translation';
import { DataTable } from '../../ui';

/**
 * A budget month by month: what the chart draws, as figures.
 */
export function BudgetMonths(props: {
  months: BudgetDetail['months'];
  currency: string;
}) {
  const { months, currency } = props;
  const t = useSectionTexts();
  const format = useFormat();
  type Month = BudgetDetail['months'][number];
  const column = (
    id: 'actual' | 'committed' | 'expected' | 'cumulative' | 'planned',
    label: string,
    secondary = false,
  ) => ({
    id,
    label,
    secondary,
    align: 'end' as const,
    cell: (month: Month) => format.money(month[id], currency),
  });
  return (
    <DataTable<Month>
      label={t('finance.budget.detail.months')}
      rows={months}
      rowKey={month => month.month}
      columns={[
        {
          id: 'month',
          label: t('common.month'),
          oneLine: true,
          cell: month => format.month(month.month),
        },
        column('actual', t('finance.certainty.actual')),
        column('committed', t('finance.certainty.committed'), true),
        column('expected', t('finance.certainty.expected'), true),
        column('cumulative', t('finance.budget.detail.cumulative')),
        column('planned', t('finance.budget.planned'), true),
      ]}
    />
  );
}
