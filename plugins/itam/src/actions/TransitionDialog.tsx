import { useApi } from '@backstage/core-plugin-api';
import type {
  NextStepEntry,
  RecordDetail,
} from '@backstage-itam/plugin-itam-common';
import { useState } from 'react';
import { useTaskEvents } from '../analytics';
import { itamApiRef } from '../api';
import { useWrite } from '../loading';
import { statusText, useTexts } from '../translation';
import { DayField, FormDialog, FormText } from '../ui';
import { DisposalPreview } from './DisposalPreview';
import {
  changesOf,
  currencyOf,
  evidenceAt,
  evidenceOf,
  type EvidenceValues,
  isAmount,
} from './evidence';
import { EvidenceField } from './EvidenceField';
import { OtherProblems, problemAt, withoutFields } from './OtherProblems';
import { today } from './today';

const OWN_FIELDS = ['reason', 'date', 'spec.disposal.reason'];
const OUT_OF_USE = ['retired', 'disposed', 'sold', 'donated'];

/**
 * Takes an asset one step through its life cycle: asks for exactly the
 * evidence the step needs, and shows what the register refuses at its field.
 */
export function TransitionDialog(props: {
  detail: RecordDetail;
  step: NextStepEntry;
  onClose(): void;
  onDone(): void;
  /** Reads the newer version of the record. */
  onReload(): void;
}) {
  const { detail, step, onClose, onDone, onReload } = props;
  const { record, costVisible } = detail;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const tell = useTaskEvents();
  const [reason, setReason] = useState('');
  const [date, setDate] = useState<string | undefined>(today);
  const [values, setValues] = useState<EvidenceValues>({});
  const [currency, setCurrency] = useState(() => currencyOf(detail));
  const [tried, setTried] = useState(false);
  const writing = useWrite();

  const { problem } = writing;
  // What the register asks for beyond what it announced gets a field as well.
  const refused =
    problem?.kind === 'failed' && problem.fields ? problem.fields : [];
  const asked = evidenceOf(step.to, [...step.missing, ...refused]);
  const required = new Set(
    [...step.missing, ...refused].map(({ path }) => evidenceAt(path)),
  );
  const valueOf = (path: (typeof asked)[number]) => values[path]?.trim() ?? '';
  const localProblem = (path: (typeof asked)[number]) => {
    if (required.has(path) && valueOf(path) === '') {
      return t('actions.needed');
    }
    return path === 'spec.financials.proceeds' &&
      valueOf(path) !== '' &&
      !isAmount(valueOf(path), currency)
      ? t('actions.badAmount', { currency })
      : undefined;
  };
  const needsReason = step.reasonRequired && reason.trim() === '';

  const submit = async () => {
    setTried(true);
    if (!date || needsReason || asked.some(path => localProblem(path))) {
      return;
    }
    const sent = await writing.send(() =>
      api.transitionRecord(
        record.ref,
        {
          to: step.to,
          date,
          reason: reason.trim() || undefined,
          changes: changesOf(
            Object.fromEntries(asked.map(path => [path, values[path]])),
            currency,
          ),
        },
        record.version,
      ),
    );
    if (sent) {
      if (OUT_OF_USE.includes(step.to)) {
        tell.retired({ to: step.to, count: 1 });
      }
      onDone();
    }
  };

  return (
    <FormDialog
      title={t('actions.stepTitle', {
        title: record.title,
        status: statusText(t, step.to),
      })}
      submit={statusText(t, step.to)}
      destructive={OUT_OF_USE.includes(step.to)}
      pending={writing.pending}
      problem={withoutFields(problem)}
      conflict={t('actions.conflict')}
      onReload={onReload}
      onSubmit={submit}
      onClose={onClose}
    >
      <OtherProblems
        problem={problem}
        isShown={path =>
          OWN_FIELDS.includes(path) || evidenceAt(path) !== undefined
        }
      />
      <DayField
        label={t('actions.date')}
        required
        value={date}
        problem={
          tried && !date ? t('actions.needed') : problemAt(problem, 'date')
        }
        onChange={setDate}
      />
      <FormText
        label={t('actions.reason')}
        isRequired={step.reasonRequired}
        value={reason}
        problem={
          tried && needsReason
            ? t('actions.needed')
            : problemAt(problem, 'reason', 'spec.disposal.reason')
        }
        onChange={setReason}
      />
      {asked.map(path => (
        <EvidenceField
          key={path}
          path={path}
          value={values[path] ?? ''}
          currency={currency}
          required={required.has(path)}
          problem={
            (tried ? localProblem(path) : undefined) ?? problemAt(problem, path)
          }
          onChange={value =>
            setValues(before => ({ ...before, [path]: value }))
          }
          onCurrencyChange={setCurrency}
        />
      ))}
      {OUT_OF_USE.includes(step.to) && costVisible && (
        <DisposalPreview
          detail={detail}
          to={step.to}
          date={date}
          proceeds={{
            amount: valueOf('spec.financials.proceeds'),
            currency,
          }}
        />
      )}
    </FormDialog>
  );
}
