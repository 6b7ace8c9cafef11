import {
  defaultStatus,
  isLifecycleStage,
  isTangible,
  LIFECYCLE_STAGES,
  statusesOf,
} from '@backstage-itam/plugin-itam-common';
import { statusText, useTexts } from '../../translation';
import { Panel } from '../../ui';
import { classOf } from '../draft/newDraft';
import { useForm } from '../FormContext';
import { ChoiceInput } from '../fields/ChoiceInput';
import { DayInput } from '../fields/DayInput';
import { MoneyInput } from '../fields/MoneyInput';
import { PARTIES } from '../../picking';
import { RefInput } from '../fields/RefInput';
import { SuggestInput } from '../fields/SuggestInput';
import { TextInput } from '../fields/TextInput';
import { FieldGrid } from '../FormSection';

const METHODS = [
  'sold',
  'disposed',
  'donated',
  'recycled',
  'returned',
  'lost',
] as const;

/** Where an asset is in its life, with what that stage asks for. */
export function LifecyclePanel() {
  const form = useForm();
  const t = useTexts();
  const { spec } = form.draft;
  const stage =
    typeof spec.stage === 'string' && isLifecycleStage(spec.stage)
      ? spec.stage
      : undefined;
  const assetClass = classOf(
    typeof spec.class === 'string' ? spec.class : null,
  );
  const before = stage === 'planning' || stage === 'procurement';
  return (
    <Panel title={t('forms.lifecycle')}>
      <FieldGrid>
        <ChoiceInput
          path="spec.stage"
          label={t('forms.field.stage')}
          options={LIFECYCLE_STAGES.map(value => ({
            value,
            label: t(`stage.${value}`),
          }))}
          onChosen={next =>
            form.set(
              'spec.status',
              next !== undefined && isLifecycleStage(next)
                ? defaultStatus(next)
                : undefined,
            )
          }
        />
        <ChoiceInput
          path="spec.status"
          label={t('forms.field.status')}
          options={(stage ? statusesOf(stage) : []).map(value => ({
            value,
            label: statusText(t, value),
          }))}
        />
        {isTangible(assetClass) && (
          <SuggestInput
            path="spec.location"
            label={t('forms.field.location')}
            options={form.suggestions.location}
          />
        )}
        {before && (
          <>
            <DayInput path="spec.expected" label={t('forms.field.expected')} />
            <DayInput
              path="spec.planned.neededBy"
              label={t('forms.field.neededBy')}
            />
            <RefInput
              path="spec.planned.replaces"
              label={t('forms.field.replaces')}
              range={{ records: ['Asset'] }}
            />
            <RefInput
              path="spec.planned.approver"
              label={t('forms.field.approver')}
              range={PARTIES}
            />
            <TextInput
              path="spec.planned.benefit"
              label={t('forms.field.benefit')}
              rows={2}
            />
          </>
        )}
        {!before && (
          <DayInput path="spec.inService" label={t('forms.field.inService')} />
        )}
        {stage === 'decommission' && (
          <>
            <DayInput
              path="spec.disposal.date"
              label={t('forms.field.disposalDate')}
            />
            <ChoiceInput
              path="spec.disposal.method"
              label={t('forms.field.disposalMethod')}
              none={t('forms.none')}
              options={METHODS.map(value => ({
                value,
                label: t(`forms.disposal.${value}`),
              }))}
            />
            <TextInput
              path="spec.disposal.reason"
              label={t('forms.field.disposalReason')}
            />
            <TextInput
              path="spec.disposal.erasureEvidence"
              label={t('forms.field.erasureEvidence')}
              placeholder="https://"
            />
            {form.costVisible && (
              <MoneyInput
                path="spec.financials.proceeds"
                label={t('forms.field.proceeds')}
              />
            )}
          </>
        )}
      </FieldGrid>
    </Panel>
  );
}
