import { CONTRACT_TYPES } from '@backstage-itam/plugin-itam-common';
import { useTexts } from '../../translation';
import { Note, Panel } from '../../ui';
import { useForm } from '../FormContext';
import { ChoiceInput } from '../fields/ChoiceInput';
import { CoversField } from '../fields/CoversField';
import { DayInput } from '../fields/DayInput';
import { NumberInput } from '../fields/NumberInput';
import { CostCenterField } from '../fields/PartyFields';
import { RefInput } from '../fields/RefInput';
import { SuggestInput } from '../fields/SuggestInput';
import { TextInput } from '../fields/TextInput';
import { FieldGrid } from '../FormSection';

const RENEWALS = ['none', 'manual', 'automatic'] as const;
const DISTRIBUTIONS = ['equal', 'weight', 'cost'] as const;

/** What a contract is and with whom. */
export function ContractFields() {
  const form = useForm();
  const t = useTexts();
  return (
    <>
      <ChoiceInput
        path="spec.type"
        label={t('forms.field.type')}
        options={CONTRACT_TYPES.map(value => ({
          value,
          label: t(`forms.contractType.${value}`),
        }))}
      />
      <TextInput path="spec.number" label={t('forms.field.contractNumber')} />
      <SuggestInput
        path="spec.vendor"
        label={t('forms.field.vendor')}
        placeholder={t('forms.vendorHelp')}
        required
        options={form.suggestions.vendor}
      />
    </>
  );
}

/** When a contract runs and what happens at its end. */
export function ContractTermPanel() {
  const form = useForm();
  const t = useTexts();
  const renewal = form.value('spec.renewal.kind');
  return (
    <Panel title={t('forms.term')}>
      <FieldGrid>
        <DayInput
          path="spec.term.start"
          label={t('forms.field.start')}
          required
        />
        <DayInput path="spec.term.end" label={t('forms.field.end')} />
        <ChoiceInput
          path="spec.renewal.kind"
          label={t('forms.field.renewal')}
          none={t('forms.notSaid')}
          options={RENEWALS.map(value => ({
            value,
            label: t(`record.term.renewalKind.${value}`),
          }))}
          onChosen={next => {
            if (next === undefined) {
              form.set('spec.renewal', undefined);
            }
          }}
        />
        {renewal !== undefined && renewal !== 'none' && (
          <>
            <NumberInput
              path="spec.renewal.months"
              label={t('forms.field.renewalMonths')}
            />
            <NumberInput
              path="spec.renewal.noticeDays"
              label={t('forms.field.noticeDays')}
            />
            <NumberInput
              path="spec.renewal.noticeMonths"
              label={t('forms.field.noticeMonths')}
            />
            <NumberInput
              path="spec.renewal.upliftPercent"
              label={t('forms.field.upliftPercent')}
            />
            {form.editing && (
              <>
                <DayInput
                  path="spec.renewal.noticeGiven"
                  label={t('forms.field.noticeGiven')}
                />
                <DayInput
                  path="spec.renewal.confirmed"
                  label={t('forms.field.confirmed')}
                />
              </>
            )}
          </>
        )}
      </FieldGrid>
    </Panel>
  );
}

/** What a contract covers, and how its cost is spread over that. */
export function ContractCoversPanel(props: { today: string }) {
  const form = useForm();
  const t = useTexts();
  return (
    <Panel title={t('forms.field.covers')}>
      <FieldGrid>
        <CoversField />
        <ChoiceInput
          path="spec.distribute"
          label={t('forms.field.distribute')}
          none={t('forms.distribution.equal')}
          options={DISTRIBUTIONS.filter(value => value !== 'equal').map(
            value => ({ value, label: t(`forms.distribution.${value}`) }),
          )}
        />
        <RefInput
          path="spec.partOf"
          label={t('forms.field.contractPart')}
          range={{ records: ['Contract'] }}
        />
        {form.costVisible && <CostCenterField today={props.today} />}
      </FieldGrid>
      {!form.costVisible && <Note>{t('forms.moneyHidden')}</Note>}
    </Panel>
  );
}
