import { useApi } from '@backstage/core-plugin-api';
import { Alert, Button } from '@backstage/ui';
import { useState } from 'react';
import { itamApiRef } from '../../api';
import { useLoad, useWrite } from '../../loading';
import { useSectionTexts } from '../../translation';
import { Note, Panel, ProblemAlert, Subheading } from '../../ui';
import { commonProblems } from '../check/commonProblems';
import { useErrorRows } from '../check/useErrorRows';
import styles from '../Imports.module.css';
import type { ImportPartProps } from '../ImportView';
import { isOpen } from '../importState';
import { ReadingFields } from '../reading/ReadingFields';
import { ColumnTable } from './ColumnTable';
import { missingFields } from './missingFields';
import { doubleFields, draftOf, readingOf } from './readingDraft';
import { StatusWords } from './StatusWords';

/** Rows whose cells show what is in a column. */
const SAMPLE_ROWS = 5;

/**
 * Which column is read as which field, and how its cells are written; all of
 * it is checked again when it changes.
 */
export function ColumnsPanel(props: ImportPartProps) {
  const { detail, onView, onChanged, onReload } = props;
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const { pending, problem, send } = useWrite();
  const [draft, setDraft] = useState(() => draftOf(detail));
  const samples = useLoad(detail.id, () =>
    api.imports.listRows(detail.id, { limit: SAMPLE_ROWS }),
  );
  const { statusWords } = commonProblems(useErrorRows(detail));
  const open = isOpen(detail);
  const double = doubleFields(draft);
  const missing = missingFields({
    kind: detail.kind,
    columns: draft.fields.map(field => ({ field })),
  });

  const checkAgain = async () => {
    await send(async () => {
      const reading = readingOf(detail, draft);
      onChanged(
        await api.imports.checkAgain(detail.id, reading, detail.version),
      );
      onView({ step: 'check', outcome: undefined, result: undefined });
    });
  };

  return (
    <Panel title={t('imports.columns.title')}>
      {missing.length > 0 && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t('imports.columns.missing', {
            fields: missing.map(({ label }) => label).join(', '),
          })}
          description={t('imports.columns.missingText')}
        />
      )}
      <ColumnTable
        detail={detail}
        fields={draft.fields}
        double={double}
        rows={samples.state === 'ready' ? samples.value.items : []}
        disabled={!open}
        onChange={(index, field) =>
          setDraft(before => ({
            ...before,
            fields: before.fields.map((one, at) =>
              at === index ? field : one,
            ),
          }))
        }
      />
      <Subheading>{t('imports.reading.title')}</Subheading>
      <div className={styles.fields}>
        <ReadingFields
          value={draft.format}
          said={detail.format}
          disabled={!open}
          onChange={change =>
            setDraft(before => ({
              ...before,
              format: { ...before.format, ...change },
            }))
          }
        />
      </div>
      <StatusWords
        unknown={statusWords}
        statuses={draft.statuses}
        disabled={!open}
        onChange={statuses => setDraft(before => ({ ...before, statuses }))}
      />
      {problem && <ProblemAlert problem={problem} onReload={onReload} />}
      {open ? (
        <div className={styles.actions}>
          <Button
            variant="primary"
            isPending={pending}
            isDisabled={double.size > 0}
            onPress={checkAgain}
          >
            {t('imports.columns.checkAgain')}
          </Button>
          <Note>
            {t(
              double.size > 0
                ? 'imports.columns.doubleText'
                : 'imports.columns.checkAgainText',
            )}
          </Note>
        </div>
      ) : (
        <Note>{t('imports.columns.closed')}</Note>
      )}
    </Panel>
  );
}
