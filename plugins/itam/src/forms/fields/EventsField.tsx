import { useTexts } from '../../translation';
import { useForm } from '../FormContext';
import { ChoiceInput } from './ChoiceInput';
import { DayInput } from './DayInput';
import styles from './Fields.module.css';
import { ListField } from './ListField';
import { NumberInput } from './NumberInput';
import { DecimalInput } from './TextInput';

const KINDS = ['improvement', 'impairment', 'life', 'salvage'] as const;

/**
 * What changed the cost, the life or the value of an asset after its purchase,
 * in the currency of the purchase.
 */
export function EventsField(props: {
  /** First day of a new event. */
  today: string;
}) {
  const t = useTexts();
  const form = useForm();
  const currency = form.value('spec.financials.purchase.currency');
  const kinds = KINDS.map(value => ({
    value,
    label: t(`forms.event.${value}`),
  }));
  const inCurrency = (what: string) =>
    typeof currency === 'string'
      ? t('forms.amountIn', { what, currency })
      : what;
  return (
    <ListField
      path="spec.financials.events"
      label={t('forms.field.events')}
      titled
      add={t('forms.addEvent')}
      empty={{ date: props.today, kind: 'improvement' }}
    >
      {(path, index, remove) => {
        const kind = form.value(`${path}.kind`);
        const has = (name: string) =>
          form.value(`${path}.${name}`) !== undefined;
        return (
          <div key={index} className={styles.entry}>
            <div className={styles.grid}>
              <DayInput
                path={`${path}.date`}
                label={t('forms.field.eventDate')}
                required
              />
              <ChoiceInput
                path={`${path}.kind`}
                label={t('forms.field.eventKind')}
                options={kinds}
                onChosen={next =>
                  form.set(
                    `${path}.${next === 'life' ? 'amount' : 'months'}`,
                    undefined,
                  )
                }
              />
              {/* What does not belong to the kind is shown to be taken away. */}
              {(kind === 'life' || has('months')) && (
                <NumberInput
                  path={`${path}.months`}
                  label={t('forms.field.months')}
                  required
                />
              )}
              {(kind !== 'life' || has('amount')) && (
                <DecimalInput
                  path={`${path}.amount`}
                  label={inCurrency(
                    kind === 'salvage'
                      ? t('forms.field.salvage')
                      : t('forms.field.amount'),
                  )}
                  required
                />
              )}
            </div>
            <div className={styles.remove}>{remove}</div>
          </div>
        );
      }}
    </ListField>
  );
}
