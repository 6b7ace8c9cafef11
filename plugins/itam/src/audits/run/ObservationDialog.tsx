import type { AuditItemEntry } from '@backstage-itam/plugin-itam-common';
import { Select } from '@backstage/ui';
import { useId, useState } from 'react';
import { EntityPicker, PARTIES, typedRefOr } from '../../picking';
import { useSectionTexts } from '../../translation';
import { FormDialog, FormText } from '../../ui';
import styles from '../Audits.module.css';
import type { Seen } from '../outbox/outbox';
import { STATUSES, statusText } from '../statusText';

const UNCHANGED = '';

/**
 * Notes how an item was found: another place, holder or status, its condition,
 * a note. It is noted at once and sent in the background.
 */
export function ObservationDialog(props: {
  item: AuditItemEntry;
  onNote(seen: Seen): void;
  onClose(): void;
}) {
  const { item, onNote, onClose } = props;
  const t = useSectionTexts();
  const name = useId();
  const [found, setFound] = useState(item.outcome !== 'not-found');
  const [place, setPlace] = useState(item.foundLocation ?? item.location ?? '');
  const [holder, setHolder] = useState(item.foundHolder);
  const [status, setStatus] = useState(item.foundStatus ?? UNCHANGED);
  const [condition, setCondition] = useState(item.condition ?? '');
  const [note, setNote] = useState(item.note ?? '');

  const submit = () => {
    const text = (value: string) => value.trim() || undefined;
    onNote(
      found
        ? {
            outcome: 'found',
            location: text(place) === item.location ? undefined : text(place),
            holder,
            status: text(status),
            condition: text(condition),
            note: text(note),
          }
        : { outcome: 'not-found', note: text(note) },
    );
  };
  return (
    <FormDialog
      title={item.title}
      submit={t('audits.note.save')}
      pending={false}
      onSubmit={submit}
      onClose={onClose}
    >
      {item.expected && (
        <fieldset className={styles.radios}>
          <legend>{t('audits.note.isIt')}</legend>
          {[true, false].map(value => (
            <label key={String(value)} className={styles.choice}>
              <input
                type="radio"
                name={name}
                checked={found === value}
                onChange={() => setFound(value)}
              />
              {t(value ? 'audits.outcome.found' : 'audits.outcome.not-found')}
            </label>
          ))}
        </fieldset>
      )}
      {found && (
        <>
          <FormText
            label={t('audits.note.place')}
            description={
              item.location
                ? t('audits.note.registeredAt', { place: item.location })
                : undefined
            }
            value={place}
            onChange={setPlace}
          />
          <EntityPicker
            label={t('audits.note.holder')}
            placeholder={t('audits.note.asRegistered')}
            range={PARTIES}
            readTyped={typedRefOr('user')}
            value={holder ?? ''}
            onChange={ref => setHolder(ref || undefined)}
          />
          <Select
            label={t('audits.note.status')}
            options={[
              { value: UNCHANGED, label: t('audits.note.asRegistered') },
              ...STATUSES.map(value => ({
                value,
                label: statusText(t, value),
              })),
            ]}
            value={status}
            onChange={key => setStatus(String(key ?? UNCHANGED))}
          />
          <FormText
            label={t('audits.note.condition')}
            value={condition}
            onChange={setCondition}
          />
        </>
      )}
      <FormText label={t('audits.note.note')} value={note} onChange={setNote} />
    </FormDialog>
  );
}
