import { Alert } from '@backstage/ui';
import type { Problem } from '../loading';
import { useTexts } from '../translation';
import styles from './Actions.module.css';

/**
 * What the register refused that no field of the dialog stands for.
 */
export function OtherProblems(props: {
  problem: Problem | undefined;
  /** Whether a field shows the problem of a path itself. */
  isShown(path: string): boolean;
}) {
  const { problem, isShown } = props;
  const t = useTexts();
  if (problem?.kind !== 'failed' || !problem.fields) {
    return null;
  }
  const others = problem.fields.filter(({ path }) => !isShown(path));
  if (others.length === 0) {
    return (
      <Alert role="alert" status="danger" icon title={t('actions.seeFields')} />
    );
  }
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={t('actions.refused')}
      description={
        <ul className={styles.problems}>
          {others.map(({ path, allowed }) => (
            <li key={`${path} ${allowed}`}>{`${path}: ${allowed}`}</li>
          ))}
        </ul>
      }
    />
  );
}

/** What a dialog says above its fields; problems of fields stand there. */
export function withoutFields(
  problem: Problem | undefined,
): Problem | undefined {
  return problem?.kind === 'failed' && problem.fields ? undefined : problem;
}

/** The problem of a path, in the register's words. */
export function problemAt(
  problem: Problem | undefined,
  ...paths: string[]
): string | undefined {
  return problem?.kind === 'failed'
    ? problem.fields?.find(one =>
        paths.some(
          path =>
            one.path === path ||
            one.path.startsWith(`${path}.`) ||
            one.path.startsWith(`${path}[`),
        ),
      )?.allowed
    : undefined;
}
