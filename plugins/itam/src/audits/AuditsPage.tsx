import { useApi } from '@backstage/core-plugin-api';
import { Button } from '@backstage/ui';
import { RiAddLine, RiQrScan2Line } from '@remixicon/react';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { useSectionTexts } from '../translation';
import {
  ChoicePicker,
  CursorPager,
  FailureMessage,
  Message,
  Panel,
  SkeletonLines,
  Toolbar,
  useCursorPages,
} from '../ui';
import { writePagedAddress } from '../view';
import { AuditTable } from './AuditTable';
import { OpenAuditDialog } from './open/OpenAuditDialog';
import { useAuditPaths } from './useAuditPaths';

const STATES = ['open', 'closed'] as const;
const AUDITS_A_PAGE = 50;

/**
 * All audits, the newest first, and the way to open one.
 */
export function AuditsPage() {
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const navigate = useNavigate();
  const paths = useAuditPaths();
  const [search, setSearch] = useSearchParams();
  const [opening, setOpening] = useState(false);
  const state = STATES.find(one => one === search.get('state'));
  const cursor = search.get('cursor') ?? undefined;
  const query = { state, cursor, limit: AUDITS_A_PAGE };
  const audits = useLoad(JSON.stringify(query), () => api.audits.list(query));
  const write = (change: { state?: string; cursor?: string }) =>
    setSearch(current => writePagedAddress(current, change), { replace: true });
  const pages = useCursorPages(cursor, next => write({ cursor: next }));
  const answer = audits.state === 'ready' ? audits.value : undefined;
  const canOpen =
    audits.state !== 'failed' || audits.failure.kind !== 'forbidden';

  return (
    <Panel
      title={t('audits.title')}
      busy={audits.state === 'loading'}
      stale={audits.state === 'ready' && audits.stale}
      actions={
        canOpen && (
          <Button
            variant="primary"
            iconStart={<RiAddLine aria-hidden="true" />}
            onPress={() => setOpening(true)}
          >
            {t('audits.open.title')}
          </Button>
        )
      }
    >
      {canOpen && (
        <Toolbar>
          <ChoicePicker
            label={t('audits.columns.state')}
            value={state}
            options={STATES.map(value => ({
              value,
              label: t(`audits.state.${value}`),
            }))}
            onChange={next => {
              pages.restart();
              write({ state: next });
            }}
          />
        </Toolbar>
      )}
      {audits.state === 'loading' && (
        <SkeletonLines heights={[32, 40, 40, 40]} />
      )}
      {audits.state === 'failed' && (
        <FailureMessage
          failure={audits.failure}
          forbidden={t('audits.forbidden')}
          onRetry={audits.retry}
        />
      )}
      {answer && answer.items.length === 0 && (
        <Message
          role="status"
          icon={<RiQrScan2Line size={18} />}
          title={t(state ? 'audits.noneOfState' : 'audits.none')}
          text={t('audits.noneText')}
        />
      )}
      {answer && answer.items.length > 0 && (
        <AuditTable audits={answer.items} />
      )}
      {answer && <CursorPager pages={pages} nextCursor={answer.nextCursor} />}
      {opening && (
        <OpenAuditDialog
          onClose={() => setOpening(false)}
          onOpened={audit => navigate(paths.audit(audit.id))}
        />
      )}
    </Panel>
  );
}
