import { useApi } from '@backstage/core-plugin-api';
import type { AmountJson } from '@backstage-itam/plugin-itam-common';
import { DateTime } from 'luxon';
import { useRef, useState } from 'react';
import { useTaskEvents } from '../../analytics';
import { itamApiRef } from '../../api';
import { useFormat } from '../../format';
import { useTexts } from '../../translation';
import { FormDialog, FormText } from '../../ui';
import {
  lastDayHeld,
  type ReclaimOutcome,
  type ReclaimPart,
  reclaimSeats,
} from './reclaimSeats';
import { savingsOf } from './savings';

/**
 * Asks before seats are taken back, with what that saves.
 */
export function ReclaimDialog(props: {
  parts: readonly ReclaimPart[];
  /** Of a seat and month; undefined when the reader may not see it. */
  unitPrice: AmountJson | undefined;
  onClose(): void;
  onDone(outcomes: ReclaimOutcome[]): void;
}) {
  const { parts, unitPrice, onClose, onDone } = props;
  const t = useTexts();
  const format = useFormat();
  const api = useApi(itamApiRef);
  const tell = useTaskEvents();
  const [note, setNote] = useState('');
  const [pending, setPending] = useState(false);
  const sending = useRef(false);
  const count = parts.reduce((sum, { seats }) => sum + seats.length, 0);
  const savings = unitPrice && savingsOf(unitPrice, count);
  const yesterday = lastDayHeld(DateTime.now());
  const startsToday = parts.some(({ seats }) =>
    seats.some(({ from }) => from && from > yesterday),
  );
  const send = async () => {
    if (sending.current) {
      return;
    }
    sending.current = true;
    setPending(true);
    const outcomes = await reclaimSeats(api, parts, note, DateTime.now());
    const done = outcomes.filter(({ problem }) => !problem);
    tell.reclaimed({
      licences: done.length,
      seats: done.reduce((sum, { seats }) => sum + seats, 0),
    });
    onDone(outcomes);
  };
  return (
    <FormDialog
      title={t('seats.reclaimTitle', { count })}
      submit={t('seats.reclaim', { count })}
      destructive
      pending={pending}
      onClose={onClose}
      onSubmit={send}
    >
      <p>
        {t('seats.reclaimText', { count })}
        {startsToday && ` ${t('seats.startsToday')}`}
      </p>
      {parts.length > 1 && (
        <ul>
          {parts.map(({ licence, seats }) => (
            <li key={licence.ref}>
              {t('seats.ofLicence', {
                name: licence.title,
                number: format.count(seats.length),
              })}
            </li>
          ))}
        </ul>
      )}
      {unitPrice && savings ? (
        <>
          <p>
            <strong>
              {t('seats.saves', {
                unit: format.amount(unitPrice),
                month: format.amount(savings.month),
                year: format.amount(savings.year),
              })}
            </strong>
          </p>
          <p>{t('seats.savesHow')}</p>
        </>
      ) : (
        <p>{t('seats.unpriced')}</p>
      )}
      <FormText
        label={t('seats.note')}
        description={t('seats.noteHint')}
        value={note}
        onChange={setNote}
      />
    </FormDialog>
  );
}
