import { useApi } from '@backstage/core-plugin-api';
import { useState } from 'react';
import { itamApiRef } from '../../api';
import { useFormat } from '../../format';
import { useLoad, useWrite } from '../../loading';
import { useSectionTexts } from '../../translation';
import { FailureMessage, FormDialog, SkeletonLines } from '../../ui';
import styles from '../Audits.module.css';
import type { Progress } from './progress';

/**
 * Asks before an audit is closed: what is undecided, what differs, and whether
 * the records get what was seen. It is closed on the version that is shown:
 * what somebody notes meanwhile is not lost unseen.
 */
export function CloseAuditDialog(props: {
  auditId: number;
  progress: Progress;
  /** Notes that the register does not have yet. */
  unsaved: number;
  onClose(): void;
  onClosed(): void;
}) {
  const { auditId, progress, unsaved, onClose, onClosed } = props;
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const [apply, setApply] = useState(false);
  const [revision, setRevision] = useState(0);
  const writing = useWrite();
  // Asked once everything has arrived: each note raises the version.
  const audit = useLoad(`${auditId} ${revision} ${unsaved}`, () =>
    api.audits.get(auditId),
  );
  const isReady = audit.state === 'ready' && !audit.stale;

  const submit = async () => {
    if (!isReady || unsaved > 0) {
      return;
    }
    const { version } = audit.value;
    if (await writing.send(() => api.audits.close(auditId, apply, version))) {
      onClosed();
    }
  };
  return (
    <FormDialog
      title={t('audits.close.title')}
      submit={t('audits.close.submit')}
      destructive
      pending={writing.pending || (audit.state !== 'failed' && !isReady)}
      problem={writing.problem}
      conflict={t('audits.close.conflict')}
      onReload={() => setRevision(before => before + 1)}
      onSubmit={submit}
      onClose={onClose}
    >
      {audit.state === 'loading' && <SkeletonLines heights={[24, 24]} />}
      {audit.state === 'failed' && (
        <FailureMessage
          failure={audit.failure}
          forbidden={t('audits.forbidden')}
          onRetry={audit.retry}
        />
      )}
      {unsaved > 0 && (
        <p role="alert">{t('audits.close.unsaved', { count: unsaved })}</p>
      )}
      {audit.state === 'ready' && (
        <Counts
          counts={
            unsaved > 0
              ? progress.counts
              : countsOf(audit.value.outcomes, progress.counts)
          }
        />
      )}
      <label className={styles.choice}>
        <input
          type="checkbox"
          checked={apply}
          onChange={event => setApply(event.target.checked)}
        />
        <span>
          {t('audits.close.apply')}
          <small>{t('audits.close.applyText')}</small>
        </span>
      </label>
      <p>{t('audits.close.forGood')}</p>
    </FormDialog>
  );
}

function Counts(props: { counts: Progress['counts'] }) {
  const { counts } = props;
  const t = useSectionTexts();
  const format = useFormat();
  const { pending } = counts;
  return (
    <>
      <p>
        <strong>
          {pending === 0
            ? t('audits.close.allDecided')
            : t('audits.close.undecided', { count: pending })}
        </strong>
      </p>
      <ul className={styles.counts}>
        {(['found', 'elsewhere', 'not-found', 'unexpected'] as const).map(
          outcome => (
            <li key={outcome}>
              {t(`audits.outcomeCount.${outcome}`, {
                number: format.count(counts[outcome]),
              })}
            </li>
          ),
        )}
      </ul>
    </>
  );
}

/** As the register counts, with nothing where it says nothing. */
function countsOf(
  outcomes: readonly { outcome: keyof Progress['counts']; items: number }[],
  shown: Progress['counts'],
): Progress['counts'] {
  const counts = { ...shown };
  for (const outcome of [
    'pending',
    'found',
    'not-found',
    'elsewhere',
    'unexpected',
  ] as const) {
    counts[outcome] = outcomes.find(one => one.outcome === outcome)?.items ?? 0;
  }
  return counts;
}
