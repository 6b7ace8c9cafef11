import { VisuallyHidden } from '@backstage/ui';
import { RiCheckLine, RiRecordCircleLine } from '@remixicon/react';
import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { StepButtons } from '../actions/RecordActions';
import { statusText, useTexts } from '../translation';
import { Note, Panel } from '../ui';
import styles from './Lifecycle.module.css';

const STAGES = [
  'planning',
  'procurement',
  'deployment',
  'maintenance',
  'decommission',
] as const;

/**
 * The five stages, where the asset stands and where it may go.
 */
export function LifecyclePanel(props: {
  detail: RecordDetail;
  onChanged(): void;
}) {
  const { detail, onChanged } = props;
  const { record, nextStages = [], rights } = detail;
  const t = useTexts();
  const reached = STAGES.findIndex(stage => stage === record.stage);
  return (
    <Panel title={t('record.lifecycle')}>
      <ol className={styles.steps}>
        {STAGES.map((stage, index) => {
          const isCurrent = index === reached;
          const isDone = index < reached;
          return (
            <li
              key={stage}
              aria-current={isCurrent ? 'step' : undefined}
              className={[
                styles.step,
                isCurrent || isDone ? styles.reached : styles.ahead,
                isCurrent ? styles.current : '',
              ].join(' ')}
            >
              <span className={styles.dot} aria-hidden="true">
                {isDone && <RiCheckLine size={14} />}
                {isCurrent && <RiRecordCircleLine size={14} />}
              </span>
              <span className={styles.name}>
                {t(`stage.${stage}`)}
                <VisuallyHidden> {stepState(isCurrent, isDone)}</VisuallyHidden>
                {isCurrent && record.status && (
                  <span className={styles.status}>
                    {statusText(t, record.status)}
                  </span>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      {rights?.transition ? (
        <StepButtons detail={detail} onChanged={onChanged} />
      ) : (
        nextStages.length > 0 && (
          <Note>
            {t('record.nextStages', {
              stages: nextStages.map(stage => t(`stage.${stage}`)).join(', '),
            })}
          </Note>
        )
      )}
    </Panel>
  );

  function stepState(isCurrent: boolean, isDone: boolean): string {
    if (isCurrent) {
      return t('record.currentStage');
    }
    return isDone ? t('record.doneStage') : t('record.aheadStage');
  }
}
