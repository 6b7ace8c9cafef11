import { useApi } from '@backstage/core-plugin-api';
import type { ImportRowEntry } from '@backstage-itam/plugin-itam-common';
import { Button } from '@backstage/ui';
import { useState } from 'react';
import { itamApiRef } from '../../api';
import { useFormat } from '../../format';
import { useWrite } from '../../loading';
import { useSectionTexts } from '../../translation';
import { Note, Panel, ProblemAlert, SkeletonLines } from '../../ui';
import { CountFilter } from '../CountFilter';
import styles from '../Imports.module.css';
import type { ImportPartProps } from '../ImportView';
import { OUTCOMES } from '../importAddress';
import { isOpen } from '../importState';
import { PagedRows } from '../rows/PagedRows';
import { CorrectRowDialog } from './CorrectRowDialog';
import { ReadingHints } from './ReadingHints';

/**
 * The dry run: what every row would do, and everything that is wrong, to be
 * put right here.
 */
export function CheckPanel(props: ImportPartProps) {
  const { detail, view, onView, onChanged, onReload } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const api = useApi(itamApiRef);
  const { pending, problem, send } = useWrite();
  const [correcting, setCorrecting] = useState<ImportRowEntry>();
  const [corrected, setCorrected] = useState<ImportRowEntry>();
  const open = isOpen(detail);
  const checking = detail.state === 'checking';
  const outcomes = detail.outcomes;

  const checkAgain = (reading = {}) =>
    send(async () =>
      onChanged(
        await api.imports.checkAgain(detail.id, reading, detail.version),
      ),
    );

  return (
    <Panel
      title={t('imports.check.title')}
      actions={
        open && (
          <>
            <Button
              variant="secondary"
              isPending={pending}
              onPress={() => checkAgain()}
            >
              {t('imports.columns.checkAgain')}
            </Button>
            <Button
              variant="primary"
              onPress={() => onView({ step: 'import' })}
            >
              {t('imports.check.goOn')}
            </Button>
          </>
        )
      }
    >
      {problem && <ProblemAlert problem={problem} onReload={onReload} />}
      {outcomes && (
        <CountFilter
          label={t('imports.check.outcomes')}
          all={{ label: t('imports.outcome.all'), count: detail.rows }}
          counts={OUTCOMES.map(id => ({
            id,
            label: t(`imports.outcome.${id}`),
            count: outcomes[id],
            tone: id === 'error' ? 'negative' : undefined,
          }))}
          selected={view.outcome}
          onChange={outcome => onView({ outcome })}
        />
      )}
      {open && (
        <ReadingHints {...props} pending={pending} onReading={checkAgain} />
      )}
      <div role="status">
        {corrected && open && (
          <p className={styles.saved}>
            {t('imports.correct.saved', {
              line: format.count(corrected.line),
              outcome:
                corrected.outcome && corrected.outcome !== 'error'
                  ? t(`imports.outcome.${corrected.outcome}`)
                  : t('imports.row.error'),
            })}
          </p>
        )}
      </div>
      {checking ? (
        <>
          <Note>{t('imports.check.wait')}</Note>
          <SkeletonLines heights={[32, 32, 32]} />
        </>
      ) : (
        <PagedRows
          {...props}
          onCorrect={open ? setCorrecting : undefined}
          total={view.outcome ? outcomes[view.outcome] : detail.rows}
        />
      )}
      {correcting && (
        <CorrectRowDialog
          detail={detail}
          row={correcting}
          onClose={() => setCorrecting(undefined)}
          onReload={() => {
            setCorrecting(undefined);
            onReload();
          }}
          onSaved={row => {
            setCorrected(row);
            // What is still wrong is said in the dialog at once.
            setCorrecting(row.outcome === 'error' ? row : undefined);
            onReload();
          }}
        />
      )}
    </Panel>
  );
}
