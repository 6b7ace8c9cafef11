import { useApi } from '@backstage/core-plugin-api';
import type { DiscoveryEntry } from '@backstage-itam/plugin-itam-common';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { useWrite } from '../loading';
import { useSectionTexts } from '../translation';
import { FormDialog, FormText } from '../ui';

/**
 * Sets a discovered name aside, or takes a decision back; both need a reason.
 */
export function ReasonDialog(props: {
  discovery: DiscoveryEntry;
  action: 'dismiss' | 'reopen';
  onClose(): void;
  onDone(): void;
}) {
  const { discovery, action, onClose, onDone } = props;
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const writing = useWrite();
  const [reason, setReason] = useState('');
  const [checked, setChecked] = useState(false);
  const { id, name, version } = discovery;
  const given = reason.trim();
  return (
    <FormDialog
      title={t(`discoveries.${action}.title`, { name })}
      submit={t(`discoveries.${action}.submit`)}
      pending={writing.pending}
      problem={writing.problem}
      onReload={onDone}
      onClose={onClose}
      onSubmit={async () => {
        setChecked(true);
        if (
          given &&
          (await writing.send(() =>
            api.discoveries[action](id, given, version),
          ))
        ) {
          onDone();
        }
      }}
    >
      <p>{t(`discoveries.${action}.text`)}</p>
      <FormText
        label={t('discoveries.reason')}
        value={reason}
        isRequired
        problem={checked && !given ? t('discoveries.reasonMissing') : undefined}
        onChange={setReason}
      />
    </FormDialog>
  );
}
