import { RiErrorWarningLine } from '@remixicon/react';
import { useEffect, useRef } from 'react';
import { useTexts } from '../translation';
import { TextButton } from '../ui';
import type { ServerProblem } from './checking/serverProblems';
import { focusField } from './focusField';
import styles from './Form.module.css';

const MOST = 20;

/**
 * Everything that is wrong, in the catalog's words; each line leads to its
 * field. Takes the focus whenever the writer tries to save.
 */
export function ErrorSummary(props: {
  problems: readonly ServerProblem[];
  /** Counts the attempts to save. */
  attempts: number;
}) {
  const { problems, attempts } = props;
  const t = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const any = problems.length > 0;
  useEffect(() => {
    if (attempts > 0 && any) {
      box.current?.focus();
    }
    // A problem that comes up later must not take the focus from the field.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [attempts]);
  if (!any) {
    return null;
  }
  return (
    <div
      ref={box}
      className={styles.summary}
      role="alert"
      tabIndex={-1}
      data-testid="error-summary"
    >
      <p className={styles.summaryTitle}>
        <RiErrorWarningLine size={18} aria-hidden="true" />
        {t('forms.problems', { count: problems.length })}
      </p>
      <ul>
        {problems.slice(0, MOST).map(problem => (
          <li key={`${problem.path} ${problem.rule}`}>
            <TextButton onPress={() => focusField(problem.path)}>
              {problem.message}
            </TextButton>
          </li>
        ))}
      </ul>
      {problems.length > MOST && (
        <p>{t('forms.moreProblems', { count: problems.length - MOST })}</p>
      )}
    </div>
  );
}
