import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { RecordBillsPanel } from '../cloudBilling';
import { RecordSourcesPanel } from '../connectors/RecordSourcesPanel';
import { useFormat } from '../format';
import { TicketsPanel } from '../tickets/TicketsPanel';
import { useTexts } from '../translation';
import { Columns, Stack } from '../ui';
import { ChargesPanel } from './ChargesPanel';
import { DisposalPanel } from './DisposalPanel';
import { DocumentsPanel } from './DocumentsPanel';
import { HoldersPanel } from './HoldersPanel';
import { IdentityPanel } from './IdentityPanel';
import { LifecyclePanel } from './LifecyclePanel';
import { LinksPanel } from './LinksPanel';
import { MoneyPanel } from './MoneyPanel';
import { OwnershipPanel } from './OwnershipPanel';
import { PeoplePanel } from './PeoplePanel';
import { SchedulePanel } from './SchedulePanel';
import { ServicingPanel } from './ServicingPanel';
import { specAmount, specAt, specText } from './spec';

/**
 * Everything about an asset.
 */
export function AssetRecord(props: {
  detail: RecordDetail;
  onChanged(): void;
}) {
  const { detail, onChanged } = props;
  const t = useTexts();
  const format = useFormat();
  const warranty = specText(detail.spec, 'warranty', 'until');
  const purchase = specAmount(detail.spec, 'financials', 'purchase');
  return (
    <>
      <LifecyclePanel detail={detail} onChanged={onChanged} />
      {specAt(detail.spec, 'disposal') !== undefined && (
        <DisposalPanel detail={detail} />
      )}
      <Columns>
        <Stack>
          {/* A servicing changes the cost, so it is asked for again. */}
          <MoneyPanel key={detail.history.length} detail={detail} />
          <ChargesPanel detail={detail} />
          <RecordBillsPanel
            recordRef={detail.record.ref}
            costVisible={detail.costVisible}
            expected={detail.record.type === 'cloud-service'}
          />
          <ServicingPanel detail={detail} onChanged={onChanged} />
          <LinksPanel
            title={t('record.warranty')}
            empty={t('record.noWarranty')}
            facts={[
              {
                label: t('record.warrantyUntil'),
                value: warranty && format.date(warranty),
              },
            ]}
            lists={[
              { label: t('record.coveredBy'), labels: detail.coveredBy },
              {
                label: t('record.contract'),
                labels: detail.contract ? [detail.contract] : [],
              },
            ]}
          />
        </Stack>
        <Stack>
          <IdentityPanel detail={detail} />
          <PeoplePanel detail={detail} />
          <HoldersPanel detail={detail} />
          {(detail.partOf || detail.parts.length > 0) && (
            <LinksPanel
              title={t('record.parts')}
              empty=""
              lists={[
                {
                  label: t('record.partOf'),
                  labels: detail.partOf ? [detail.partOf] : [],
                },
                { label: t('record.parts'), labels: detail.parts },
              ]}
            />
          )}
          {detail.costVisible && detail.ownershipCost && (
            <OwnershipPanel cost={detail.ownershipCost} />
          )}
          <TicketsPanel
            key={detail.record.ref}
            of={detail.record.ref}
            name={detail.record.title}
          />
          <DocumentsPanel detail={detail} />
          <RecordSourcesPanel detail={detail} />
        </Stack>
      </Columns>
      {detail.costVisible && purchase && (
        <SchedulePanel recordRef={detail.record.ref} />
      )}
    </>
  );
}
