import { PARTIES } from '../../picking';
import { useTexts } from '../../translation';
import { DatedField } from './DatedField';
import { RefInput } from './RefInput';
import { TextInput } from './TextInput';

/** Who is responsible, at all times or from days on. */
export function OwnerField(props: { today: string }) {
  const t = useTexts();
  return (
    <DatedField
      path="spec.owner"
      label={t('forms.field.owner')}
      name="ref"
      add={t('forms.addOwner')}
      today={props.today}
      field={path => (
        <RefInput
          path={path}
          label={t('forms.field.owner')}
          required
          range={PARTIES}
        />
      )}
    />
  );
}

/** Who pays, at all times or from days on. */
export function CostCenterField(props: { today: string }) {
  const t = useTexts();
  return (
    <DatedField
      path="spec.financials.costCenter"
      label={t('forms.field.costCenter')}
      name="costCenter"
      add={t('forms.addCostCenter')}
      today={props.today}
      field={path => (
        <TextInput path={path} label={t('forms.field.costCenter')} />
      )}
    />
  );
}
