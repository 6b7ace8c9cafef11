import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { RecordBillsPanel } from '../cloudBilling';
import { RecordSourcesPanel } from '../connectors/RecordSourcesPanel';
import { useTexts } from '../translation';
import { Columns, Stack } from '../ui';
import { ChargesPanel } from './ChargesPanel';
import { DocumentsPanel } from './DocumentsPanel';
import { IdentityPanel } from './IdentityPanel';
import { LinksPanel } from './LinksPanel';
import { MoneyPanel } from './MoneyPanel';
import { PeoplePanel } from './PeoplePanel';
import { TermPanel } from './TermPanel';

/**
 * Everything about a contract.
 */
export function ContractRecord(props: { detail: RecordDetail }) {
  const { detail } = props;
  const t = useTexts();
  return (
    <>
      <TermPanel detail={detail} />
      <Columns>
        <Stack>
          <MoneyPanel detail={detail} />
          <ChargesPanel detail={detail} />
          <RecordBillsPanel
            recordRef={detail.record.ref}
            costVisible={detail.costVisible}
            expected={false}
          />
        </Stack>
        <Stack>
          <IdentityPanel detail={detail} />
          <LinksPanel
            title={t('record.covers')}
            empty={t('record.noCovers')}
            lists={[
              { label: t('record.covers'), labels: detail.covers },
              {
                label: t('record.licenses'),
                // Those it covers are named above.
                labels: (detail.licenses ?? []).filter(
                  ({ ref }) => !detail.covers.some(one => one.ref === ref),
                ),
              },
              {
                label: t('record.partOf'),
                labels: detail.partOf ? [detail.partOf] : [],
              },
              { label: t('record.parts'), labels: detail.parts },
            ]}
          />
          <PeoplePanel detail={detail} />
          <DocumentsPanel detail={detail} />
          <RecordSourcesPanel detail={detail} />
        </Stack>
      </Columns>
    </>
  );
}
