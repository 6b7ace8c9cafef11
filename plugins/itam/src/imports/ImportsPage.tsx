import { useApi } from '@backstage/core-plugin-api';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { usePolled } from '../loading';
import { useSectionTexts } from '../translation';
import { FailureMessage, Panel, SkeletonLines, useCursorPages } from '../ui';
import { isWorking } from './importState';
import { ImportList } from './list/ImportList';
import { UploadPanel } from './upload/UploadPanel';

const IMPORTS_ON_A_PAGE = 10;

/**
 * Where a spreadsheet is uploaded, and the reader's imports below. Who may
 * not import sees neither.
 */
export function ImportsPage() {
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const [cursor, setCursor] = useState<string>();
  const pages = useCursorPages(cursor, setCursor);
  const page = usePolled(
    cursor ?? '',
    () => api.imports.list({ limit: IMPORTS_ON_A_PAGE, cursor }),
    ({ items }) => items.some(isWorking),
  );

  if (page.state === 'failed' && page.failure.kind === 'forbidden') {
    return (
      <Panel title={t('imports.upload.title')}>
        <FailureMessage
          failure={page.failure}
          forbidden={t('imports.forbidden')}
          onRetry={page.retry}
        />
      </Panel>
    );
  }
  return (
    <>
      <UploadPanel />
      {page.state === 'loading' && (
        <Panel title={t('imports.list.title')} busy>
          <SkeletonLines heights={[32, 48, 48, 48]} />
        </Panel>
      )}
      {page.state === 'failed' && (
        <Panel title={t('imports.list.title')}>
          <FailureMessage
            failure={page.failure}
            forbidden={t('imports.forbidden')}
            onRetry={page.retry}
          />
        </Panel>
      )}
      {page.state === 'ready' && (
        <ImportList
          page={page.value}
          pages={pages}
          onForgotten={page.refresh}
        />
      )}
    </>
  );
}
