import type { PickRange } from '../../picking';
import { useTexts } from '../../translation';
import { isObject } from '../draft/jsonPath';
import { useForm } from '../FormContext';
import styles from './Fields.module.css';
import { ListField } from './ListField';
import { NumberInput } from './NumberInput';
import { RefInput } from './RefInput';

const COVERED: PickRange = {
  entities: ['component', 'system', 'resource'],
  records: ['Asset', 'License'],
};

/** What a contract covers, with weights where the cost is spread by them. */
export function CoversField() {
  const t = useTexts();
  const form = useForm();
  const weighted = form.value('spec.distribute') === 'weight';
  return (
    <ListField
      path="spec.covers"
      label={t('forms.field.covers')}
      titled
      add={t('forms.addCover')}
      empty={{}}
    >
      {(path, index, remove) => {
        const plain = !isObject(form.value(path));
        return (
          <div
            key={index}
            className={`${styles.row} ${styles.shares} ${styles.top}`}
          >
            <RefInput
              path={plain ? path : `${path}.ref`}
              label={t('forms.field.cover')}
              range={COVERED}
            />
            {weighted && !plain ? (
              <NumberInput
                path={`${path}.weight`}
                label={t('forms.field.weight')}
              />
            ) : (
              <span />
            )}
            <div className={styles.remove}>{remove}</div>
          </div>
        );
      }}
    </ListField>
  );
}
