import { useApi } from '@backstage/core-plugin-api';
import type { ItamApi } from '@backstage-itam/plugin-itam-common';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import {
  CursorPager,
  FailureMessage,
  Panel,
  SkeletonLines,
  useCursorPages,
} from '../ui';
import { TicketCounts } from './TicketCounts';
import { TicketList } from './TicketList';
import { ToolNotes } from './ToolNotes';

const LIMIT = 10;

/** Registers that are known to have tools connected. */
const connected = new WeakSet<ItamApi>();

/**
 * The open tickets of connected tools about an asset, a service or what a
 * group owns. Nothing where no tool is connected, which only an answer tells:
 * the first one of a session comes without a placeholder.
 */
export function TicketsPanel(props: {
  of: string;
  name: string;
  /** Tickets on a page. */
  limit?: number;
}) {
  const { of, name, limit = LIMIT } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [cursor, setCursor] = useState<string>();
  const pages = useCursorPages(cursor, setCursor);
  const loaded = useLoad(`${of} ${cursor ?? ''}`, async () => {
    const page = await api.tickets.list({ node: of, limit, cursor });
    if (page.sources.length > 0) {
      connected.add(api);
    }
    return page;
  });
  if (loaded.state !== 'ready') {
    return connected.has(api) ? (
      <Panel title={t('tickets.title')} busy={loaded.state === 'loading'}>
        {loaded.state === 'loading' ? (
          <SkeletonLines heights={[24, 40, 40]} />
        ) : (
          <FailureMessage
            failure={loaded.failure}
            forbidden={t('tickets.forbidden', { name })}
            notFound={t('tickets.notFound', { name })}
            onRetry={loaded.retry}
          />
        )}
      </Panel>
    ) : null;
  }
  const page = loaded.value;
  const isAsked = page.sources.some(({ asked }) => asked);
  // Tools know what people have, not the people themselves.
  if (page.sources.length === 0 || (!isAsked && of.startsWith('user:'))) {
    return null;
  }
  return (
    <Panel title={t('tickets.title')} stale={loaded.stale}>
      <ToolNotes page={page} />
      <TicketCounts page={page} of={of} />
      <TicketList page={page} of={of} />
      <CursorPager pages={pages} nextCursor={page.nextCursor} />
    </Panel>
  );
}
