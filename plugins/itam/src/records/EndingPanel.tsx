import { useApi } from '@backstage/core-plugin-api';
import { DateTime } from 'luxon';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import { FailureMessage, Panel, SkeletonLines } from '../ui';
import { EndingList, endingQuery } from './EndingList';

const AHEAD_DAYS = 90;

/**
 * Terms, notice deadlines and warranties of an owner's or a service's records
 * that end within the next 90 days.
 */
export function EndingPanel(props: {
  filter: { owner: string } | { service: string };
}) {
  const { filter } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const today = DateTime.now();
  const records = useLoad(JSON.stringify(filter), () =>
    api.listRecords({ ...filter, ...endingQuery(today, AHEAD_DAYS) }),
  );
  return (
    <Panel title={t('group.renewals')} busy={records.state === 'loading'}>
      {records.state === 'loading' && <SkeletonLines heights={[24, 24]} />}
      {records.state === 'failed' && (
        <FailureMessage
          failure={records.failure}
          forbidden={t('failure.forbiddenRecords')}
          onRetry={records.retry}
        />
      )}
      {records.state === 'ready' && (
        <EndingList page={records.value} today={today} />
      )}
    </Panel>
  );
}
