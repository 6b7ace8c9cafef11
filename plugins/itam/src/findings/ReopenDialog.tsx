import { useApi } from '@backstage/core-plugin-api';
import type { FindingEntry } from '@backstage-itam/plugin-itam-common';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { useWrite } from '../loading';
import { useRuleTexts, useTexts } from '../translation';
import { FormDialog, FormText } from '../ui';
import { FindingText } from './FindingText';

/**
 * Asks why a finding that was set aside is taken up again.
 */
export function ReopenDialog(props: {
  finding: FindingEntry;
  onClose(): void;
  onReload(): void;
  onDone(): void;
}) {
  const { finding, onClose, onReload, onDone } = props;
  const t = useTexts();
  const rules = useRuleTexts();
  const api = useApi(itamApiRef);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const writing = useWrite();
  const needsReason = reason.trim() === '';
  const submit = async () => {
    setTried(true);
    if (needsReason) {
      return;
    }
    if (
      await writing.send(() =>
        api.findings.reopen(finding.id, reason.trim(), finding.version),
      )
    ) {
      onDone();
    }
  };
  return (
    <FormDialog
      title={t('findings.reopen.title')}
      submit={t('findings.reopen.submit')}
      pending={writing.pending}
      problem={writing.problem}
      onReload={onReload}
      onSubmit={submit}
      onClose={onClose}
    >
      <p>{rules && <FindingText finding={finding} rules={rules} />}</p>
      <FormText
        label={t('findings.accept.reason')}
        isRequired
        value={reason}
        problem={
          tried && needsReason ? t('findings.accept.needsReason') : undefined
        }
        onChange={setReason}
      />
    </FormDialog>
  );
}
