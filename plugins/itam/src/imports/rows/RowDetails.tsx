import type {
  ImportDetail,
  ImportRowEntry,
} from '@backstage-itam/plugin-itam-common';
import { useSectionTexts } from '../../translation';
import styles from '../Imports.module.css';
import { changedFields, problemPlace } from './problemPlace';
import { useProblemText } from './useProblemText';

/**
 * What a row changes, or everything that is wrong with it.
 */
export function RowDetails(props: {
  detail: ImportDetail;
  row: ImportRowEntry;
}) {
  const { detail, row } = props;
  const t = useSectionTexts();
  const problemText = useProblemText();
  if (row.problems.length > 0) {
    return (
      <ul className={styles.problems}>
        {row.problems.map(problem => (
          <li key={`${problem.path} ${problem.rule}`}>
            <strong>
              {problemPlace(detail, problem) ?? t('imports.row.whole')}
            </strong>
            <span>{problemText(problem)}</span>
          </li>
        ))}
      </ul>
    );
  }
  if (row.changes.length > 0) {
    return (
      <>
        {t('imports.row.changes', {
          fields: changedFields(detail, row).join(', '),
        })}
      </>
    );
  }
  return row.outcome === 'unchanged' ? <>{t('imports.row.same')}</> : null;
}
