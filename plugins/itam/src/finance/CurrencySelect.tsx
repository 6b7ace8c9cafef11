import { useApi } from '@backstage/core-plugin-api';
import { Select } from '@backstage/ui';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { useSectionTexts } from '../translation';

/** What rates are published against; it needs none itself. */
const EURO = 'EUR';

/**
 * Chooses a currency among those there are rates for, which are the ones
 * figures can be converted to.
 */
export function CurrencySelect(props: {
  value: string | undefined;
  label?: string;
  className?: string;
  isDisabled?: boolean;
  onChange(currency: string): void;
}) {
  const { value, label, className, isDisabled, onChange } = props;
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const rates = useLoad('currencies', () => api.listRates({ limit: 1 }));
  const known = new Set([EURO, ...(value ? [value] : [])]);
  if (rates.state === 'ready') {
    for (const { currency } of rates.value.currencies) known.add(currency);
  }
  return (
    <Select
      className={className}
      label={label ?? t('cost.currency')}
      isDisabled={isDisabled}
      placeholder="–"
      options={[...known].sort().map(code => ({ value: code, label: code }))}
      value={value ?? null}
      onChange={key => typeof key === 'string' && onChange(key)}
    />
  );
}
