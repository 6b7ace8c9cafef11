import { useSectionTexts } from '../translation';
import { PartyCountsPanel } from './PartyCountsPanel';
import { RecordListPanel } from './RecordListPanel';

/**
 * What nobody owns: records whose owner the catalog does not have, and those
 * that name none.
 */
export function OrphansView() {
  const t = useSectionTexts();
  return (
    <>
      <PartyCountsPanel
        title={t('organisation.orphans.owners')}
        query={{ by: 'owner', ownerState: 'unknown' }}
        none={t('organisation.orphans.noOwners')}
      />
      <RecordListPanel
        title={t('organisation.orphans.unknown')}
        query={{ ownerState: 'unknown' }}
        party="owner"
        noneTitle={t('organisation.orphans.noUnknownTitle')}
        noneText={t('organisation.orphans.noUnknownText')}
      />
      <RecordListPanel
        title={t('organisation.orphans.unnamed')}
        query={{ ownerState: 'none' }}
        party="owner"
        noneTitle={t('organisation.orphans.noUnnamedTitle')}
        noneText={t('organisation.orphans.noUnnamedText')}
      />
    </>
  );
}
