import { useApi } from '@backstage/core-plugin-api';
import type { RecordSummary } from '@backstage-itam/plugin-itam-common';
import { useRef, useState } from 'react';
import { itamApiRef } from '../api';
import { idempotencyKey } from '../records/idempotencyKey';
import { EntityPicker, PARTIES } from '../picking';
import { type Texts, useTexts } from '../translation';
import { DayField, FormRow, FormText } from '../ui';
import { BulkDialog } from './BulkDialog';
import { changeEach, unchangeable } from './outcomes';
import { split } from './split';
import { today } from './today';

/**
 * Hands many assets, or seats of many licences, to one person or team.
 */
export function BulkAssignDialog(props: {
  chosen: readonly RecordSummary[];
  onClose(changed: boolean): void;
}) {
  const { chosen, onClose } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [to, setTo] = useState('');
  const [from, setFrom] = useState<string | undefined>(today);
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const keys = useRef(new Map<string, string>());
  const { able, leftOut } = split(chosen, record => whyNot(t, record));

  const start = () => {
    setTried(true);
    if (to === '' || !from) {
      return undefined;
    }
    const input = { to: [to], from, note: note.trim() || undefined };
    return (onProgress: (done: number) => void) =>
      changeEach(
        t,
        able,
        record => {
          const content = JSON.stringify([record.ref, record.version, input]);
          const key = keys.current.get(content) ?? idempotencyKey();
          keys.current.set(content, key);
          return api.assignRecord(record.ref, input, record.version, key);
        },
        onProgress,
      );
  };

  return (
    <BulkDialog
      title={t('bulk.assignTitle')}
      submit={t('actions.assign')}
      records={able}
      leftOut={leftOut}
      start={start}
      onClose={onClose}
    >
      <EntityPicker
        label={t('actions.to')}
        range={PARTIES}
        value={to}
        required
        problem={tried && to === '' ? t('actions.needed') : undefined}
        onChange={setTo}
      />
      <FormRow>
        <DayField
          label={t('actions.from')}
          required
          value={from}
          problem={tried && !from ? t('actions.needed') : undefined}
          onChange={setFrom}
        />
        <FormText label={t('actions.note')} value={note} onChange={setNote} />
      </FormRow>
    </BulkDialog>
  );
}

function whyNot(t: Texts, record: RecordSummary): string | undefined {
  if (record.kind === 'Contract') {
    return t('bulk.notHeld');
  }
  return record.stage === 'decommission'
    ? t('bulk.outOfUse')
    : unchangeable(t, record);
}
