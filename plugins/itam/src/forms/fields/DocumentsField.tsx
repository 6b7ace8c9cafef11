import { useTexts } from '../../translation';
import styles from './Fields.module.css';
import { ListField } from './ListField';
import { TextInput } from './TextInput';

/** Links to invoices, contracts and the like. */
export function DocumentsField() {
  const t = useTexts();
  return (
    <ListField
      path="spec.documents"
      label={t('forms.field.documents')}
      titled
      add={t('forms.addDocument')}
      empty={{}}
    >
      {(path, index, remove) => (
        <div
          key={index}
          className={`${styles.row} ${styles.documents} ${styles.top}`}
        >
          <TextInput
            path={`${path}.title`}
            label={t('forms.field.documentTitle')}
            required
          />
          <TextInput
            path={`${path}.url`}
            label={t('forms.field.url')}
            required
            placeholder="https://"
          />
          <div className={styles.remove}>{remove}</div>
        </div>
      )}
    </ListField>
  );
}
