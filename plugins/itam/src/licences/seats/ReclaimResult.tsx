import { Alert } from '@backstage/ui';
import type { Problem } from '../../loading';
import { type Texts, useTexts } from '../../translation';
import type { ReclaimOutcome } from './reclaimSeats';

/**
 * How many seats were taken back, and of which licences none were and why.
 */
export function ReclaimResult(props: { outcomes: readonly ReclaimOutcome[] }) {
  const t = useTexts();
  const done = props.outcomes.filter(({ problem }) => !problem);
  const count = done.reduce((sum, { seats }) => sum + seats, 0);
  return (
    <>
      {count > 0 && (
        <Alert
          role="status"
          status="success"
          icon
          title={t('seats.outcome', { count })}
        />
      )}
      {props.outcomes.map(
        ({ licence, problem }) =>
          problem && (
            <Alert
              key={licence.ref}
              role="alert"
              status="danger"
              icon
              title={t('seats.outcomeFailed', {
                name: licence.title,
                message: problemText(t, problem),
              })}
            />
          ),
      )}
    </>
  );
}

function problemText(t: Texts, problem: Problem): string {
  switch (problem.kind) {
    case 'conflict':
      return t('seats.outcomeConflict');
    case 'forbidden':
      return t('seats.outcomeForbidden');
    case 'not-found':
      return t('seats.outcomeGone');
    default:
      return problem.message;
  }
}
