import { useApi } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { useParams } from 'react-router-dom';
import { itamApiRef } from '../api';
import { usePolled } from '../loading';
import { useSectionTexts } from '../translation';
import { FailureMessage, Panel, SkeletonLines } from '../ui';
import styles from './Imports.module.css';
import { ImportView } from './ImportView';
import { isWorking } from './importState';
import { useImportPaths } from './useImportPaths';

/**
 * One import; while the register works on it, it is asked how far it is.
 */
export function ImportPage() {
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const paths = useImportPaths();
  const { id = '' } = useParams();
  const detail = usePolled(id, () => api.imports.get(id), isWorking);
  return (
    <>
      <div className={styles.back}>
        <Link href={paths.all}>{t('imports.all')}</Link>
      </div>
      {detail.state === 'loading' && (
        <Panel title={t('imports.title')} busy>
          <SkeletonLines heights={[40, 24, 200]} />
        </Panel>
      )}
      {detail.state === 'failed' && (
        <Panel title={t('imports.title')}>
          <FailureMessage
            failure={detail.failure}
            forbidden={t('imports.forbidden')}
            notFound={t('imports.notFound')}
            onRetry={detail.retry}
          />
        </Panel>
      )}
      {detail.state === 'ready' && (
        <ImportView
          detail={detail.value}
          interrupted={detail.interrupted}
          onChanged={detail.replace}
          onReload={detail.refresh}
        />
      )}
    </>
  );
}
