import { useApi } from '@backstage/core-plugin-api';
import {
  allowedTransitions,
  LIFECYCLE_STATUSES,
  LIFECYCLE_STAGES,
  type LifecycleStatus,
  type RecordSummary,
} from '@backstage-itam/plugin-itam-common';
import { Select } from '@backstage/ui';
import { useRef, useState } from 'react';
import { useTaskEvents } from '../analytics';
import { itamApiRef } from '../api';
import { idempotencyKey } from '../records/idempotencyKey';
import { statusText, type Texts, useTexts } from '../translation';
import { DayField, FormRow, FormText } from '../ui';
import { BulkDialog } from './BulkDialog';
import {
  changesOf,
  evidenceOfStatus,
  type EvidenceValues,
  isAmount,
} from './evidence';
import { EvidenceField } from './EvidenceField';
import { type Outcome, unchangeable } from './outcomes';
import { split } from './split';
import { today } from './today';

/** Records of one request. */
const AT_ONCE = 500;
const STATUSES = LIFECYCLE_STAGES.flatMap(stage => LIFECYCLE_STATUSES[stage]);
const OUT_OF_USE: readonly string[] = LIFECYCLE_STATUSES.decommission;

/**
 * Takes many assets the same step through their life cycle. What is filled in
 * is evidence for all of them.
 */
export function BulkTransitionDialog(props: {
  chosen: readonly RecordSummary[];
  onClose(changed: boolean): void;
}) {
  const { chosen, onClose } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const tell = useTaskEvents();
  const possible = STATUSES.filter(to =>
    chosen.some(record => stepOf(record, to) !== undefined),
  );
  const [picked, setPicked] = useState<LifecycleStatus>();
  const to = picked ?? possible[0];
  const [reason, setReason] = useState('');
  const [date, setDate] = useState<string | undefined>(today);
  const [values, setValues] = useState<EvidenceValues>({});
  const costVisible = chosen.every(one => one.monthlyCost !== undefined);
  const [currency, setCurrency] = useState(
    () =>
      chosen.find(one => one.bookValue)?.bookValue?.currency ??
      chosen.find(one => one.monthlyCost?.[0])?.monthlyCost?.[0]?.currency ??
      'EUR',
  );
  const [tried, setTried] = useState(false);
  const sent = useRef<{ content: string; key: string }>();

  const { able, leftOut } = split(chosen, record => whyNot(t, record, to));
  const asked = to ? evidenceOfStatus(to, costVisible) : [];
  const needsReason =
    able.some(record => to && stepOf(record, to)?.reasonRequired) &&
    reason.trim() === '';
  const badAmount = (path: (typeof asked)[number]) => {
    const value = values[path]?.trim();
    return path === 'spec.financials.proceeds' &&
      value &&
      !isAmount(value, currency)
      ? t('actions.badAmount', { currency })
      : undefined;
  };

  const start = () => {
    setTried(true);
    if (!to || !date || needsReason || asked.some(badAmount)) {
      return undefined;
    }
    const step = {
      to,
      date,
      reason: reason.trim() || undefined,
      changes: changesOf(
        Object.fromEntries(asked.map(path => [path, values[path]])),
        currency,
      ),
    };
    const content = JSON.stringify([able.map(({ ref }) => ref), step]);
    if (sent.current?.content !== content) {
      sent.current = { content, key: idempotencyKey() };
    }
    const { key } = sent.current;
    return async (onProgress: (done: number) => void) => {
      const outcomes: Outcome[] = [];
      for (let at = 0; at < able.length; at += AT_ONCE) {
        const part = able.slice(at, at + AT_ONCE);
        const { items } = await api.transitionRecords(
          { ...step, refs: part.map(({ ref }) => ref) },
          `${key}-${at}`,
        );
        outcomes.push(
          ...items.map(({ ref, ok, error }) => ({
            ref,
            title: part.find(one => one.ref === ref)?.title ?? ref,
            error: ok ? undefined : error ?? t('problem.notFound'),
          })),
        );
        onProgress(outcomes.length);
      }
      if (OUT_OF_USE.includes(to)) {
        tell.retired({
          to,
          count: outcomes.filter(({ error }) => !error).length,
        });
      }
      return outcomes;
    };
  };

  return (
    <BulkDialog
      title={t('bulk.moveTitle')}
      submit={to ? statusText(t, to) : t('bulk.move')}
      destructive={to !== undefined && OUT_OF_USE.includes(to)}
      records={able}
      leftOut={leftOut}
      start={start}
      onClose={onClose}
    >
      {to === undefined ? (
        <p>{t('bulk.noStep')}</p>
      ) : (
        <>
          <FormRow>
            <Select
              label={t('bulk.step')}
              options={possible.map(status => ({
                value: status,
                label: statusText(t, status),
              }))}
              value={to}
              onChange={key => setPicked(STATUSES.find(one => one === key))}
            />
            <DayField
              label={t('actions.date')}
              required
              value={date}
              problem={tried && !date ? t('actions.needed') : undefined}
              onChange={setDate}
            />
          </FormRow>
          <FormText
            label={t('actions.reason')}
            isRequired={able.some(
              record => stepOf(record, to)?.reasonRequired === true,
            )}
            value={reason}
            problem={tried && needsReason ? t('actions.needed') : undefined}
            onChange={setReason}
          />
          {asked.map(path => (
            <EvidenceField
              key={path}
              path={path}
              value={values[path] ?? ''}
              currency={currency}
              required={false}
              problem={tried ? badAmount(path) : undefined}
              onChange={value =>
                setValues(before => ({ ...before, [path]: value }))
              }
              onCurrencyChange={setCurrency}
            />
          ))}
        </>
      )}
    </BulkDialog>
  );
}

function stepOf(record: RecordSummary, to: LifecycleStatus) {
  if (
    record.kind !== 'Asset' ||
    record.origin === 'declared' ||
    record.retiredAt !== undefined ||
    record.stage === undefined
  ) {
    return undefined;
  }
  return allowedTransitions(record.stage, record.status).find(
    step => step.to === to,
  );
}

function whyNot(
  t: Texts,
  record: RecordSummary,
  to: LifecycleStatus | undefined,
): string | undefined {
  if (record.kind !== 'Asset') {
    return t('bulk.noLifeCycle');
  }
  return (
    unchangeable(t, record) ??
    (to && stepOf(record, to)
      ? undefined
      : t('bulk.notFrom', { status: statusText(t, record.status ?? '') }))
  );
}
