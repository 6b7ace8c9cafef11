import { useApi } from '@backstage/core-plugin-api';
import {
  type BudgetSummary,
  type CostViewName,
  minorOf,
} from '@backstage-itam/plugin-itam-common';
import { Radio, RadioGroup, TextAreaField, TextField } from '@backstage/ui';
import { useState } from 'react';
import { itamApiRef } from '../../api';
import { useWrite } from '../../loading';
import { useSectionTexts } from '../../translation';
import { FormDialog } from '../../ui';
import { CurrencySelect } from '../CurrencySelect';
import styles from '../Finance.module.css';
import { nodeLabel, NodePicker } from '../node';

/**
 * Sets a budget, or changes one; a budget somebody else changed meanwhile is
 * not overwritten.
 */
export function BudgetDialog(props: {
  fiscalYear: number;
  label: string;
  /** The budget to change; a new one when absent. */
  budget?: BudgetSummary;
  onSaved(): void;
  onReload(): void;
  onClose(): void;
}) {
  const { fiscalYear, label, budget, onSaved, onReload, onClose } = props;
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const { pending, problem, send } = useWrite();
  const [of, setOf] = useState(budget?.of.ref ?? '');
  const [amount, setAmount] = useState(budget?.amount ?? '');
  const [currency, setCurrency] = useState(budget?.currency ?? 'EUR');
  const [view, setView] = useState<CostViewName>(budget?.view ?? 'accrued');
  const [note, setNote] = useState(budget?.note ?? '');
  const [checked, setChecked] = useState(false);
  const amountIsRight = isBudgetAmount(amount.trim(), currency);

  const save = async () => {
    setChecked(true);
    if (!of || !amountIsRight) {
      return;
    }
    const saved = await send(() =>
      api.putBudget(
        fiscalYear,
        of,
        {
          amount: { amount: amount.trim(), currency },
          view,
          note: note.trim() || undefined,
        },
        budget?.version ?? null,
      ),
    );
    if (saved) {
      onSaved();
    }
  };

  return (
    <FormDialog
      title={
        budget
          ? t('finance.budget.dialog.edit', { name: nodeLabel(t, budget.of) })
          : t('finance.budget.dialog.add', { year: label })
      }
      submit={t('finance.budget.dialog.save')}
      pending={pending}
      problem={problem}
      conflict={budget ? undefined : t('finance.budget.dialog.exists')}
      onReload={onReload}
      onSubmit={save}
      onClose={onClose}
    >
      {!budget && (
        <NodePicker
          value={of}
          label={t('finance.budget.node')}
          description={
            checked && !of
              ? t('finance.budget.dialog.nodeMissing')
              : t('finance.node.help')
          }
          isInvalid={checked && !of}
          onChange={setOf}
        />
      )}
      <div className={styles.formRow}>
        <TextField
          label={t('finance.budget.dialog.amount')}
          description={
            checked && !amountIsRight
              ? t('finance.budget.dialog.amountInvalid', { currency })
              : t('finance.budget.dialog.amountHelp')
          }
          isRequired
          isInvalid={checked && !amountIsRight}
          inputMode="decimal"
          value={amount}
          onChange={setAmount}
        />
        <CurrencySelect
          label={t('finance.budget.dialog.currency')}
          value={currency}
          onChange={setCurrency}
        />
      </div>
      <RadioGroup
        label={t('finance.view.label')}
        orientation="horizontal"
        value={view}
        onChange={value =>
          setView(value === 'invoiced' ? 'invoiced' : 'accrued')
        }
      >
        <Radio value="accrued">{t('finance.view.accrued')}</Radio>
        <Radio value="invoiced">{t('finance.view.invoiced')}</Radio>
      </RadioGroup>
      <TextAreaField
        label={t('finance.budget.dialog.note')}
        maxLength={2000}
        rows={2}
        value={note}
        onChange={setNote}
      />
      <p className={styles.formText}>{t('finance.budget.dialog.kept')}</p>
    </FormDialog>
  );
}

function isBudgetAmount(text: string, currency: string): boolean {
  try {
    return minorOf(text, currency) >= 0n;
  } catch {
    return false;
  }
}
