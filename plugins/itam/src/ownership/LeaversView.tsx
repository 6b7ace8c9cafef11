import { useSectionTexts } from '../translation';
import { PartyCountsPanel } from './PartyCountsPanel';
import { RecordListPanel } from './RecordListPanel';

/**
 * What is held by people whom the catalog does not have any more.
 */
export function LeaversView() {
  const t = useSectionTexts();
  return (
    <>
      <PartyCountsPanel
        title={t('organisation.leavers.people')}
        query={{ by: 'assignee', assigneeState: 'unknown' }}
        none={t('organisation.leavers.nobody')}
      />
      <RecordListPanel
        title={t('organisation.leavers.held')}
        query={{ assigneeState: 'unknown' }}
        party="assignee"
        noneTitle={t('organisation.leavers.noneTitle')}
        noneText={t('organisation.leavers.noneText')}
      />
    </>
  );
}
