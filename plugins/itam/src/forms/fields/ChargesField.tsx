import { Checkbox } from '@backstage/ui';
import { useTexts } from '../../translation';
import { useForm } from '../FormContext';
import { ChoiceInput } from './ChoiceInput';
import { DayInput } from './DayInput';
import styles from './Fields.module.css';
import { ListField } from './ListField';
import { MoneyInput } from './MoneyInput';
import { TextInput } from './TextInput';

/** How often an amount is due. */
export const INTERVALS = ['month', 'quarter', 'year', 'once'] as const;

/** Recurring and single amounts. */
export function ChargesField(props: {
  /** First day of a new charge. */
  from: string;
}) {
  const t = useTexts();
  const form = useForm();
  const intervals = INTERVALS.map(value => ({
    value,
    label: t(`record.charges.interval.${value}`),
  }));
  return (
    <ListField
      path="spec.financials.charges"
      label={t('forms.field.charges')}
      add={t('forms.addCharge')}
      empty={{ every: 'month', from: props.from }}
    >
      {(path, index, remove) => (
        <div key={index} className={styles.entry}>
          <div className={styles.grid}>
            <TextInput
              path={`${path}.title`}
              label={t('forms.field.chargeTitle')}
            />
            <MoneyInput path={path} label={t('forms.field.amount')} required />
            <ChoiceInput
              path={`${path}.every`}
              label={t('forms.field.every')}
              options={intervals}
            />
            <DayInput
              path={`${path}.from`}
              label={t('forms.field.from')}
              required
            />
            <DayInput path={`${path}.until`} label={t('forms.field.until')} />
            <div className={`${styles.flags} ${styles.wide}`}>
              {form.draft.kind === 'Asset' && (
                <Flag path={`${path}.lease`} label={t('forms.field.lease')} />
              )}
              <Flag path={`${path}.credit`} label={t('forms.field.credit')} />
            </div>
          </div>
          <div className={styles.remove}>{remove}</div>
        </div>
      )}
    </ListField>
  );
}

function Flag(props: { path: string; label: string }) {
  const { path, label } = props;
  const form = useForm();
  return (
    <Checkbox
      isSelected={form.value(path) === true}
      onChange={selected => form.set(path, selected ? true : undefined)}
    >
      {label}
    </Checkbox>
  );
}
