import { Button } from '@backstage/ui';
import { useState } from 'react';
import { useSectionTexts } from '../../translation';
import { Note, Panel } from '../../ui';
import { CountFilter } from '../CountFilter';
import type { ImportPartProps } from '../ImportView';
import { RESULTS } from '../importAddress';
import { PagedRows } from '../rows/PagedRows';
import { UndoDialog } from './UndoDialog';

/**
 * What was written, with links to the records, and the way to take it back;
 * once taken back, what was kept and why.
 */
export function ResultPanel(props: ImportPartProps) {
  const { detail, view, onView } = props;
  const { state, outcomes, results, rows } = detail;
  const t = useSectionTexts();
  const [asking, setAsking] = useState(false);
  const counts = RESULTS.map(id => ({
    id,
    label: t(`imports.result.${id}`),
    count: results[id],
    tone: id === 'kept' ? ('warning' as const) : undefined,
  })).filter(({ id, count }) => count > 0 || belongsTo(state, id));
  return (
    <Panel
      title={t('imports.results.title')}
      actions={
        state === 'committed' && (
          <Button variant="secondary" onPress={() => setAsking(true)}>
            {t('imports.undo.submit')}
          </Button>
        )
      }
    >
      <CountFilter
        label={t('imports.results.results')}
        all={{ label: t('imports.outcome.all'), count: rows }}
        counts={counts}
        selected={view.result}
        onChange={result => onView({ result })}
      />
      <Note>{textOf()}</Note>
      <PagedRows
        {...props}
        view={{ ...view, outcome: undefined }}
        total={view.result ? results[view.result] : rows}
      />
      {asking && <UndoDialog {...props} onClose={() => setAsking(false)} />}
    </Panel>
  );

  function textOf(): string {
    switch (state) {
      case 'committed':
        return [
          outcomes.error
            ? t('imports.results.leftOut', { count: outcomes.error })
            : '',
          t('imports.results.committed'),
        ].join(' ');
      case 'undone':
        return results.kept
          ? t('imports.results.kept', { count: results.kept })
          : t('imports.results.undone');
      case 'failed':
        return t('imports.failedTodo');
      default:
        return t('imports.results.wait');
    }
  }
}

/** Counts that are shown in a state even when they are zero. */
function belongsTo(
  state: ImportPartProps['detail']['state'],
  result: (typeof RESULTS)[number],
): boolean {
  return state === 'undone' || state === 'undoing'
    ? result === 'undone' || result === 'kept'
    : result === 'created' || result === 'updated';
}
