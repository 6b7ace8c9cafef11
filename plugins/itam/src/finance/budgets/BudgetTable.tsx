import type { BudgetSummary } from '@backstage-itam/plugin-itam-common';
import { ButtonIcon, Link } from '@backstage/ui';
import { RiDeleteBinLine, RiPencilLine } from '@remixicon/react';
import { useFormat } from '../../format';
import { useSectionTexts } from '../../translation';
import { type DataColumn, DataTable, InlineNote } from '../../ui';
import styles from '../Finance.module.css';
import { nodeLabel } from '../node';
import { useFinancePaths } from '../useFinancePaths';
import { BudgetState } from './BudgetState';
import { UsedBar } from './UsedBar';

/**
 * Budgets with what is used, forecast and left of them, each leading to its
 * own page.
 */
export function BudgetTable(props: {
  budgets: readonly BudgetSummary[];
  canEdit: boolean;
  onEdit(budget: BudgetSummary): void;
  onRemove(budget: BudgetSummary): void;
}) {
  const { budgets, canEdit, onEdit, onRemove } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const paths = useFinancePaths();
  const columns: DataColumn<BudgetSummary>[] = [
    {
      id: 'node',
      label: t('finance.budget.node'),
      ownLine: true,
      named: false,
      cell: budget => (
        <>
          <Link
            href={paths.budget(budget.fiscalYear, budget.of.ref)}
            title={budget.of.ref}
          >
            {nodeLabel(t, budget.of)}
          </Link>
          <br />
          <InlineNote>
            {t(`basis.${budget.basis}`)} · {t(`finance.view.${budget.view}`)}
          </InlineNote>
        </>
      ),
    },
    {
      id: 'amount',
      label: t('finance.budget.amount'),
      align: 'end',
      secondary: true,
      cell: budget => format.money(budget.amount, budget.currency),
    },
    {
      id: 'used',
      label: t('finance.budget.used'),
      ownLine: true,
      cell: budget => <UsedBar budget={budget} />,
    },
    {
      id: 'forecast',
      label: t('finance.budget.forecast'),
      align: 'end',
      secondary: true,
      cell: budget => (
        <>
          {format.money(budget.forecast, budget.currency)}
          <br />
          <InlineNote>{format.percent(budget.forecastPercent, 2)}</InlineNote>
        </>
      ),
    },
    {
      id: 'variance',
      label: t('finance.budget.variance'),
      align: 'end',
      secondary: true,
      cell: budget => format.signed(budget.variance, budget.currency),
    },
    {
      id: 'state',
      label: t('finance.budget.state'),
      cell: budget => <BudgetState state={budget.state} />,
    },
  ];
  if (canEdit) {
    columns.push({
      id: 'actions',
      label: t('finance.budget.actions'),
      align: 'end',
      cell: budget => (
        <span className={styles.rowActions}>
          <ButtonIcon
            variant="tertiary"
            icon={<RiPencilLine aria-hidden="true" />}
            aria-label={t('finance.budget.editOf', {
              name: nodeLabel(t, budget.of),
            })}
            onPress={() => onEdit(budget)}
          />
          <ButtonIcon
            variant="tertiary"
            icon={<RiDeleteBinLine aria-hidden="true" />}
            aria-label={t('finance.budget.removeOf', {
              name: nodeLabel(t, budget.of),
            })}
            onPress={() => onRemove(budget)}
          />
        </span>
      ),
    });
  }
  return (
    <DataTable
      label={t('finance.budget.title')}
      rows={budgets}
      stacks
      rowKey={budget => `${budget.of.ref} ${budget.basis} ${budget.view}`}
      columns={columns}
    />
  );
}
