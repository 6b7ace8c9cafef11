import { useApi } from '@backstage/core-plugin-api';
import {
  CURRENCIES,
  formatAmount,
  minorOf,
  type NewServicing,
} from '@backstage-itam/plugin-itam-common';
import { Select } from '@backstage/ui';
import { DateTime } from 'luxon';
import { useRef, useState } from 'react';
import { itamApiRef } from '../api';
import { useWrite } from '../loading';
import { useTexts } from '../translation';
import { DayField, FormDialog, FormRow, FormText } from '../ui';
import { idempotencyKey } from './idempotencyKey';

const KINDS = [
  'inspection',
  'maintenance',
  'repair',
  'calibration',
  'upgrade',
  'other',
] as const;

/** An amount people know the form of, in minor units. */
const EXAMPLE_MINOR = 123_450n;

interface Fields {
  date?: string;
  kind: NewServicing['kind'];
  title: string;
  cost: string;
  currency: string;
  vendor: string;
  invoice: string;
  nextDue?: string;
}

/**
 * Asks what was done and records it. What the register refuses is said in its
 * words; sent again unchanged, a servicing is recorded once.
 */
export function AddServicingDialog(props: {
  recordRef: string;
  /** What the cost is asked in to begin with. */
  currency: string;
  onClose(): void;
  onAdded(): void;
}) {
  const { recordRef, currency, onClose, onAdded } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [fields, setFields] = useState<Fields>(() => ({
    date: DateTime.now().toFormat('yyyy-MM-dd'),
    kind: 'maintenance',
    title: '',
    cost: '',
    currency,
    vendor: '',
    invoice: '',
  }));
  const [tried, setTried] = useState(false);
  const sent = useRef<{ content: string; key: string }>();
  const writing = useWrite();
  const change = (next: Partial<Fields>) =>
    setFields(before => ({ ...before, ...next }));

  const cost = fields.cost.trim();
  const costRight = cost === '' || isAmount(cost, fields.currency);
  const needsDate = !fields.date;
  const needsTitle = fields.title.trim() === '';

  const submit = async () => {
    setTried(true);
    if (!fields.date || needsTitle || !costRight) {
      return;
    }
    const servicing: NewServicing = {
      date: fields.date,
      kind: fields.kind,
      title: fields.title.trim(),
      cost:
        cost === '' ? undefined : { amount: cost, currency: fields.currency },
      vendor: fields.vendor.trim() || undefined,
      invoice: fields.invoice.trim() || undefined,
      nextDue: fields.nextDue,
    };
    const content = JSON.stringify(servicing);
    if (sent.current?.content !== content) {
      sent.current = { content, key: idempotencyKey() };
    }
    const { key } = sent.current;
    if (await writing.send(() => api.addServicing(recordRef, servicing, key))) {
      onAdded();
    }
  };

  return (
    <FormDialog
      title={t('servicing.add')}
      submit={t('servicing.save')}
      pending={writing.pending}
      problem={writing.problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <FormText
        label={t('servicing.what')}
        isRequired
        value={fields.title}
        problem={tried && needsTitle ? t('servicing.needsTitle') : undefined}
        onChange={title => change({ title })}
      />
      <FormRow>
        <DayField
          label={t('servicing.date')}
          required
          value={fields.date}
          problem={tried && needsDate ? t('servicing.needsDate') : undefined}
          onChange={date => change({ date })}
        />
        <Select
          label={t('servicing.kindLabel')}
          options={KINDS.map(value => ({
            value,
            label: t(`servicing.kind.${value}`),
          }))}
          value={fields.kind}
          onChange={key =>
            change({ kind: KINDS.find(kind => kind === key) ?? 'other' })
          }
        />
      </FormRow>
      <FormRow>
        <FormText
          label={t('servicing.cost')}
          inputMode="decimal"
          value={fields.cost}
          problem={
            tried && !costRight
              ? t('servicing.badCost', {
                  value: cost,
                  currency: fields.currency,
                  example: formatAmount(EXAMPLE_MINOR, fields.currency),
                })
              : undefined
          }
          onChange={value => change({ cost: value })}
        />
        <Select
          label={t('servicing.currency')}
          search
          options={CURRENCIES.map(value => ({ value, label: value }))}
          value={fields.currency}
          onChange={key => typeof key === 'string' && change({ currency: key })}
        />
      </FormRow>
      <FormRow>
        <FormText
          label={t('servicing.vendor')}
          value={fields.vendor}
          onChange={vendor => change({ vendor })}
        />
        <FormText
          label={t('servicing.invoice')}
          value={fields.invoice}
          onChange={invoice => change({ invoice })}
        />
      </FormRow>
      <FormRow>
        <DayField
          label={t('servicing.nextDueField')}
          value={fields.nextDue}
          onChange={nextDue => change({ nextDue })}
        />
      </FormRow>
    </FormDialog>
  );
}

function isAmount(text: string, currency: string): boolean {
  try {
    return minorOf(text, currency) >= 0n;
  } catch {
    return false;
  }
}
