import { CURRENCIES } from '@backstage-itam/plugin-itam-common';
import { Select } from '@backstage/ui';
import { EntityPicker, PARTIES } from '../picking';
import { useTexts } from '../translation';
import { DayField, FormRow, FormText } from '../ui';
import { DISPOSED_METHODS, type EvidencePath } from './evidence';

/**
 * The field for one piece of evidence.
 */
export function EvidenceField(props: {
  path: EvidencePath;
  value: string;
  currency: string;
  required: boolean;
  problem?: string;
  onChange(value: string): void;
  onCurrencyChange(currency: string): void;
}) {
  const { path, value, currency, required, problem, onChange } = props;
  const t = useTexts();
  const label = t(`actions.evidence.${path}`);
  switch (path) {
    case 'spec.owner':
      return (
        <EntityPicker
          label={label}
          range={PARTIES}
          value={value}
          required={required}
          problem={problem}
          onChange={onChange}
        />
      );
    case 'spec.services':
      return (
        <EntityPicker
          label={label}
          range={PARTIES}
          value={value}
          required={required}
          problem={problem}
          onChange={onChange}
        />
      );
    case 'spec.expected':
      return (
        <DayField
          label={label}
          required={required}
          value={value || undefined}
          problem={problem}
          onChange={day => onChange(day ?? '')}
        />
      );
    case 'spec.disposal.method':
      return (
        <Select
          label={label}
          isRequired={required}
          options={DISPOSED_METHODS.map(method => ({
            value: method,
            label: t(`actions.method.${method}`),
          }))}
          value={value || null}
          isInvalid={problem !== undefined}
          onChange={key => onChange(String(key ?? ''))}
        />
      );
    case 'spec.financials.proceeds':
      return (
        <FormRow>
          <FormText
            label={label}
            inputMode="decimal"
            isRequired={required}
            value={value}
            problem={problem}
            onChange={onChange}
          />
          <Select
            label={t('servicing.currency')}
            search
            options={CURRENCIES.map(code => ({ value: code, label: code }))}
            value={currency}
            onChange={key =>
              typeof key === 'string' && props.onCurrencyChange(key)
            }
          />
        </FormRow>
      );
    default:
      return (
        <FormText
          label={label}
          isRequired={required}
          value={value}
          description={
            path === 'spec.disposal.erasureEvidence'
              ? t('actions.erasureNote')
              : undefined
          }
          problem={problem}
          onChange={onChange}
        />
      );
  }
}
