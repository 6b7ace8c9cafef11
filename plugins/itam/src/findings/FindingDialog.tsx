import { useApi } from '@backstage/core-plugin-api';
import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { useRuleTexts, useTexts } from '../translation';
import { FailureMessage, SkeletonLines } from '../ui';
import { AcceptDialog } from './AcceptDialog';
import { FindingFacts } from './FindingFacts';
import { ReopenDialog } from './ReopenDialog';

/**
 * A finding with what to do about it and the states it had. Who may change the
 * record may set it aside, and take that back.
 */
export function FindingDialog(props: {
  id: number;
  onClose(): void;
  onChanged(): void;
}) {
  const { id, onClose, onChanged } = props;
  const t = useTexts();
  const rules = useRuleTexts();
  const api = useApi(itamApiRef);
  const [revision, setRevision] = useState(0);
  const [settling, setSettling] = useState(false);
  const loaded = useLoad(`${id} ${revision}`, () => api.findings.get(id));
  const detail = loaded.state === 'ready' ? loaded.value : undefined;
  const reload = () => setRevision(before => before + 1);
  const settled = () => {
    setSettling(false);
    reload();
    onChanged();
  };

  if (settling && detail) {
    const how = {
      finding: detail.finding,
      onClose: () => setSettling(false),
      onReload: () => {
        setSettling(false);
        reload();
      },
      onDone: settled,
    };
    return detail.finding.state === 'accepted' ? (
      <ReopenDialog {...how} />
    ) : (
      <AcceptDialog {...how} />
    );
  }
  return (
    <Dialog
      isOpen
      onOpenChange={open => !open && onClose()}
      isDismissable
      width="min(40rem, calc(100vw - 2rem))"
    >
      <DialogHeader>
        {detail && rules
          ? rules.title(detail.finding.rule, detail.finding.title)
          : t('findings.one')}
      </DialogHeader>
      <DialogBody>
        {(loaded.state === 'loading' || (detail && !rules)) && (
          <SkeletonLines heights={[24, 24, 64]} />
        )}
        {loaded.state === 'failed' && (
          <FailureMessage
            failure={loaded.failure}
            forbidden={t('findings.forbidden')}
            notFound={t('findings.notFound')}
            onRetry={loaded.retry}
          />
        )}
        {detail && rules && <FindingFacts detail={detail} rules={rules} />}
      </DialogBody>
      <DialogFooter>
        {detail?.canSettle && detail.finding.state !== 'resolved' && (
          <Button variant="primary" onPress={() => setSettling(true)}>
            {t(
              detail.finding.state === 'accepted'
                ? 'findings.reopen.title'
                : 'findings.accept.title',
            )}
          </Button>
        )}
        <Button variant="secondary" onPress={onClose}>
          {t('findings.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
