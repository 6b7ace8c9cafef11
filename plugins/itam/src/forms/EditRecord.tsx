import { useApi } from '@backstage/core-plugin-api';
import { ResponseError } from '@backstage/errors';
import { Button, ButtonLink } from '@backstage/ui';
import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { type FormEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate } from 'react-router-dom';
import { itamApiRef } from '../api';
import { useTexts } from '../translation';
import { DayField, Note, Panel, ProblemAlert, usePaths } from '../ui';
import { ConflictPanel } from './conflict/ConflictPanel';
import { foreignChanges, mergeDrafts } from './conflict/mergeDrafts';
import { type Draft, draftOfRecord, recordInputOf } from './draft/Draft';
import { ErrorSummary } from './ErrorSummary';
import { useSuggestions } from './fields/useSuggestions';
import styles from './Form.module.css';
import { FormProvider } from './FormContext';
import { FormHead } from './FormHead';
import { FieldGrid } from './FormSection';
import { KeptAlert } from './KeptAlert';
import { RecordForm } from './RecordForm';
import { titlesOf } from './titlesOf';
import { useDraft } from './useDraft';
import { useLeaving } from './useLeaving';
import { useSending } from './useSending';

/**
 * The form of a registered record. Saved by somebody else meanwhile, it shows
 * what was changed and lets the writer decide.
 */
export function EditRecord(props: {
  detail: RecordDetail;
  /** ISO calendar date. */
  today: string;
}) {
  const { detail, today } = props;
  const { record, costVisible } = detail;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const navigate = useNavigate();
  const paths = usePaths();
  const suggestions = useSuggestions();
  const form = useDraft(() => draftOfRecord(detail), {
    costVisible,
    coveredByContract: detail.coveredBy.length > 0,
  });
  const [base, setBase] = useState({
    draft: form.draft,
    version: record.version,
  });
  const [newest, setNewest] = useState<{ draft: Draft; version: number }>();
  const [effectiveFrom, setEffectiveFrom] = useState<string>();
  const [attempts, setAttempts] = useState(0);
  const leaving = useLeaving(`edit ${record.ref} ${base.version}`, form);
  const sending = useSending(form, async error => {
    if (!(error instanceof ResponseError) || error.statusCode !== 412) {
      return false;
    }
    const other = await api.getRecord(record.ref);
    setNewest({ draft: draftOfRecord(other), version: other.record.version });
    return true;
  });

  const save = (draft: Draft, version: number) =>
    sending.send(async () => {
      await api.updateRecord(
        record.ref,
        recordInputOf(draft, { costVisible, effectiveFrom }),
        version,
      );
      leaving.discard();
      form.replace(draft, { clean: true });
      navigate(paths.record(record.ref) ?? '..');
    });
  const submitLatest = useRef<() => void>(() => {});
  submitLatest.current = () => {
    if (form.attempt()) {
      save(form.draft, base.version);
    }
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    // What a field settles when it is left must be settled first.
    const { activeElement } = document;
    if (activeElement instanceof HTMLInputElement) {
      flushSync(() => activeElement.blur());
    }
    await form.prepare();
    setAttempts(count => count + 1);
    submitLatest.current();
  };

  return (
    <FormProvider
      values={{
        ...form,
        suggestions,
        titles: titlesOf(detail),
        costVisible,
        editing: true,
      }}
    >
      <FormHead title={t('forms.editTitle', { title: record.title })} />
      <KeptAlert leaving={leaving} />
      {newest && (
        <ConflictPanel
          changes={foreignChanges(base.draft, newest.draft, form.draft)}
          pending={sending.pending}
          onKeep={taken => {
            const merged = mergeDrafts(
              base.draft,
              newest.draft,
              form.draft,
              taken,
            );
            form.replace(merged);
            setBase(newest);
            setNewest(undefined);
            save(merged, newest.version);
          }}
          onTake={() => {
            leaving.discard();
            form.replace(newest.draft, { clean: true });
            setBase(newest);
            setNewest(undefined);
          }}
        />
      )}
      <form className={styles.form} onSubmit={submit} noValidate>
        {sending.problem && <ProblemAlert problem={sending.problem} />}
        <ErrorSummary problems={form.problems} attempts={attempts} />
        <RecordForm today={today} />
        <Panel title={t('forms.validity')}>
          <Note>{t('forms.validityText')}</Note>
          <FieldGrid>
            <DayField
              label={t('forms.field.effectiveFrom')}
              value={effectiveFrom}
              onChange={setEffectiveFrom}
            />
          </FieldGrid>
        </Panel>
        <div className={styles.bar}>
          <Button
            type="submit"
            variant="primary"
            isPending={sending.pending}
            isDisabled={newest !== undefined}
          >
            {t('forms.save')}
          </Button>
          <ButtonLink
            variant="secondary"
            href={paths.record(record.ref) ?? '..'}
          >
            {t('common.cancel')}
          </ButtonLink>
        </div>
      </form>
    </FormProvider>
  );
}
