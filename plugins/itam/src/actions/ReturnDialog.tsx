import { useApi } from '@backstage/core-plugin-api';
import {
  RETURN_STATUSES,
  type RecordDetail,
} from '@backstage-itam/plugin-itam-common';
import { Checkbox, CheckboxGroup, Select } from '@backstage/ui';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { useLoad, useWrite } from '../loading';
import { statusText, useTexts } from '../translation';
import {
  DayField,
  FailureMessage,
  FormDialog,
  FormRow,
  FormText,
  SkeletonLines,
  titleOfRef,
} from '../ui';
import { OtherProblems, problemAt, withoutFields } from './OtherProblems';
import { today } from './today';

const OPEN_AT_MOST = 500;

/**
 * Takes an asset, pieces of a stock or seats of a licence back.
 */
export function ReturnDialog(props: {
  detail: RecordDetail;
  onClose(): void;
  onDone(): void;
  onReload(): void;
}) {
  const { detail, onClose, onDone, onReload } = props;
  const { record, stock } = detail;
  const choosesHolders = record.kind === 'License' || stock !== undefined;
  const t = useTexts();
  const format = useFormat();
  const api = useApi(itamApiRef);
  const open = useLoad(`${record.ref} ${record.version}`, async () =>
    choosesHolders
      ? (
          await api.listAssignments(record.ref, {
            open: true,
            limit: OPEN_AT_MOST,
          })
        ).items
      : [],
  );
  const [chosen, setChosen] = useState<string[]>([]);
  const [date, setDate] = useState<string | undefined>(today);
  const [to, setTo] = useState<(typeof RETURN_STATUSES)[number]>('in-stock');
  const [quantity, setQuantity] = useState('');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const writing = useWrite();
  const { problem } = writing;

  const count = quantity.trim();
  const countRight = count === '' || /^[1-9]\d*$/.test(count);
  const asksCount = stock !== undefined && chosen.length === 1;

  const submit = async () => {
    setTried(true);
    if (!date || !countRight || (choosesHolders && chosen.length === 0)) {
      return;
    }
    const sent = await writing.send(() =>
      api.returnAssignments(
        record.ref,
        {
          ids: choosesHolders ? chosen.map(Number) : undefined,
          date,
          to: choosesHolders ? undefined : to,
          quantity: asksCount && count ? Number(count) : undefined,
          note: note.trim() || undefined,
        },
        record.version,
      ),
    );
    if (sent) {
      onDone();
    }
  };

  return (
    <FormDialog
      title={t('actions.returnTitle', { title: record.title })}
      submit={t('actions.return')}
      pending={writing.pending}
      problem={withoutFields(problem)}
      conflict={t('actions.conflict')}
      onReload={onReload}
      onSubmit={submit}
      onClose={onClose}
    >
      <OtherProblems
        problem={problem}
        isShown={path => ['date', 'note', 'reason', 'quantity'].includes(path)}
      />
      {!choosesHolders && record.assignee && (
        <p>{t('actions.heldBy', { name: titleOfRef(record.assignee) })}</p>
      )}
      {choosesHolders && open.state === 'loading' && (
        <SkeletonLines heights={[24, 24, 24]} />
      )}
      {open.state === 'failed' && (
        <FailureMessage
          failure={open.failure}
          forbidden={t('failure.forbiddenRecords')}
          onRetry={open.retry}
        />
      )}
      {choosesHolders && open.state === 'ready' && (
        <CheckboxGroup
          label={t('actions.fromWhom')}
          value={chosen}
          onChange={setChosen}
          isRequired
          isInvalid={tried && chosen.length === 0}
        >
          {open.value.map(one => (
            <Checkbox key={one.id} value={String(one.id)}>
              {[
                titleOfRef(one.to),
                stock && t('actions.piecesOut', { count: one.quantity ?? 1 }),
                t('actions.since', { date: format.date(one.from) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Checkbox>
          ))}
        </CheckboxGroup>
      )}
      <FormRow>
        <DayField
          label={t('actions.lastDay')}
          required
          value={date}
          problem={
            tried && !date ? t('actions.needed') : problemAt(problem, 'date')
          }
          onChange={setDate}
        />
        {!choosesHolders && (
          <Select
            label={t('actions.goesTo')}
            options={RETURN_STATUSES.map(status => ({
              value: status,
              label: statusText(t, status),
            }))}
            value={to}
            onChange={key =>
              setTo(
                RETURN_STATUSES.find(status => status === key) ?? 'in-stock',
              )
            }
          />
        )}
        {asksCount && (
          <FormText
            label={t('actions.piecesBack')}
            inputMode="decimal"
            description={t('actions.piecesBackNote')}
            value={quantity}
            problem={
              tried && !countRight
                ? t('actions.badNumber')
                : problemAt(problem, 'quantity')
            }
            onChange={setQuantity}
          />
        )}
      </FormRow>
      <FormText
        label={t('actions.note')}
        value={note}
        problem={problemAt(problem, 'note', 'reason')}
        onChange={setNote}
      />
    </FormDialog>
  );
}
