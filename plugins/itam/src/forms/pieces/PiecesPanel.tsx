import { TextAreaField, TextField } from '@backstage/ui';
import { useTexts } from '../../translation';
import { Note, Panel } from '../../ui';
import fields from '../fields/Fields.module.css';
import { linesOf, type PieceList, type PieceProblem } from './pieces';

/** Asks for the pieces that are registered at once. */
export function PiecesPanel(props: {
  list: PieceList;
  /** What is wrong with it, once it may be said. */
  problem?: PieceProblem;
  onChange(list: PieceList): void;
}) {
  const { list, problem, onChange } = props;
  const t = useTexts();
  const text = problem && problemText(t, problem);
  const serials = linesOf(list.serials).length;
  const tags = linesOf(list.tags).length;
  return (
    <Panel title={t('forms.pieces')}>
      <Note>{t('forms.piecesText')}</Note>
      <div className={fields.grid} data-path="pieces">
        <TextAreaField
          label={t('forms.serials')}
          description={t('forms.lines', { count: serials })}
          rows={6}
          value={list.serials}
          onChange={value => onChange({ ...list, serials: value })}
        />
        <TextAreaField
          label={t('forms.tags')}
          description={t('forms.lines', { count: tags })}
          rows={6}
          value={list.tags}
          onChange={value => onChange({ ...list, tags: value })}
        />
        <div className={fields.number}>
          <TextField
            size="small"
            label={t('forms.count')}
            description={t('forms.countHelp')}
            inputMode="numeric"
            value={list.count}
            onChange={value => onChange({ ...list, count: value })}
          />
        </div>
      </div>
      {text && (
        <span role="alert" className={fields.problem}>
          {text}
        </span>
      )}
    </Panel>
  );
}

function problemText(
  t: ReturnType<typeof useTexts>,
  problem: PieceProblem,
): string {
  switch (problem.kind) {
    case 'lengths':
      return t('forms.pieceProblem.lengths', {
        serials: `${problem.serials}`,
        tags: `${problem.tags}`,
        number: `${problem.count}`,
      });
    case 'repeated':
      return t('forms.pieceProblem.repeated', { value: problem.value });
    case 'too-many':
      return t('forms.pieceProblem.tooMany');
    case 'count':
      return t('forms.pieceProblem.count');
    default:
      return t('forms.pieceProblem.none');
  }
}
