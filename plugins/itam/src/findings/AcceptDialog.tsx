import { useApi } from '@backstage/core-plugin-api';
import type { FindingEntry } from '@backstage-itam/plugin-itam-common';
import { DateTime } from 'luxon';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { useWrite } from '../loading';
import { useRuleTexts, useTexts } from '../translation';
import { DayField, FormDialog, FormText } from '../ui';
import { FindingText } from './FindingText';

/** Days ahead that are proposed. */
const PROPOSED_DAYS = 90;

/**
 * Asks why a finding is set aside, and until when.
 */
export function AcceptDialog(props: {
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
  const [until, setUntil] = useState<string | undefined>(() =>
    DateTime.now().plus({ days: PROPOSED_DAYS }).toFormat('yyyy-MM-dd'),
  );
  const [tried, setTried] = useState(false);
  const writing = useWrite();
  const needsReason = reason.trim() === '';
  const submit = async () => {
    setTried(true);
    if (needsReason || !until) {
      return;
    }
    const how = { reason: reason.trim(), until };
    if (
      await writing.send(() =>
        api.findings.accept(finding.id, how, finding.version),
      )
    ) {
      onDone();
    }
  };
  return (
    <FormDialog
      title={t('findings.accept.title')}
      submit={t('findings.accept.submit')}
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
      <DayField
        label={t('findings.accept.until')}
        required
        value={until}
        problem={tried && !until ? t('findings.accept.needsDay') : undefined}
        onChange={setUntil}
      />
      <p>{t('findings.accept.note')}</p>
    </FormDialog>
  );
}
