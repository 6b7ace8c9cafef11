import { useApi } from '@backstage/core-plugin-api';
import type { LicensePool } from '@backstage-itam/plugin-itam-common';
import { Select } from '@backstage/ui';
import { DateTime } from 'luxon';
import { useRef, useState } from 'react';
import { itamApiRef } from '../../api';
import { useWrite } from '../../loading';
import {
  EntityListPicker,
  type EntityOption,
  type PickRange,
} from '../../picking';
import { idempotencyKey } from '../../records/idempotencyKey';
import { useTexts } from '../../translation';
import { DayField, FormDialog, FormRow, FormText } from '../../ui';
import type { ChangeableLicence } from './useSeatRights';

/** Metrics whose seats devices have. */
const DEVICE_METRICS: readonly LicensePool['metric'][] = [
  'device',
  'device-cal',
  'core',
  'processor',
];
const DEVICES: PickRange = { records: ['Asset'] };
const PEOPLE: PickRange = { entities: ['user'] };

/**
 * Hands out seats of a licence to people or devices.
 */
export function AssignDialog(props: {
  licences: readonly ChangeableLicence[];
  metric: LicensePool['metric'];
  onClose(): void;
  onAssigned(count: number): void;
}) {
  const { licences, metric, onClose, onAssigned } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const writing = useWrite();
  const last = useRef({ content: '', key: '' });
  const [ref, setRef] = useState(licences[0].ref);
  const [holders, setHolders] = useState<readonly EntityOption[]>([]);
  const [from, setFrom] = useState<string | undefined>(
    DateTime.utc().toFormat('yyyy-MM-dd'),
  );
  const [note, setNote] = useState('');
  const [sent, setSent] = useState(false);
  const licence = licences.find(one => one.ref === ref) ?? licences[0];
  const submit = async () => {
    setSent(true);
    if (holders.length === 0 || !from) {
      return;
    }
    const assignment = {
      to: holders.map(({ id }) => id),
      from,
      ...(note.trim() ? { note: note.trim() } : {}),
    };
    // Sent again unchanged it is the same request.
    const content = JSON.stringify([ref, assignment]);
    if (last.current.content !== content) {
      last.current = { content, key: idempotencyKey() };
    }
    if (
      await writing.send(() =>
        api.assignRecord(
          licence.ref,
          assignment,
          licence.version,
          last.current.key,
        ),
      )
    ) {
      onAssigned(holders.length);
    }
  };
  return (
    <FormDialog
      title={t('seats.assignTitle')}
      submit={t('seats.assignSave', { count: Math.max(1, holders.length) })}
      pending={writing.pending}
      problem={writing.problem}
      onReload={() => onAssigned(0)}
      onClose={onClose}
      onSubmit={submit}
    >
      <p>{t('seats.assignText')}</p>
      {licences.length > 1 && (
        <Select
          label={t('seats.license')}
          options={licences.map(one => ({ value: one.ref, label: one.title }))}
          value={ref}
          onChange={next => setRef(String(next))}
        />
      )}
      <EntityListPicker
        label={t('seats.find')}
        description={t('seats.findHint')}
        range={DEVICE_METRICS.includes(metric) ? DEVICES : PEOPLE}
        value={holders}
        problem={
          sent && holders.length === 0 ? t('seats.needsHolder') : undefined
        }
        onChange={setHolders}
      />
      <FormRow>
        <DayField
          label={t('seats.from')}
          value={from}
          required
          problem={sent && !from ? t('seats.needsDay') : undefined}
          onChange={setFrom}
        />
        <FormText label={t('seats.note')} value={note} onChange={setNote} />
      </FormRow>
    </FormDialog>
  );
}
