import { useApi } from '@backstage/core-plugin-api';
import type {
  AssignmentInput,
  RecordDetail,
} from '@backstage-itam/plugin-itam-common';
import { useRef, useState } from 'react';
import { itamApiRef } from '../api';
import { useWrite } from '../loading';
import {
  EntityListPicker,
  type EntityOption,
  EntityPicker,
  PARTIES,
} from '../picking';
import { idempotencyKey } from '../records/idempotencyKey';
import { useTexts } from '../translation';
import { DayField, FormDialog, FormRow, FormText, Note } from '../ui';
import { OtherProblems, problemAt, withoutFields } from './OtherProblems';
import { today } from './today';

const OWN_FIELDS = [
  'to',
  'from',
  'date',
  'dueBack',
  'quantity',
  'note',
  'reason',
];

/**
 * Hands out an asset to one holder, or pieces of a stock and seats of a
 * licence to several.
 */
export function AssignDialog(props: {
  detail: RecordDetail;
  onClose(): void;
  onDone(): void;
  onReload(): void;
}) {
  const { detail, onClose, onDone, onReload } = props;
  const { record, stock } = detail;
  const isLicense = record.kind === 'License';
  const several = isLicense || stock !== undefined;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [holders, setHolders] = useState<EntityOption[]>([]);
  const [from, setFrom] = useState<string | undefined>(today);
  const [dueBack, setDueBack] = useState<string>();
  const [quantity, setQuantity] = useState('1');
  const [note, setNote] = useState('');
  const [tried, setTried] = useState(false);
  const sent = useRef<{ content: string; key: string }>();
  const writing = useWrite();
  const { problem } = writing;
  const pieces = /^[1-9]\d*$/.test(quantity.trim())
    ? Number(quantity)
    : undefined;

  const submit = async () => {
    setTried(true);
    if (
      holders.length === 0 ||
      !from ||
      (stock !== undefined && pieces === undefined)
    ) {
      return;
    }
    const input: AssignmentInput = {
      to: holders.map(({ id }) => id),
      from,
      dueBack: isLicense ? undefined : dueBack,
      quantity: stock === undefined ? undefined : pieces,
      note: note.trim() || undefined,
    };
    const content = JSON.stringify(input);
    if (sent.current?.content !== content) {
      sent.current = { content, key: idempotencyKey() };
    }
    const { key } = sent.current;
    if (
      await writing.send(() =>
        api.assignRecord(record.ref, input, record.version, key),
      )
    ) {
      onDone();
    }
  };

  const holderProblem =
    tried && holders.length === 0
      ? t('actions.needed')
      : problemAt(problem, 'to');
  return (
    <FormDialog
      title={t(isLicense ? 'actions.assignSeatsTitle' : 'actions.assignTitle', {
        title: record.title,
      })}
      submit={t('actions.assign')}
      pending={writing.pending}
      problem={withoutFields(problem)}
      conflict={t('actions.conflict')}
      onReload={onReload}
      onSubmit={submit}
      onClose={onClose}
    >
      <OtherProblems
        problem={problem}
        isShown={path => OWN_FIELDS.some(own => path.startsWith(own))}
      />
      {stock && (
        <Note>
          {t('actions.stockLeft', {
            available: String(stock.available),
            quantity: String(stock.quantity),
          })}
        </Note>
      )}
      {several ? (
        <EntityListPicker
          label={t('actions.to')}
          required
          range={PARTIES}
          value={holders}
          problem={holderProblem}
          onChange={setHolders}
        />
      ) : (
        <EntityPicker
          label={t('actions.to')}
          range={PARTIES}
          value={holders[0]?.id ?? ''}
          required
          problem={holderProblem}
          onChange={(id, label) => setHolders(id ? [{ id, label }] : [])}
        />
      )}
      <FormRow>
        <DayField
          label={t('actions.from')}
          required
          value={from}
          problem={
            tried && !from
              ? t('actions.needed')
              : problemAt(problem, 'from', 'date')
          }
          onChange={setFrom}
        />
        {!isLicense && (
          <DayField
            label={t('actions.dueBack')}
            value={dueBack}
            problem={problemAt(problem, 'dueBack')}
            onChange={setDueBack}
          />
        )}
        {stock && (
          <FormText
            label={t('actions.pieces')}
            inputMode="decimal"
            isRequired
            value={quantity}
            problem={
              tried && pieces === undefined
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
