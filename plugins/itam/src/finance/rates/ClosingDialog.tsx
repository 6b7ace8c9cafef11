import { useApi } from '@backstage/core-plugin-api';
import type { ClosingAnswer } from '@backstage-itam/plugin-itam-common';
import { Checkbox, Select, TextAreaField } from '@backstage/ui';
import { useState } from 'react';
import { itamApiRef } from '../../api';
import { monthPlus, monthsBetween, useFormat } from '../../format';
import { useWrite } from '../../loading';
import { useSectionTexts } from '../../translation';
import { FormDialog } from '../../ui';
import styles from '../Finance.module.css';
import { useClockMonth } from '../useClockMonth';

const NONE = 'none';
/** Months offered before anything is closed, and to open again. */
const MONTHS_BACK = 23;

/**
 * Closes months or opens them again: says what will happen and asks to
 * confirm it; opening needs a reason.
 */
export function ClosingDialog(props: {
  kind: 'close' | 'open';
  closing: ClosingAnswer;
  onSaved(): void;
  onReload(): void;
  onClose(): void;
}) {
  const { kind, closing, onSaved, onReload, onClose } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const api = useApi(itamApiRef);
  const { pending, problem, send } = useWrite();
  const months = useOfferedMonths(kind, closing.closedThrough);
  const [month, setMonth] = useState(months[0] ?? NONE);
  const [reason, setReason] = useState('');
  const [confirmed, setConfirmed] = useState(false);
  const [checked, setChecked] = useState(false);
  const reasonMissing = kind === 'open' && reason.trim() === '';

  const effect = () => {
    if (month === NONE) {
      return t('finance.closing.openAllText');
    }
    const written = { month: format.month(month) };
    return kind === 'close'
      ? t('finance.closing.closeText', written)
      : t('finance.closing.openText', written);
  };
  const save = async () => {
    setChecked(true);
    if (reasonMissing || !confirmed) {
      return;
    }
    const saved = await send(() =>
      api.putClosing(
        {
          closedThrough: month === NONE ? null : month,
          reason: reason.trim() || undefined,
        },
        closing.version,
      ),
    );
    if (saved) {
      onSaved();
    }
  };

  return (
    <FormDialog
      title={t(`finance.closing.${kind}Title`)}
      submit={t(`finance.closing.${kind}`)}
      pending={pending}
      problem={problem}
      onReload={onReload}
      onSubmit={save}
      onClose={onClose}
    >
      <Select
        label={t('finance.closing.month')}
        options={[
          ...months.map(value => ({ value, label: format.month(value) })),
          ...(kind === 'open'
            ? [{ value: NONE, label: t('finance.closing.openAll') }]
            : []),
        ]}
        value={month}
        onChange={key => typeof key === 'string' && setMonth(key)}
      />
      <p className={styles.formText}>{effect()}</p>
      <TextAreaField
        label={t('finance.closing.reason')}
        secondaryLabel={
          kind === 'close' ? t('finance.closing.reasonOptional') : undefined
        }
        description={
          checked && reasonMissing
            ? t('finance.closing.reasonMissing')
            : undefined
        }
        isRequired={kind === 'open'}
        isInvalid={checked && reasonMissing}
        maxLength={2000}
        rows={2}
        value={reason}
        onChange={setReason}
      />
      <Checkbox
        isSelected={confirmed}
        isInvalid={checked && !confirmed}
        onChange={setConfirmed}
      >
        {t('finance.closing.confirm')}
      </Checkbox>
    </FormDialog>
  );
}

/**
 * Months that may become the last closed one, the likeliest first: to close,
 * the one before the current back to the first open one; to open, those
 * before the last closed.
 */
function useOfferedMonths(
  kind: 'close' | 'open',
  closedThrough: string | undefined,
): string[] {
  const currentMonth = useClockMonth();
  if (kind === 'open') {
    return closedThrough
      ? monthsBetween(
          monthPlus(closedThrough, -MONTHS_BACK),
          monthPlus(closedThrough, -1),
        ).reverse()
      : [];
  }
  const first = closedThrough
    ? monthPlus(closedThrough, 1)
    : monthPlus(currentMonth, -MONTHS_BACK);
  return monthsBetween(first, monthPlus(currentMonth, -1)).reverse();
}
