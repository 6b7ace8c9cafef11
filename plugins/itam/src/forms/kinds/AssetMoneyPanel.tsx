import { useTexts } from '../../translation';
import { Note, Panel } from '../../ui';
import { useForm } from '../FormContext';
import { DayInput } from '../fields/DayInput';
import { MoneyInput } from '../fields/MoneyInput';
import { CostCenterField } from '../fields/PartyFields';
import { SuggestInput } from '../fields/SuggestInput';
import { TextInput } from '../fields/TextInput';
import { FieldGrid } from '../FormSection';

/** What an asset was bought for and from whom. */
export function AssetMoneyPanel(props: { today: string }) {
  const form = useForm();
  const t = useTexts();
  const vendor = (
    <SuggestInput
      path="spec.vendor"
      label={t('forms.field.vendor')}
      placeholder={t('forms.vendorHelp')}
      options={form.suggestions.vendor}
    />
  );
  return (
    <Panel title={t('forms.purchase')}>
      <FieldGrid>
        {vendor}
        {form.costVisible && (
          <>
            <MoneyInput
              path="spec.financials.purchase"
              label={t('forms.field.cost')}
              companions={{ date: props.today }}
            />
            <DayInput
              path="spec.financials.purchase.date"
              label={t('forms.field.purchaseDate')}
            />
            <TextInput
              path="spec.financials.purchase.order"
              label={t('forms.field.order')}
            />
            <CostCenterField today={props.today} />
          </>
        )}
      </FieldGrid>
      {!form.costVisible && <Note>{t('forms.moneyHidden')}</Note>}
    </Panel>
  );
}
