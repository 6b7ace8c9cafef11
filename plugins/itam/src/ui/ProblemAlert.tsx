import { Alert, Button } from '@backstage/ui';
import type { Problem } from '../loading';
import { useTexts } from '../translation';

/**
 * Why something was not saved, and what to do.
 */
export function ProblemAlert(props: {
  problem: Problem;
  /** Said instead when the version it started from is not the newest. */
  conflict?: string;
  onReload?(): void;
}) {
  const { problem, conflict, onReload } = props;
  const t = useTexts();
  const text = () => {
    switch (problem.kind) {
      case 'conflict':
        return conflict ?? t('problem.conflict');
      case 'forbidden':
        return t('problem.forbidden');
      case 'not-found':
        return t('problem.notFound');
      default:
        return t('problem.failed', { message: problem.message });
    }
  };
  return (
    <Alert
      role="alert"
      status="danger"
      icon
      title={text()}
      customActions={
        problem.kind === 'conflict' && onReload ? (
          <Button variant="secondary" size="small" onPress={onReload}>
            {t('problem.reload')}
          </Button>
        ) : undefined
      }
    />
  );
}
