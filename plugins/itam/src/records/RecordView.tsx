import { useApi } from '@backstage/core-plugin-api';
import type { RecordDetail } from '@backstage-itam/plugin-itam-common';
import { Suspense, useState } from 'react';
import { itamApiRef } from '../api';
import { RecordActions } from '../actions/RecordActions';
import { RecordFindings } from '../findings/RecordFindings';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import { FailureMessage, lazyPart, Panel, SkeletonLines, Stack } from '../ui';
import { HistoryPanel } from './HistoryPanel';
import { RecordHeader } from './RecordHeader';
import { RelationsPanel } from './RelationsPanel';

const AssetRecord = lazyPart(() =>
  import('./AssetRecord').then(module => module.AssetRecord),
);
const LicenseRecord = lazyPart(() =>
  import('./LicenseRecord').then(module => module.LicenseRecord),
);
const ContractRecord = lazyPart(() =>
  import('./ContractRecord').then(module => module.ContractRecord),
);

/**
 * An asset, licence or contract with everything the reader may see of it.
 */
export function RecordView(props: {
  /** Full entity ref of the record. */
  recordRef: string;
  /** On the record's catalog page, which shows title and description. */
  inCatalogPage?: boolean;
}) {
  const { recordRef, inCatalogPage = false } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [revision, setRevision] = useState(0);
  const loaded = useLoad(`${recordRef} ${revision}`, () =>
    api.getRecord(recordRef),
  );
  const reload = () => setRevision(before => before + 1);
  if (
    loaded.state === 'loading' ||
    // What was read of another record; after a change the page stays.
    (loaded.state === 'ready' && loaded.value.record.ref !== recordRef)
  ) {
    return (
      <Stack>
        <SkeletonLines heights={[32]} />
        <LoadingContent />
      </Stack>
    );
  }
  if (loaded.state === 'failed') {
    return (
      <Panel title={recordRef}>
        <FailureMessage
          failure={loaded.failure}
          forbidden={t('failure.forbiddenRecords')}
          notFound={t('failure.notFoundRecord', { name: recordRef })}
          onRetry={loaded.retry}
        />
      </Panel>
    );
  }
  const detail = loaded.value;
  return (
    <Stack>
      <RecordHeader detail={detail} inCatalogPage={inCatalogPage} />
      <RecordActions detail={detail} onChanged={reload} />
      <RecordFindings detail={detail} />
      <Suspense fallback={<LoadingContent />}>
        <RecordContent detail={detail} onChanged={reload} />
      </Suspense>
      {/* The catalog's page has a graph of its own. */}
      {!inCatalogPage && <RelationsPanel detail={detail} />}
      <HistoryPanel detail={detail} />
    </Stack>
  );
}

function LoadingContent() {
  const t = useTexts();
  return (
    <Panel title={t('common.loading')} busy>
      <SkeletonLines heights={[56, 32, 32, 200]} />
    </Panel>
  );
}

function RecordContent(props: { detail: RecordDetail; onChanged(): void }) {
  const { detail, onChanged } = props;
  switch (detail.record.kind) {
    case 'License':
      return <LicenseRecord detail={detail} onChanged={onChanged} />;
    case 'Contract':
      return <ContractRecord detail={detail} />;
    default:
      return <AssetRecord detail={detail} onChanged={onChanged} />;
  }
}
