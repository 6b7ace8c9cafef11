import { identityApiRef, useApi } from '@backstage/core-plugin-api';
import { Link } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import { useEffect, useRef, useState } from 'react';
import { useParams } from 'react-router-dom';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { useSectionTexts } from '../translation';
import { FailureMessage, Panel, SkeletonLines } from '../ui';
import styles from './Audits.module.css';
import { ClosedAudit } from './ClosedAudit';
import { isWorthRetrying } from './outbox/sendObservation';
import { readAudit, type ReadAudit } from './readAudit';
import { OpenAudit } from './run/OpenAudit';
import { useAuditPaths } from './useAuditPaths';

const LOOK_AGAIN_MS = 30_000;

/**
 * One audit: to work through while it is open, and its outcome afterwards.
 * What others note appears within half a minute.
 */
export function AuditPage() {
  const { id = '' } = useParams();
  const t = useSectionTexts();
  const paths = useAuditPaths();
  const api = useApi(itamApiRef);
  const identity = useApi(identityApiRef);
  const [revision, setRevision] = useState(0);
  const last = useRef<ReadAudit>();
  const auditId = /^[1-9]\d{0,9}$/.test(id) ? Number(id) : 0;

  const loaded = useLoad(`${auditId} ${revision}`, async () => {
    try {
      last.current = await readAudit(api, auditId);
    } catch (error) {
      // Where there is no reception, what was read before still serves.
      if (last.current?.audit.id !== auditId || !isWorthRetrying(error)) {
        throw error;
      }
    }
    const { userEntityRef } = await identity.getBackstageIdentity();
    return { ...last.current, user: userEntityRef };
  });
  const isOpen =
    loaded.state === 'ready' && loaded.value.audit.state === 'open';
  useEffect(() => {
    if (!isOpen) {
      return undefined;
    }
    const look = setInterval(() => {
      if (document.visibilityState === 'visible') {
        setRevision(before => before + 1);
      }
    }, LOOK_AGAIN_MS);
    return () => clearInterval(look);
  }, [isOpen]);

  const reload = () => setRevision(before => before + 1);
  const content = () => {
    if (
      loaded.state === 'loading' ||
      (loaded.state === 'ready' && loaded.value.audit.id !== auditId)
    ) {
      return (
        <Panel title={t('common.loading')} busy>
          <SkeletonLines heights={[48, 24, 64, 64, 64]} />
        </Panel>
      );
    }
    if (loaded.state === 'failed') {
      return (
        <Panel title={t('audits.title')}>
          <FailureMessage
            failure={loaded.failure}
            forbidden={t('audits.forbidden')}
            notFound={t('audits.notFound')}
            onRetry={loaded.retry}
          />
        </Panel>
      );
    }
    const { audit, items, user } = loaded.value;
    return audit.state === 'open' ? (
      <OpenAudit
        key={`${audit.id} ${user}`}
        audit={audit}
        read={items}
        user={user}
        onClosed={reload}
      />
    ) : (
      <ClosedAudit audit={audit} items={items} />
    );
  };
  return (
    <>
      <div className={styles.back}>
        <Link href={paths.audits()}>
          <RiArrowLeftLine size={14} aria-hidden="true" /> {t('audits.back')}
        </Link>
      </div>
      {content()}
    </>
  );
}
