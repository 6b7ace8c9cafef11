import { Alert, Button } from '@backstage/ui';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useFormat } from '../format';
import { useSectionTexts } from '../translation';
import { Note, Panel } from '../ui';
import { ImportProgress } from './ImportProgress';
import { ImportSteps } from './ImportSteps';
import type { ImportPartProps } from './ImportView';
import { isForgettable, isWorking, type Step } from './importState';
import { ForgetDialog } from './list/ForgetDialog';
import { StateChip } from './StateChip';
import styles from './Imports.module.css';
import { useImportPaths } from './useImportPaths';

/**
 * What the import is, its steps and how far it is.
 */
export function ImportHeader(
  props: ImportPartProps & { step: Step; interrupted: boolean },
) {
  const { detail, step, interrupted, onView } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const navigate = useNavigate();
  const paths = useImportPaths();
  const [forgetting, setForgetting] = useState(false);
  return (
    <Panel
      title={
        detail.fileName ??
        t('imports.titleOf', { kind: t(`kinds.${detail.kind}`) })
      }
      actions={
        isForgettable(detail) && (
          <Button
            variant="tertiary"
            size="small"
            onPress={() => setForgetting(true)}
          >
            {t('imports.forget.submit')}
          </Button>
        )
      }
    >
      <div className={styles.facts}>
        <StateChip state={detail.state} />
        <Note>
          {t('imports.facts', {
            kind: t(`kinds.${detail.kind}`),
            rows: t('imports.rows', { count: detail.rows }),
            type: detail.fileType.toLocaleUpperCase('en'),
            time: format.instant(detail.createdAt),
          })}
        </Note>
      </div>
      <ImportSteps {...props} step={step} />
      {isWorking(detail) && (
        <ImportProgress detail={detail} interrupted={interrupted} />
      )}
      {detail.message && (
        <Alert
          role="alert"
          status={detail.state === 'failed' ? 'danger' : 'warning'}
          icon
          title={detail.message}
          description={
            detail.state === 'failed' ? t('imports.failedTodo') : undefined
          }
          customActions={
            detail.state === 'checked' && detail.outcomes.error ? (
              <Button
                variant="secondary"
                size="small"
                onPress={() => onView({ step: 'check', outcome: 'error' })}
              >
                {t('imports.check.seeErrors')}
              </Button>
            ) : undefined
          }
        />
      )}
      {forgetting && (
        <ForgetDialog
          detail={detail}
          onClose={() => setForgetting(false)}
          onForgotten={() => navigate(paths.all)}
        />
      )}
    </Panel>
  );
}
