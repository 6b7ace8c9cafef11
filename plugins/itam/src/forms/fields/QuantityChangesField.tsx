import { useTexts } from '../../translation';
import { DayInput } from './DayInput';
import styles from './Fields.module.css';
import { ListField } from './ListField';
import { NumberInput } from './NumberInput';

/** New quantities and the dates they start on. */
export function QuantityChangesField() {
  const t = useTexts();
  return (
    <ListField
      path="spec.quantityChanges"
      label={t('forms.field.quantityChanges')}
      titled
      add={t('forms.addQuantityChange')}
      empty={{}}
    >
      {(path, index, remove) => (
        <div
          key={index}
          className={`${styles.row} ${styles.quantities} ${styles.top}`}
        >
          <DayInput
            path={`${path}.from`}
            label={t('forms.field.from')}
            required
          />
          <NumberInput
            path={`${path}.quantity`}
            label={t('forms.field.quantity')}
            required
          />
          <div className={styles.remove}>{remove}</div>
        </div>
      )}
    </ListField>
  );
}
