import {
  LICENSE_METRICS,
  LICENSE_TYPES,
} from '@backstage-itam/plugin-itam-common';
import { useTexts } from '../../translation';
import { Note, Panel } from '../../ui';
import { useForm } from '../FormContext';
import { INTERVALS } from '../fields/ChargesField';
import { ChoiceInput } from '../fields/ChoiceInput';
import { DayInput } from '../fields/DayInput';
import { MoneyInput } from '../fields/MoneyInput';
import { NumberInput } from '../fields/NumberInput';
import { CostCenterField } from '../fields/PartyFields';
import { RefInput } from '../fields/RefInput';
import { SuggestInput } from '../fields/SuggestInput';
import { TextInput } from '../fields/TextInput';
import { FieldGrid } from '../FormSection';

const PER_CORE = ['core', 'processor'];

/** What a licence entitles to. */
export function LicenseFields() {
  const form = useForm();
  const t = useTexts();
  const metric = form.value('spec.metric');
  return (
    <>
      <TextInput
        path="spec.product"
        label={t('forms.field.product')}
        required
      />
      <TextInput path="spec.publisher" label={t('forms.field.publisher')} />
      <ChoiceInput
        path="spec.type"
        label={t('forms.field.type')}
        options={LICENSE_TYPES.map(value => ({
          value,
          label: t(`forms.licenseType.${value}`),
        }))}
      />
      <ChoiceInput
        path="spec.metric"
        label={t('forms.field.metric')}
        options={LICENSE_METRICS.map(value => ({
          value,
          label: t(`metric.${value}`),
        }))}
      />
      <NumberInput
        path="spec.quantity"
        label={t('forms.field.entitled')}
        placeholder={t('forms.entitledHelp')}
      />
      {typeof metric === 'string' && PER_CORE.includes(metric) && (
        <>
          <NumberInput path="spec.factor" label={t('forms.field.coreFactor')} />
          <NumberInput
            path="spec.minimumPerDevice"
            label={t('forms.field.minimumPerDevice')}
          />
        </>
      )}
      {form.value('spec.type') === 'open-source' && (
        <TextInput
          path="spec.licenseExpression"
          label={t('forms.field.licenseExpression')}
          placeholder="MIT OR Apache-2.0"
        />
      )}
    </>
  );
}

/** When a licence runs, under which contract and for what price. */
export function LicenseTermPanel(props: { today: string }) {
  const form = useForm();
  const t = useTexts();
  return (
    <Panel title={t('forms.termAndPrice')}>
      <FieldGrid>
        <DayInput path="spec.term.start" label={t('forms.field.start')} />
        <DayInput path="spec.term.end" label={t('forms.field.end')} />
        <RefInput
          path="spec.contract"
          label={t('forms.field.contract')}
          range={{ records: ['Contract'] }}
        />
        <SuggestInput
          path="spec.vendor"
          label={t('forms.field.vendor')}
          placeholder={t('forms.vendorHelp')}
          options={form.suggestions.vendor}
        />
        {form.costVisible && (
          <>
            <MoneyInput
              path="spec.financials.price"
              label={t('forms.field.price')}
              companions={{ per: 'unit', every: 'month' }}
            />
            <ChoiceInput
              path="spec.financials.price.per"
              label={t('forms.field.per')}
              options={(['unit', 'total'] as const).map(value => ({
                value,
                label: t(`forms.per.${value}`),
              }))}
            />
            <ChoiceInput
              path="spec.financials.price.every"
              label={t('forms.field.every')}
              options={INTERVALS.map(value => ({
                value,
                label: t(`record.charges.interval.${value}`),
              }))}
            />
            <CostCenterField today={props.today} />
          </>
        )}
      </FieldGrid>
      {!form.costVisible && <Note>{t('forms.moneyHidden')}</Note>}
    </Panel>
  );
}
