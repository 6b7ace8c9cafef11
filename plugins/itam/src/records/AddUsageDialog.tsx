import { useApi } from '@backstage/core-plugin-api';
import type { UsageMeasurement } from '@backstage-itam/plugin-itam-common';
import { Select } from '@backstage/ui';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { useWrite } from '../loading';
import { useTexts } from '../translation';
import { DayField, FormDialog, FormRow, FormText } from '../ui';

const KINDS = ['seat', 'peak', 'units'] as const;

/**
 * Asks for one measurement of a licence's use and records it; the same
 * measurement again changes nothing.
 */
export function AddUsageDialog(props: {
  recordRef: string;
  onClose(): void;
  onAdded(): void;
}) {
  const { recordRef, onClose, onAdded } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [date, setDate] = useState<string | undefined>(() =>
    DateTime.now().toFormat('yyyy-MM-dd'),
  );
  const [kind, setKind] = useState<UsageMeasurement['kind']>('seat');
  const [holder, setHolder] = useState('');
  const [quantity, setQuantity] = useState('');
  const [tried, setTried] = useState(false);
  const writing = useWrite();

  const seat = kind === 'seat';
  const needsHolder = seat && holder.trim() === '';
  const badQuantity = !seat && !/^\d+(\.\d+)?$/.test(quantity.trim());

  const submit = async () => {
    setTried(true);
    if (!date || needsHolder || badQuantity) {
      return;
    }
    const measurement: UsageMeasurement = seat
      ? { kind, date, holder: holder.trim() }
      : { kind, date, quantity: Number(quantity) };
    if (await writing.send(() => api.addUsage(recordRef, [measurement]))) {
      onAdded();
    }
  };

  return (
    <FormDialog
      title={t('usage.addTitle')}
      submit={t('usage.save')}
      pending={writing.pending}
      problem={writing.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormRow>
        <Select
          label={t('usage.kindLabel')}
          options={KINDS.map(value => ({
            value,
            label: t(`usage.kind.${value}`),
          }))}
          value={kind}
          onChange={key => setKind(KINDS.find(one => one === key) ?? 'seat')}
        />
        <DayField
          label={t('usage.date')}
          required
          value={date}
          problem={tried && !date ? t('usage.needsDate') : undefined}
          onChange={setDate}
        />
      </FormRow>
      {seat ? (
        <FormText
          label={t('usage.holder')}
          description={t('usage.holderNote')}
          isRequired
          value={holder}
          problem={tried && needsHolder ? t('usage.needsHolder') : undefined}
          onChange={setHolder}
        />
      ) : (
        <FormText
          label={t('usage.quantity')}
          inputMode="decimal"
          isRequired
          value={quantity}
          problem={tried && badQuantity ? t('usage.badQuantity') : undefined}
          onChange={setQuantity}
        />
      )}
    </FormDialog>
  );
}
