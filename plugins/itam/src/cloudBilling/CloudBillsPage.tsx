import { useApi } from '@backstage/core-plugin-api';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import { FailureMessage, Panel, SkeletonLines, useCursorPages } from '../ui';
import { BillsInForce } from './BillsInForce';
import { DeliverBillPanel } from './DeliverBillPanel';

/**
 * Where billing files of clouds are delivered, and the bills in force below.
 * Who may not import sees neither.
 */
export function CloudBillsPage() {
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [cursor, setCursor] = useState<string>();
  const [version, setVersion] = useState(0);
  const pages = useCursorPages(cursor, setCursor);
  const page = useLoad(`${version} ${cursor ?? ''}`, () =>
    api.cloudBilling.list({ cursor }),
  );
  const reload = () => setVersion(before => before + 1);
  const failure = page.state === 'failed' && (
    <FailureMessage
      failure={page.failure}
      forbidden={t('cloudBilling.list.forbidden')}
      onRetry={page.retry}
    />
  );

  if (page.state === 'failed' && page.failure.kind === 'forbidden') {
    return <Panel title={t('cloudBilling.upload.title')}>{failure}</Panel>;
  }
  return (
    <>
      <DeliverBillPanel onTaken={reload} />
      {page.state === 'ready' ? (
        <BillsInForce
          page={page.value}
          stale={page.stale}
          pages={pages}
          onTakenBack={reload}
        />
      ) : (
        <Panel
          title={t('cloudBilling.list.title')}
          busy={page.state === 'loading'}
        >
          {failure || <SkeletonLines heights={[32, 48, 48]} />}
        </Panel>
      )}
    </>
  );
}
