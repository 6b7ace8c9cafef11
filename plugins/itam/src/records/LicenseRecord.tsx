import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { useTexts } from '../translation';
import { Columns, Stack } from '../ui';
import { ChargesPanel } from './ChargesPanel';
import { DocumentsPanel } from './DocumentsPanel';
import { IdentityPanel } from './IdentityPanel';
import { LinksPanel } from './LinksPanel';
import { MoneyPanel } from './MoneyPanel';
import { PeoplePanel } from './PeoplePanel';
import { PositionPanel } from './PositionPanel';
import { SeatsPanel } from './SeatsPanel';
import { TermPanel } from './TermPanel';

/**
 * Everything about a licence.
 */
export function LicenseRecord(props: { detail: RecordDetail }) {
  const { detail } = props;
  const t = useTexts();
  return (
    <Columns>
      <Stack>
        {detail.position && <PositionPanel position={detail.position} />}
        {detail.position?.seats && <SeatsPanel position={detail.position} />}
        <MoneyPanel detail={detail} />
        <ChargesPanel detail={detail} />
      </Stack>
      <Stack>
        <TermPanel detail={detail} />
        <IdentityPanel detail={detail} />
        <PeoplePanel detail={detail} />
        <LinksPanel
          title={t('record.contract')}
          empty={t('record.noWarranty')}
          lists={[
            {
              label: t('record.contract'),
              labels: detail.contract ? [detail.contract] : [],
            },
            { label: t('record.coveredBy'), labels: detail.coveredBy },
          ]}
        />
        <DocumentsPanel detail={detail} />
      </Stack>
    </Columns>
  );
}
