import { useApi } from '@backstage/core-plugin-api';
import type { RecordSummary } from '@backstage-itam/plugin-itam-common';
import { useState } from 'react';
import { useTaskEvents } from '../analytics';
import { itamApiRef } from '../api';
import { useTexts } from '../translation';
import { FormText } from '../ui';
import { BulkDialog } from './BulkDialog';
import { changeEach, unchangeable } from './outcomes';
import { split } from './split';

/**
 * Takes many records out of the register with one reason.
 */
export function BulkRetireDialog(props: {
  chosen: readonly RecordSummary[];
  onClose(changed: boolean): void;
}) {
  const { chosen, onClose } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const tell = useTaskEvents();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const { able, leftOut } = split(chosen, record => unchangeable(t, record));
  const given = reason.trim();
  return (
    <BulkDialog
      title={t('bulk.retireTitle')}
      submit={t('actions.retire')}
      destructive
      records={able}
      leftOut={leftOut}
      onClose={onClose}
      start={() => {
        setTried(true);
        return given === ''
          ? undefined
          : async onProgress => {
              const outcomes = await changeEach(
                t,
                able,
                record => api.retireRecord(record.ref, record.version, given),
                onProgress,
              );
              tell.retired({
                to: 'record',
                count: outcomes.filter(({ error }) => !error).length,
              });
              return outcomes;
            };
      }}
    >
      <p>{t('actions.retireText')}</p>
      <FormText
        label={t('actions.reason')}
        isRequired
        value={reason}
        problem={tried && given === '' ? t('actions.needed') : undefined}
        onChange={setReason}
      />
    </BulkDialog>
  );
}
