import { useApi } from '@backstage/core-plugin-api';
import { Button, ButtonLink, Switch } from '@backstage/ui';
import { isTangible } from '@backstage-itam/plugin-itam-common';
import { type FormEvent, lazy, Suspense, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { useTaskEvents } from '../analytics';
import { itamApiRef } from '../api';
import { idempotencyKey } from '../records/idempotencyKey';
import { useTexts } from '../translation';
import { Note, Panel, ProblemAlert, SkeletonLines, usePaths } from '../ui';
import { type Draft, newRecordOf } from './draft/Draft';
import { classOf, kindOf, newDraft, withKind } from './draft/newDraft';
import { ErrorSummary } from './ErrorSummary';
import { useSuggestions } from './fields/useSuggestions';
import styles from './Form.module.css';
import { FormProvider } from './FormContext';
import { FormHead } from './FormHead';
import { KeptAlert } from './KeptAlert';
import { PieceOutcomes } from './pieces/PieceOutcomes';
import { PiecesPanel } from './pieces/PiecesPanel';
import { pieceDraft, type PieceList, piecesOf } from './pieces/pieces';
import { useBatch } from './pieces/useBatch';
import { RecordForm } from './RecordForm';
import { useDraft } from './useDraft';
import { useLeaving } from './useLeaving';
import { useSending } from './useSending';

// The reader of YAML and its editor are large, and few need them.
const YamlPanel = lazy(() =>
  import('./yaml/YamlPanel').then(module => ({ default: module.YamlPanel })),
);

const NEW = 'new';
const NO_PIECES: PieceList = { count: '', serials: '', tags: '' };
const CONTEXT = { costVisible: true, coveredByContract: false };

/**
 * The form of a record that is not there yet: registered alone, as many
 * pieces, or written as a catalog file.
 */
export function NewRecord(props: {
  initial: () => Draft;
  titles: ReadonlyMap<string, string>;
  /** ISO calendar date. */
  today: string;
  mayRegister: boolean;
  /** Whether the record it begins with has money the writer may not see. */
  hidesMoney: boolean;
}) {
  const { today, titles, mayRegister, hidesMoney } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const navigate = useNavigate();
  const paths = usePaths();
  const tell = useTaskEvents();
  const suggestions = useSuggestions();
  const [search, setSearch] = useSearchParams();
  const asYaml = search.get('as') === 'yaml';
  const form = useDraft(props.initial, CONTEXT);
  const leaving = useLeaving(NEW, form);
  const sending = useSending(form);
  const batch = useBatch(api);
  const [several, setSeveral] = useState(false);
  const [list, setList] = useState(NO_PIECES);
  const [attempts, setAttempts] = useState(0);
  const sent = useRef<{ content: string; key: string }>();

  const { draft } = form;
  const mayBeSeveral =
    !asYaml &&
    draft.kind === 'Asset' &&
    typeof draft.spec.class === 'string' &&
    isTangible(classOf(draft.spec.class));
  const many = several && mayBeSeveral;
  const read = piecesOf(list);

  const onKind = (kindText: string, classText: string) => {
    const kind = kindOf(kindText);
    const assetClass = classOf(classText);
    form.replace(withKind(draft, newDraft(kind, assetClass, today)));
    setSearch(
      current => {
        const next = new URLSearchParams(current);
        next.set('kind', kind);
        if (kind === 'Asset') {
          next.set('class', assetClass);
        } else {
          next.delete('class');
        }
        return next;
      },
      { replace: true },
    );
  };
  const setYaml = (on: boolean) =>
    setSearch(current => {
      const next = new URLSearchParams(current);
      if (on) {
        next.set('as', 'yaml');
      } else {
        next.delete('as');
      }
      return next;
    });

  const registerOne = async () => {
    if (!form.attempt()) {
      return;
    }
    await sending.send(async () => {
      const record = newRecordOf(draft);
      const content = JSON.stringify(record);
      if (sent.current?.content !== content) {
        sent.current = { content, key: idempotencyKey() };
      }
      const detail = await api.createRecord(record, sent.current.key);
      tell.registered({ kind: draft.kind, count: 1 });
      leaving.discard();
      form.replace(draft, { clean: true });
      navigate(paths.record(detail.record.ref) ?? '..');
    });
  };
  const registerPieces = async () => {
    if (!('pieces' in read)) {
      form.attempt();
      return;
    }
    const { pieces } = read;
    const wrong = form.check(pieceDraft(draft, pieces[0]));
    if (wrong.length > 0) {
      form.refuse(wrong);
      return;
    }
    const failed = await batch.send(draft, pieces);
    tell.registered({
      kind: draft.kind,
      count: pieces.length - failed.length,
    });
    setList({
      count: list.count === '' || failed.length === 0 ? '' : `${failed.length}`,
      serials: failed.flatMap(one => one.serialNumber ?? []).join('\n'),
      tags: failed.flatMap(one => one.tag ?? []).join('\n'),
    });
    if (failed.length === 0) {
      leaving.discard();
      form.replace(draft, { clean: true });
      setAttempts(0);
    }
  };
  const submitLatest = useRef<() => void>(() => {});
  submitLatest.current = many ? registerPieces : registerOne;
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

  const pending = sending.pending || batch.pending;
  return (
    <FormProvider
      values={{
        ...form,
        // With many pieces their own identifiers are checked when they are sent.
        problemAt: path =>
          many && isPiecePath(path) ? undefined : form.problemAt(path),
        suggestions,
        titles,
        costVisible: !hidesMoney,
        editing: false,
      }}
    >
      <FormHead title={asYaml ? t('forms.yamlTitle') : t('forms.newTitle')}>
        {mayRegister && (
          <Button variant="secondary" onPress={() => setYaml(!asYaml)}>
            {asYaml ? t('forms.registerInstead') : t('forms.asYaml')}
          </Button>
        )}
      </FormHead>
      <KeptAlert leaving={leaving} />
      {hidesMoney && <Note>{t('forms.yamlWithoutMoney')}</Note>}
      <div className={styles.split} data-aside={asYaml}>
        <form className={styles.form} onSubmit={submit} noValidate>
          {sending.problem && <ProblemAlert problem={sending.problem} />}
          {!asYaml && (
            <ErrorSummary problems={form.problems} attempts={attempts} />
          )}
          <PieceOutcomes outcomes={batch.outcomes} pending={batch.pending} />
          <RecordForm
            today={today}
            onKind={onKind}
            many={many}
            pieces={
              mayBeSeveral && (
                <>
                  <Switch
                    label={t('forms.several')}
                    isSelected={several}
                    onChange={setSeveral}
                  />
                  {many && (
                    <PiecesPanel
                      list={list}
                      problem={
                        attempts > 0 && 'problem' in read
                          ? read.problem
                          : undefined
                      }
                      onChange={setList}
                    />
                  )}
                </>
              )
            }
          />
          {!asYaml && (
            <div className={styles.bar}>
              <Button type="submit" variant="primary" isPending={pending}>
                {many && 'pieces' in read
                  ? t('forms.registerPieces', { count: read.pieces.length })
                  : t('forms.register')}
              </Button>
              <ButtonLink variant="secondary" href={paths.register() ?? '..'}>
                {t('common.cancel')}
              </ButtonLink>
            </div>
          )}
        </form>
        {asYaml && (
          <div className={styles.aside}>
            <Suspense
              fallback={
                <Panel title={t('forms.yaml.title')} busy>
                  <SkeletonLines heights={[32, 320]} />
                </Panel>
              }
            >
              <YamlPanel draft={draft} onTake={taken => form.replace(taken)} />
            </Suspense>
          </div>
        )}
      </div>
    </FormProvider>
  );
}

function isPiecePath(path: string): boolean {
  return path === 'spec.tag' || path === 'spec.serialNumber';
}
