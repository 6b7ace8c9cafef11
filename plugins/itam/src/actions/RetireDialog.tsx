import { useApi } from '@backstage/core-plugin-api';
import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { useState } from 'react';
import { useTaskEvents } from '../analytics';
import { itamApiRef } from '../api';
import { useWrite } from '../loading';
import { useTexts } from '../translation';
import { FormDialog, FormText } from '../ui';
import { OtherProblems, problemAt, withoutFields } from './OtherProblems';

/**
 * Takes a record out of the register, or back into it, with a reason.
 */
export function RetireDialog(props: {
  detail: RecordDetail;
  /** Takes a retired record back instead. */
  restore?: boolean;
  onClose(): void;
  onDone(): void;
  onReload(): void;
}) {
  const { detail, restore = false, onClose, onDone, onReload } = props;
  const { record } = detail;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const tell = useTaskEvents();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const writing = useWrite();
  const { problem } = writing;

  const submit = async () => {
    setTried(true);
    const given = reason.trim();
    if (given === '') {
      return;
    }
    const { ref, version } = record;
    if (
      await writing.send(() =>
        restore
          ? api.restoreRecord(ref, version, given)
          : api.retireRecord(ref, version, given),
      )
    ) {
      if (!restore) {
        tell.retired({ to: 'record', count: 1 });
      }
      onDone();
    }
  };

  return (
    <FormDialog
      title={t(restore ? 'actions.restoreTitle' : 'actions.retireTitle', {
        title: record.title,
      })}
      submit={t(restore ? 'actions.restore' : 'actions.retire')}
      destructive={!restore}
      pending={writing.pending}
      problem={withoutFields(problem)}
      conflict={t('actions.conflict')}
      onReload={onReload}
      onSubmit={submit}
      onClose={onClose}
    >
      <OtherProblems problem={problem} isShown={path => path === 'reason'} />
      <p>{t(restore ? 'actions.restoreText' : 'actions.retireText')}</p>
      <FormText
        label={t('actions.reason')}
        isRequired
        value={reason}
        problem={
          tried && reason.trim() === ''
            ? t('actions.needed')
            : problemAt(problem, 'reason')
        }
        onChange={setReason}
      />
    </FormDialog>
  );
}
