import { useFormat } from '../../format';
import { useTexts } from '../../translation';
import { Note } from '../../ui';
import { isObject } from '../draft/jsonPath';
import { useForm } from '../FormContext';
import styles from './Fields.module.css';
import { ListField } from './ListField';
import { NumberInput } from './NumberInput';
import { SERVICES } from '../../picking';
import { RefInput } from './RefInput';
import { isDatedServices, sharesOf } from './shares';

/**
 * The services that use a record, with their shares and what these leave.
 * Shares that change over time stay as they are.
 */
export function ServicesField() {
  const form = useForm();
  const t = useTexts();
  const format = useFormat();
  const value = form.value('spec.services');
  if (isDatedServices(value)) {
    return (
      <div className={styles.wide} data-path="spec.services">
        <Note>{t('forms.datedServices')}</Note>
      </div>
    );
  }
  const { left, open } = sharesOf(value);
  const entries = Array.isArray(value) ? value.filter(isObject) : [];
  const percent = format.percent(String(left));
  const leftText = () => {
    if (open > 0) {
      return t('forms.sharesSplit', { percent, count: open });
    }
    return left === 0
      ? t('forms.sharesAll')
      : t('forms.sharesLeft', { percent });
  };
  return (
    <ListField
      path="spec.services"
      label={t('forms.field.services')}
      add={t('forms.addService')}
      empty={{}}
      footer={
        entries.length > 0 &&
        left >= 0 && (
          <div role="status">
            <Note>{leftText()}</Note>
          </div>
        )
      }
    >
      {(path, index, remove) => (
        <div
          key={index}
          className={`${styles.row} ${styles.shares} ${styles.top}`}
        >
          <RefInput
            path={`${path}.ref`}
            label={t('forms.field.service')}
            range={SERVICES}
          />
          <NumberInput path={`${path}.share`} label={t('forms.field.share')} />
          <div className={styles.remove}>{remove}</div>
        </div>
      )}
    </ListField>
  );
}
