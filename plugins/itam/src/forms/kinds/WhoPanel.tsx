import { useTexts } from '../../translation';
import { Panel } from '../../ui';
import { useForm } from '../FormContext';
import { OwnerField } from '../fields/PartyFields';
import { PARTIES } from '../../picking';
import { RefInput } from '../fields/RefInput';
import { ServicesField } from '../fields/ServicesField';
import { FieldGrid } from '../FormSection';

/** Who is responsible, who holds it, and what uses it. */
export function WhoPanel(props: { today: string }) {
  const { draft } = useForm();
  const t = useTexts();
  return (
    <Panel title={t('forms.who')}>
      <FieldGrid>
        <OwnerField today={props.today} />
        {draft.kind === 'Asset' && (
          <>
            <RefInput
              path="spec.assignee"
              label={t('forms.field.assignee')}
              range={PARTIES}
            />
            <RefInput
              path="spec.partOf"
              label={t('forms.field.partOf')}
              range={{ records: ['Asset'] }}
            />
          </>
        )}
        <ServicesField />
      </FieldGrid>
    </Panel>
  );
}
