import { useApi } from '@backstage/core-plugin-api';
import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { lazy, Suspense } from 'react';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import { Panel, SkeletonLines } from '../ui';

// It brings the list of all fields, which pages of records else do without.
const RecordSource = lazy(() => import('./RecordSource'));

/**
 * The tools that fill a record, and where it differs from them. Nothing for a
 * record that no tool fills.
 */
export function RecordSourcesPanel(props: { detail: RecordDetail }) {
  const { ref, kind, version } = props.detail.record;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const sources = useLoad(`${ref} ${version}`, () =>
    api.connectors.listSources(ref),
  );
  if (sources.state !== 'ready' || sources.value.items.length === 0) {
    return null;
  }
  return (
    <Panel title={t('connectors.record.title')} stale={sources.stale}>
      <Suspense fallback={<SkeletonLines heights={[24, 24]} />}>
        {sources.value.items.map(source => (
          <RecordSource
            key={`${source.connector} ${source.stream} ${source.sourceId}`}
            kind={kind}
            source={source}
          />
        ))}
      </Suspense>
    </Panel>
  );
}
