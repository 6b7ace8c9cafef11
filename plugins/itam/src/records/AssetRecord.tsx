import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { useFormat } from '../format';
import { useTexts } from '../translation';
import { Columns, Stack } from '../ui';
import { ChargesPanel } from './ChargesPanel';
import { DocumentsPanel } from './DocumentsPanel';
import { IdentityPanel } from './IdentityPanel';
import { LifecyclePanel } from './LifecyclePanel';
import { LinksPanel } from './LinksPanel';
import { MoneyPanel } from './MoneyPanel';
import { PeoplePanel } from './PeoplePanel';
import { specText } from './spec';

/**
 * Everything about an asset.
 */
export function AssetRecord(props: { detail: RecordDetail }) {
  const { detail } = props;
  const t = useTexts();
  const format = useFormat();
  const warranty = specText(detail.spec, 'warranty', 'until');
  return (
    <>
      <LifecyclePanel detail={detail} />
      <Columns>
        <Stack>
          <MoneyPanel detail={detail} />
          <ChargesPanel detail={detail} />
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
          <DocumentsPanel detail={detail} />
        </Stack>
      </Columns>
    </>
  );
}
