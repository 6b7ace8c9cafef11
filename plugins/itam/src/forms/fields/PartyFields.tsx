import { useTexts } from '../../translation';
import { Note } from '../../ui';
import { useForm } from '../FormContext';
import styles from './Fields.module.css';
import { PARTIES } from '../../picking';
import { RefInput } from './RefInput';
import { TextInput } from './TextInput';

/** Who is responsible; owners that change over time stay as they are. */
export function OwnerField() {
  const form = useForm();
  const t = useTexts();
  return Array.isArray(form.value('spec.owner')) ? (
    <div className={styles.field} data-path="spec.owner">
      <Note>{t('forms.datedOwner')}</Note>
    </div>
  ) : (
    <RefInput
      path="spec.owner"
      label={t('forms.field.owner')}
      required
      range={PARTIES}
    />
  );
}

/** Who pays; cost centres that change over time stay as they are. */
export function CostCenterField() {
  const form = useForm();
  const t = useTexts();
  const path = 'spec.financials.costCenter';
  return Array.isArray(form.value(path)) ? (
    <div className={styles.field} data-path={path}>
      <Note>{t('forms.datedCostCenter')}</Note>
    </div>
  ) : (
    <TextInput path={path} label={t('forms.field.costCenter')} />
  );
}
