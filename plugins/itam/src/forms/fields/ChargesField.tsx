import { Checkbox } from '@backstage/ui';
import { useTexts } from '../../translation';
import { useForm } from '../FormContext';
import { ChoiceInput } from './ChoiceInput';
import { DayInput } from './DayInput';
import { FieldBox } from './FieldBox';
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
      titled
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
              onChosen={next => {
                if (next !== 'once') {
                  form.set(`${path}.spread`, undefined);
                }
              }}
            />
            <DayInput
              path={`${path}.from`}
              label={t('forms.field.from')}
              required
            />
            <DayInput path={`${path}.until`} label={t('forms.field.until')} />
            {(form.value(`${path}.every`) === 'once' ||
              form.value(`${path}.spread`) !== undefined) && (
              <FieldBox path={`${path}.spread`} wide says>
                <div className={styles.pair}>
                  <DayInput
                    path={`${path}.spread.from`}
                    label={t('forms.field.spreadFrom')}
                  />
                  <DayInput
                    path={`${path}.spread.until`}
                    label={t('forms.field.spreadUntil')}
                  />
                </div>
              </FieldBox>
            )}
            <div className={`${styles.flags} ${styles.wide}`}>
              {form.draft.kind === 'Asset' && (
                <Flag path={`${path}.lease`} label={t('forms.field.lease')} />
              )}
              <Flag path={`${path}.credit`} label={t('forms.field.credit')} />
              <Flag
                path={`${path}.prorate`}
                label={t('forms.field.prorate')}
                on="day"
              />
            </div>
          </div>
          <div className={styles.remove}>{remove}</div>
        </div>
      )}
    </ListField>
  );
}

function Flag(props: {
  path: string;
  label: string;
  /** What is written when it is chosen. */
  on?: string | true;
}) {
  const { path, label, on = true } = props;
  const form = useForm();
  return (
    <FieldBox path={path} says>
      <Checkbox
        isSelected={form.value(path) === on}
        onChange={selected => form.set(path, selected ? on : undefined)}
      >
        {label}
      </Checkbox>
    </FieldBox>
  );
}
