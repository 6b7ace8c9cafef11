import { useApi } from '@backstage/core-plugin-api';
import type { BudgetSummary } from '@backstage-itam/plugin-itam-common';
import { itamApiRef } from '../../api';
import { useWrite } from '../../loading';
import { useSectionTexts } from '../../translation';
import { FormDialog } from '../../ui';
import styles from '../Finance.module.css';
import { nodeLabel } from '../node';

/**
 * Asks before a budget is removed.
 */
export function RemoveBudgetDialog(props: {
  budget: BudgetSummary;
  onRemoved(): void;
  onReload(): void;
  onClose(): void;
}) {
  const { budget, onRemoved, onReload, onClose } = props;
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const { pending, problem, send } = useWrite();
  return (
    <FormDialog
      title={t('finance.budget.dialog.remove')}
      submit={t('finance.budget.remove')}
      destructive
      pending={pending}
      problem={problem}
      onReload={onReload}
      onSubmit={async () => {
        const removed = await send(() =>
          api.deleteBudget(budget.fiscalYear, budget.of.ref, budget.version),
        );
        if (removed) {
          onRemoved();
        }
      }}
      onClose={onClose}
    >
      <p className={styles.formText}>
        {t('finance.budget.dialog.removeText', {
          name: nodeLabel(t, budget.of),
          year: budget.label,
        })}
      </p>
    </FormDialog>
  );
}
