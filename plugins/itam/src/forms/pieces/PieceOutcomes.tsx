import { Link } from '@backstage/ui';
import { useTexts } from '../../translation';
import { Chip, Note, Panel, titleOfRef, usePaths } from '../../ui';
import styles from '../Form.module.css';
import type { PieceOutcome } from './useBatch';

/** What became of each piece. */
export function PieceOutcomes(props: {
  outcomes: readonly PieceOutcome[];
  pending: boolean;
}) {
  const { outcomes, pending } = props;
  const t = useTexts();
  if (outcomes.length === 0) {
    return null;
  }
  const done = outcomes.filter(({ state }) => state === 'done').length;
  const failed = outcomes.filter(({ state }) => state === 'failed').length;
  return (
    <Panel title={t('forms.outcomes')} busy={pending}>
      <div role="status">
        <Note>
          {t('forms.outcomesDone', { count: done })}
          {failed > 0 && ` ${t('forms.outcomesFailed', { count: failed })}`}
        </Note>
      </div>
      <ol className={styles.outcomes}>
        {outcomes.map(outcome => (
          <li key={outcome.number}>
            <span>
              {outcome.piece.serialNumber ??
                outcome.piece.tag ??
                t('forms.piece', { number: `${outcome.number}` })}
            </span>
            <span>
              <OutcomeText outcome={outcome} />
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function OutcomeText({ outcome }: { outcome: PieceOutcome }) {
  const t = useTexts();
  const paths = usePaths();
  const path = outcome.ref && paths.record(outcome.ref);
  const other = outcome.otherRef && paths.record(outcome.otherRef);
  switch (outcome.state) {
    case 'sending':
      return <>{t('forms.sending')}</>;
    case 'done':
      return (
        <>
          <Chip tone="positive">{t('forms.registered')}</Chip>{' '}
          {path && outcome.ref ? (
            <Link href={path}>{titleOfRef({ ref: outcome.ref })}</Link>
          ) : (
            outcome.ref
          )}
        </>
      );
    default:
      return (
        <>
          <Chip tone="negative">{t('forms.refused')}</Chip>{' '}
          {outcome.message ?? t('problem.forbidden')}
          {other && outcome.otherRef && (
            <>
              {' '}
              <Link href={other}>
                {t('forms.takenBy', {
                  name: titleOfRef({ ref: outcome.otherRef }),
                })}
              </Link>
            </>
          )}
        </>
      );
  }
}
