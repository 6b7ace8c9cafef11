import { useApi } from '@backstage/core-plugin-api';
import { CURRENCIES } from '@backstage-itam/plugin-itam-common';
import { TextField } from '@backstage/ui';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { itamApiRef } from '../../api';
import { useWrite } from '../../loading';
import { useSectionTexts } from '../../translation';
import { DayField, FormDialog } from '../../ui';

/**
 * Sets one rate by hand.
 */
export function RateDialog(props: { onSaved(): void; onClose(): void }) {
  const { onSaved, onClose } = props;
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const { pending, problem, send } = useWrite();
  const [date, setDate] = useState<string | undefined>(() =>
    DateTime.now().toFormat('yyyy-MM-dd'),
  );
  const [currencyText, setCurrency] = useState('');
  const [units, setUnits] = useState('');
  const [checked, setChecked] = useState(false);
  const currency = currencyText.trim().toLocaleUpperCase('en-US');
  const right = {
    currency: CURRENCIES.some(code => code === currency) && currency !== 'EUR',
    units: /^\d{1,20}(\.\d{1,18})?$/.test(units.trim()) && /[1-9]/.test(units),
  };
  const save = async () => {
    setChecked(true);
    if (!date || !right.currency || !right.units) {
      return;
    }
    const saved = await send(() =>
      api.putRates([{ date, currency, unitsPerEuro: units.trim() }]),
    );
    if (saved) {
      onSaved();
    }
  };
  return (
    <FormDialog
      title={t('finance.rates.addTitle')}
      submit={t('finance.rates.save')}
      pending={pending}
      problem={problem}
      onSubmit={save}
      onClose={onClose}
    >
      <DayField
        label={t('finance.rates.day')}
        value={date}
        required
        problem={checked && !date ? t('finance.rates.dayInvalid') : undefined}
        onChange={setDate}
      />
      <TextField
        label={t('finance.rates.currency')}
        description={
          checked && !right.currency
            ? t('finance.rates.currencyInvalid')
            : undefined
        }
        isRequired
        isInvalid={checked && !right.currency}
        maxLength={3}
        value={currencyText}
        onChange={setCurrency}
      />
      <TextField
        label={t('finance.rates.units')}
        description={
          checked && !right.units
            ? t('finance.rates.unitsInvalid')
            : t('finance.rates.unitsHelp')
        }
        isRequired
        isInvalid={checked && !right.units}
        inputMode="decimal"
        value={units}
        onChange={setUnits}
      />
    </FormDialog>
  );
}
