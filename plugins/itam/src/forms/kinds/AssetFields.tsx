import {
  isTangible,
  SUGGESTED_ASSET_TYPES,
} from '@backstage-itam/plugin-itam-common';
import { useTexts } from '../../translation';
import { classOf } from '../draft/newDraft';
import { useForm } from '../FormContext';
import fields from '../fields/Fields.module.css';
import { NumberInput } from '../fields/NumberInput';
import { DayInput } from '../fields/DayInput';
import { SuggestInput } from '../fields/SuggestInput';
import { TextInput } from '../fields/TextInput';

/** What identifies an asset of the class at hand. */
export function AssetFields(props: {
  /** Tag and serial number are those of many pieces, asked elsewhere. */
  many: boolean;
}) {
  const { many } = props;
  const form = useForm();
  const t = useTexts();
  const written = form.value('spec.class');
  const assetClass = classOf(typeof written === 'string' ? written : null);
  const tangible = isTangible(assetClass);
  const { suggestions } = form;
  return (
    <>
      <SuggestInput
        path="spec.type"
        label={t('forms.field.type')}
        required
        placeholder={SUGGESTED_ASSET_TYPES[assetClass][0]}
        options={SUGGESTED_ASSET_TYPES[assetClass]}
      />
      {!many && <TextInput path="spec.tag" label={t('forms.field.tag')} />}
      {tangible && !many && (
        <TextInput
          path="spec.serialNumber"
          label={t('forms.field.serialNumber')}
        />
      )}
      <SuggestInput
        path="spec.manufacturer"
        label={
          tangible
            ? t('forms.field.manufacturer')
            : t('forms.field.manufacturerOf')
        }
        options={suggestions.manufacturer}
      />
      {tangible && (
        <SuggestInput
          path="spec.model"
          label={t('forms.field.model')}
          options={suggestions.model}
        />
      )}
      {assetClass === 'software' && (
        <>
          <TextInput path="spec.version" label={t('forms.field.version')} />
          <DayInput
            path="spec.supportUntil"
            label={t('forms.field.supportUntil')}
          />
        </>
      )}
      {tangible && !many && (
        <div className={fields.newLine}>
          <NumberInput
            path="spec.quantity"
            label={t('forms.field.pieces')}
            description={t('forms.piecesHelp')}
          />
        </div>
      )}
    </>
  );
}
