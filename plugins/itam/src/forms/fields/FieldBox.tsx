import { Link } from '@backstage/ui';
import type { ReactNode } from 'react';
import { useTexts } from '../../translation';
import { titleOfRef, usePaths } from '../../ui';
import { problemText } from '../checking/problemText';
import { useForm } from '../FormContext';
import styles from './Fields.module.css';

/**
 * The place of a field, which its problems lead to. `says` when the field
 * inside does not say its problem itself.
 */
export function FieldBox(props: {
  path: string;
  wide?: boolean;
  says?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const { path, wide, says = false, className = '', children } = props;
  const form = useForm();
  const t = useTexts();
  const paths = usePaths();
  const problem = form.problemAt(path);
  const holder = problem?.otherRef && paths.record(problem.otherRef);
  return (
    <div
      className={`${styles.field} ${wide ? styles.wide : ''} ${className}`}
      data-path={path}
      onBlur={() => form.touch(path)}
    >
      {children}
      {says && problem && (
        <span className={styles.problem}>{problemText(problem)}</span>
      )}
      {problem?.otherRef && holder && (
        <span className={styles.problem}>
          <Link href={holder}>
            {t('forms.takenBy', {
              name: titleOfRef({ ref: problem.otherRef }),
            })}
          </Link>
        </span>
      )}
    </div>
  );
}

/** What is wrong with the field at a path, in words. */
export function useProblem(path: string): string | undefined {
  const problem = useForm().problemAt(path);
  return problem && problemText(problem);
}
