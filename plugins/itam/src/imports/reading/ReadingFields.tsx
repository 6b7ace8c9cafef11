import {
  CURRENCIES,
  IMPORT_DATE_FORMATS,
  type ImportReading,
} from '@backstage-itam/plugin-itam-common';
import { Select } from '@backstage/ui';
import { useSectionTexts } from '../../translation';
import {
  BLANKS,
  DEFAULT_DATE_FORMAT,
  SEPARATORS,
  UNSTATED,
} from './readingChoices';

type Reading = Pick<
  ImportReading,
  'dateFormat' | 'decimalSeparator' | 'currency' | 'blank'
>;

/**
 * How the cells of a file are written. What was said once can be changed, but
 * the register does not take it back: then `said` leaves out the way to.
 */
export function ReadingFields(props: {
  value: Reading;
  said?: Reading;
  disabled?: boolean;
  onChange(change: Reading): void;
}) {
  const { value, said = {}, disabled = false, onChange } = props;
  const t = useSectionTexts();
  return (
    <>
      <Select
        label={t('imports.reading.dateFormat')}
        isDisabled={disabled}
        options={IMPORT_DATE_FORMATS.map(name => ({
          value: name,
          label:
            name === 'excel-serial' || name === 'excel-serial-1904'
              ? t(`imports.reading.dateName.${name}`)
              : name,
        }))}
        value={value.dateFormat ?? DEFAULT_DATE_FORMAT}
        onChange={key =>
          onChange({
            dateFormat: IMPORT_DATE_FORMATS.find(name => name === key),
          })
        }
      />
      <Select
        label={t('imports.reading.decimals')}
        isDisabled={disabled}
        options={[
          ...(said.decimalSeparator
            ? []
            : [{ value: UNSTATED, label: t('imports.reading.unstated') }]),
          ...SEPARATORS.map(name => ({
            value: name,
            label: t(`imports.reading.decimalName.${name}`),
          })),
        ]}
        value={value.decimalSeparator ?? UNSTATED}
        onChange={key =>
          onChange({
            decimalSeparator: SEPARATORS.find(name => name === key),
          })
        }
      />
      <Select
        label={t('imports.reading.currency')}
        isDisabled={disabled}
        search
        options={[
          ...(said.currency
            ? []
            : [{ value: UNSTATED, label: t('imports.reading.byRow') }]),
          ...CURRENCIES.map(code => ({ value: code, label: code })),
        ]}
        value={value.currency ?? UNSTATED}
        onChange={key =>
          onChange({ currency: CURRENCIES.find(code => code === key) })
        }
      />
      <Select
        label={t('imports.reading.blank')}
        isDisabled={disabled}
        options={BLANKS.map(name => ({
          value: name,
          label: t(`imports.reading.blankName.${name}`),
        }))}
        value={value.blank ?? 'keep'}
        onChange={key => onChange({ blank: BLANKS.find(one => one === key) })}
      />
    </>
  );
}
