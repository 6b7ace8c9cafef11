import { CURRENCIES } from '@backstage-itam/plugin-itam-common';
import { Select } from '@backstage/ui';
import { useState } from 'react';
import { useTexts } from '../../translation';
import { useForm } from '../FormContext';
import { FieldBox } from './FieldBox';
import styles from './Fields.module.css';
import { TextInput } from './TextInput';

const OPTIONS = CURRENCIES.map(value => ({ value, label: value }));

/**
 * An amount with its currency, which comes and goes with the amount.
 */
export function MoneyInput(props: {
  /** Of the object that has amount and currency. */
  path: string;
  label: string;
  required?: boolean;
  /** What else is set when there is an amount, unless it is there. */
  companions?: Readonly<Record<string, string>>;
}) {
  const { path, label, required, companions = {} } = props;
  const form = useForm();
  const t = useTexts();
  const [chosen, setChosen] = useState<string>();
  const currency = form.value(`${path}.currency`);
  const hasAmount = form.value(`${path}.amount`) !== undefined;
  const shown =
    typeof currency === 'string'
      ? currency
      : chosen ?? form.suggestions.currency;
  const settle = () => {
    if (!hasAmount) {
      form.set(`${path}.currency`, undefined);
      return;
    }
    if (currency === undefined) {
      form.set(`${path}.currency`, shown);
    }
    for (const [name, value] of Object.entries(companions)) {
      if (form.value(`${path}.${name}`) === undefined) {
        form.set(`${path}.${name}`, value);
      }
    }
  };
  return (
    <div className={styles.money} onBlur={settle}>
      <TextInput
        path={`${path}.amount`}
        label={label}
        required={required}
        inputMode="decimal"
      />
      {/* Without an amount there is none, though one is shown. */}
      <FieldBox path={`${path}.currency`} says={hasAmount}>
        <Select
          label={t('forms.field.currency')}
          search
          options={OPTIONS}
          value={shown}
          onChange={key => {
            if (typeof key === 'string') {
              setChosen(key);
              if (hasAmount) {
                form.set(`${path}.currency`, key);
              }
            }
          }}
        />
      </FieldBox>
    </div>
  );
}
