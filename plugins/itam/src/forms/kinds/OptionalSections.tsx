import { AccordionGroup } from '@backstage/ui';
import type { JsonValue } from '@backstage/types';
import { useFormat } from '../../format';
import { useTexts } from '../../translation';
import { useForm } from '../FormContext';
import { ChargesField } from '../fields/ChargesField';
import { ChoiceInput } from '../fields/ChoiceInput';
import { DayInput } from '../fields/DayInput';
import { DepreciationPreview } from '../fields/DepreciationPreview';
import { DocumentsField } from '../fields/DocumentsField';
import { EventsField } from '../fields/EventsField';
import fields from '../fields/Fields.module.css';
import { NumberInput } from '../fields/NumberInput';
import { QuantityChangesField } from '../fields/QuantityChangesField';
import { DecimalInput, TextInput } from '../fields/TextInput';
import { FormSection } from '../FormSection';
import { sectionSummary } from '../sectionSummary';

const METHODS = [
  'straight-line',
  'declining-balance',
  'sum-of-years-digits',
  'immediate',
  'none',
] as const;
const CONVENTIONS = [
  'full-month',
  'next-month',
  'half-month',
  'half-year',
  'daily',
] as const;
const DEPRECIATION = 'spec.financials.depreciation';

/** What a record of the kind may have besides, each collapsed. */
export function OptionalSections(props: { today: string }) {
  const form = useForm();
  const t = useTexts();
  const format = useFormat();
  const isAsset = form.draft.kind === 'Asset';
  const sectionOf = (
    title: string,
    paths: readonly string[],
    values?: readonly (JsonValue | undefined)[],
  ) => ({
    title,
    paths,
    nothing: t('forms.nothing'),
    summary: sectionSummary(values ?? paths.map(path => form.value(path)), {
      entries: count => t('forms.entries', { count }),
      date: format.date,
    }),
  });
  const labelled = (path: string, label: string) => {
    const value = form.value(path);
    return value === undefined ? undefined : `${label}: ${String(value)}`;
  };
  const method = METHODS.find(
    one => one === form.value(`${DEPRECIATION}.method`),
  );
  const months = form.value(`${DEPRECIATION}.months`);
  return (
    <AccordionGroup allowsMultiple>
      {isAsset && form.costVisible && (
        <FormSection
          {...sectionOf(
            t('forms.depreciation'),
            [DEPRECIATION],
            [
              method && t(`forms.method.${method}`),
              typeof months === 'number'
                ? t('schedule.lifeMonths', { count: months })
                : undefined,
            ],
          )}
        >
          <DepreciationFields />
        </FormSection>
      )}
      {isAsset && form.costVisible && (
        <FormSection
          {...sectionOf(t('forms.field.events'), ['spec.financials.events'])}
        >
          <EventsField today={props.today} />
        </FormSection>
      )}
      {form.costVisible && (
        <FormSection
          {...sectionOf(t('forms.field.charges'), ['spec.financials.charges'])}
        >
          <ChargesField from={props.today} />
        </FormSection>
      )}
      {isAsset && (
        <FormSection
          {...sectionOf(t('forms.warranty'), [
            'spec.warranty',
            'spec.endOfLife',
          ])}
        >
          <DayInput
            path="spec.warranty.until"
            label={t('forms.field.warrantyUntil')}
          />
          <DayInput path="spec.endOfLife" label={t('forms.field.endOfLife')} />
        </FormSection>
      )}
      {form.value('spec.class') === 'digital' && (
        <FormSection {...sectionOf(t('forms.rights'), ['spec.rights'])}>
          <TextInput
            path="spec.rights.licensor"
            label={t('forms.field.licensor')}
          />
          <DayInput
            path="spec.rights.until"
            label={t('forms.field.rightsUntil')}
          />
          <TextInput
            path="spec.rights.permittedUse"
            label={t('forms.field.permittedUse')}
            rows={2}
          />
        </FormSection>
      )}
      {form.draft.kind === 'License' && (
        <FormSection
          {...sectionOf(t('forms.field.quantityChanges'), [
            'spec.quantityChanges',
          ])}
        >
          <QuantityChangesField />
        </FormSection>
      )}
      <FormSection
        {...sectionOf(t('forms.field.documents'), ['spec.documents'])}
      >
        <DocumentsField />
      </FormSection>
      <FormSection
        {...sectionOf(
          t('forms.more'),
          [
            'description',
            'spec.notes',
            ...(isAsset
              ? ['spec.lastSeen', 'spec.cores', 'spec.processors']
              : []),
          ],
          [
            form.value('description'),
            form.value('spec.notes'),
            ...(isAsset
              ? [
                  labelled('spec.cores', t('forms.field.cores')),
                  labelled('spec.processors', t('forms.field.processors')),
                ]
              : []),
          ],
        )}
      >
        {isAsset && (
          <>
            <NumberInput path="spec.cores" label={t('forms.field.cores')} />
            <NumberInput
              path="spec.processors"
              label={t('forms.field.processors')}
            />
            <DayInput path="spec.lastSeen" label={t('forms.field.lastSeen')} />
          </>
        )}
        <TextInput
          path="description"
          label={t('forms.field.description')}
          rows={2}
        />
        <TextInput path="spec.notes" label={t('forms.field.notes')} rows={3} />
      </FormSection>
    </AccordionGroup>
  );
}

function DepreciationFields() {
  const form = useForm();
  const t = useTexts();
  const method = form.value(`${DEPRECIATION}.method`);
  const spreads =
    method !== undefined && method !== 'immediate' && method !== 'none';
  return (
    <>
      <ChoiceInput
        path={`${DEPRECIATION}.method`}
        label={t('forms.field.method')}
        none={t('forms.byClass')}
        options={METHODS.map(value => ({
          value,
          label: t(`forms.method.${value}`),
        }))}
        onChosen={next => {
          if (next === undefined) {
            form.set(DEPRECIATION, undefined);
          }
        }}
      />
      {spreads && (
        <>
          <NumberInput
            path={`${DEPRECIATION}.months`}
            label={t('forms.field.months')}
          />
          <DecimalInput
            path={`${DEPRECIATION}.salvage`}
            label={t('forms.field.salvage')}
            placeholder={t('forms.salvageHelp')}
          />
          <ChoiceInput
            path={`${DEPRECIATION}.convention`}
            label={t('forms.field.convention')}
            none={t('forms.convention.full-month')}
            options={CONVENTIONS.filter(value => value !== 'full-month').map(
              value => ({ value, label: t(`forms.convention.${value}`) }),
            )}
          />
        </>
      )}
      {method === 'declining-balance' && (
        <NumberInput
          path={`${DEPRECIATION}.factor`}
          label={t('forms.field.factor')}
          placeholder="2"
        />
      )}
      <div className={fields.wide}>
        <DepreciationPreview />
      </div>
    </>
  );
}
