import { useApi } from '@backstage/core-plugin-api';
import type {
  RecordDetail,
  RecordSummary,
} from '@backstage-itam/plugin-itam-common';
import { Checkbox, CheckboxGroup, Link } from '@backstage/ui';
import { useRef, useState } from 'react';
import { BulkDialog } from '../actions/BulkDialog';
import { type Outcome, problemText } from '../actions/outcomes';
import { RecordLines } from '../actions/OutcomeList';
import { today } from '../actions/today';
import { itamApiRef } from '../api';
import { inParallel, problemOf, useLoad } from '../loading';
import { idempotencyKey } from '../records/idempotencyKey';
import { EntityPicker, PARTIES } from '../picking';
import { type Texts, useTexts } from '../translation';
import {
  DayField,
  FailureMessage,
  FormDialog,
  FormRow,
  FormText,
  SkeletonLines,
  usePaths,
} from '../ui';
import { type Held, readHeld } from './readHeld';
import { NotHandedOnError, takeBack, type TakingBack } from './takeBack';

/**
 * Somebody leaves: everything they hold comes back at once, their seats go to
 * another person if there is one, and what they own is listed.
 */
export function LeavingDialog(props: {
  person: { ref: string; name: string };
  onClose(changed: boolean): void;
}) {
  const { person, onClose } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const loaded = useLoad(person.ref, () => readHeld(api, person.ref));
  if (loaded.state === 'ready') {
    return (
      <Leaving person={person} holdings={loaded.value} onClose={onClose} />
    );
  }
  return (
    <FormDialog
      title={t('leaving.title', { name: person.name })}
      submit={t('leaving.submit')}
      pending={loaded.state === 'loading'}
      onSubmit={loaded.retry}
      onClose={() => onClose(false)}
    >
      {loaded.state === 'loading' ? (
        <SkeletonLines heights={[24, 24, 24, 24]} />
      ) : (
        <FailureMessage
          failure={loaded.failure}
          forbidden={t('failure.forbiddenRecords')}
          onRetry={loaded.retry}
        />
      )}
    </FormDialog>
  );
}

function Leaving(props: {
  person: { ref: string; name: string };
  holdings: Held;
  onClose(changed: boolean): void;
}) {
  const { person, holdings, onClose } = props;
  const { held, owned } = holdings;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const able = held.filter(({ rights }) => rights?.assign);
  const [chosen, setChosen] = useState(() =>
    able.map(({ record }) => record.ref),
  );
  const [date, setDate] = useState<string | undefined>(today);
  const [note, setNote] = useState<string>(() => t('leaving.reason'));
  const [seatsTo, setSeatsTo] = useState('');
  const [tried, setTried] = useState(false);
  const keys = useRef(new Map<string, string>());
  const picked = able.filter(({ record }) => chosen.includes(record.ref));
  const hasSeats = picked.some(({ record }) => record.kind === 'License');
  const sameHolder = seatsTo === person.ref;

  const start = () => {
    setTried(true);
    if (!date || picked.length === 0 || sameHolder) {
      return undefined;
    }
    const how: TakingBack = {
      person: person.ref,
      date,
      note: note.trim() || undefined,
      seatsTo: seatsTo || undefined,
    };
    return (onProgress: (done: number) => void) =>
      inParallel(
        picked,
        async (detail): Promise<Outcome> => {
          const { ref, title, version } = detail.record;
          const content = JSON.stringify([ref, version, how]);
          const key = keys.current.get(content) ?? idempotencyKey();
          keys.current.set(content, key);
          try {
            await takeBack(api, detail, how, key);
            return { ref, title };
          } catch (error) {
            return { ref, title, error: whyNot(t, error) };
          }
        },
        onProgress,
      );
  };

  return (
    <BulkDialog
      title={t('leaving.title', { name: person.name })}
      submit={t('leaving.submit')}
      records={picked.map(({ record }) => record)}
      leftOut={held
        .filter(({ rights }) => !rights?.assign)
        .map(({ record }) => ({
          record,
          why: t(
            record.origin === 'declared'
              ? 'bulk.declared'
              : 'leaving.forbidden',
          ),
        }))}
      withoutPreview
      further={<OwnedList owned={owned} name={person.name} />}
      start={start}
      onClose={onClose}
    >
      <CheckboxGroup
        label={t('leaving.comesBack')}
        value={chosen}
        onChange={setChosen}
        isInvalid={tried && picked.length === 0}
      >
        {able.map(detail => (
          <Checkbox key={detail.record.ref} value={detail.record.ref}>
            {lineOf(t, detail)}
          </Checkbox>
        ))}
      </CheckboxGroup>
      {able.length === 0 && <p>{t('leaving.nothing')}</p>}
      <FormRow>
        <DayField
          label={t('actions.lastDay')}
          required
          value={date}
          problem={tried && !date ? t('actions.needed') : undefined}
          onChange={setDate}
        />
        <FormText label={t('actions.reason')} value={note} onChange={setNote} />
      </FormRow>
      {hasSeats && (
        <EntityPicker
          label={t('leaving.seatsTo')}
          description={t('leaving.seatsToNote')}
          range={PARTIES}
          value={seatsTo}
          problem={sameHolder ? t('leaving.sameHolder') : undefined}
          onChange={setSeatsTo}
        />
      )}
    </BulkDialog>
  );
}

function OwnedList(props: { owned: readonly RecordSummary[]; name: string }) {
  const { owned, name } = props;
  const t = useTexts();
  const paths = usePaths();
  if (owned.length === 0) {
    return null;
  }
  return (
    <>
      <p>{t('leaving.owned', { count: owned.length, name })}</p>
      <RecordLines
        label={t('user.owned')}
        lines={owned.map(record => {
          const href = paths.record(record.ref);
          return {
            key: record.ref,
            title: href ? (
              <Link href={href} target="_blank">
                {record.title}
              </Link>
            ) : (
              record.title
            ),
            detail: t('leaving.needsOwner'),
          };
        })}
      />
    </>
  );
}

function lineOf(t: Texts, { record }: RecordDetail): string {
  return [
    record.title,
    record.tag ?? record.serialNumber,
    record.kind === 'License' && t('leaving.seat'),
  ]
    .filter(Boolean)
    .join(' · ');
}

function whyNot(t: Texts, error: unknown): string {
  return error instanceof NotHandedOnError
    ? t('leaving.notHandedOn', {
        why: problemText(t, problemOf(error.reason)),
      })
    : problemText(t, problemOf(error));
}
