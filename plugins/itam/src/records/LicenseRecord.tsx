import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { RecordSourcesPanel } from '../connectors/RecordSourcesPanel';
import { useTexts } from '../translation';
import { Columns, Stack } from '../ui';
import { ChargesPanel } from './ChargesPanel';
import { DocumentsPanel } from './DocumentsPanel';
import { IdentityPanel } from './IdentityPanel';
import { LinksPanel } from './LinksPanel';
import { MoneyPanel } from './MoneyPanel';
import { PeoplePanel } from './PeoplePanel';
import { PoolPanel } from './PoolPanel';
import { PositionPanel } from './PositionPanel';
import { SeatsPanel } from './SeatsPanel';
import { TermPanel } from './TermPanel';
import { UsagePanel } from './UsagePanel';

/**
 * Everything about a licence.
 */
export function LicenseRecord(props: {
  detail: RecordDetail;
  onChanged(): void;
}) {
  const { detail, onChanged } = props;
  const t = useTexts();
  return (
    <Columns>
      <Stack>
        {detail.position && <PositionPanel position={detail.position} />}
        {detail.position?.applicable ? (
          <PoolPanel
            recordRef={detail.record.ref}
            fallback={<SeatsPanel position={detail.position} />}
            onChanged={onChanged}
          />
        ) : (
          detail.position?.seats && <SeatsPanel position={detail.position} />
        )}
      </Stack>
      <Stack>
        <TermPanel detail={detail} />
        <MoneyPanel detail={detail} />
        <ChargesPanel detail={detail} />
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
            {
              label: t('record.coveredBy'),
              labels: detail.coveredBy.filter(
                ({ ref }) => ref !== detail.contract?.ref,
              ),
            },
          ]}
        />
        {detail.position?.applicable && (
          <UsagePanel recordRef={detail.record.ref} onChanged={onChanged} />
        )}
        <DocumentsPanel detail={detail} />
        <RecordSourcesPanel detail={detail} />
      </Stack>
    </Columns>
  );
}
