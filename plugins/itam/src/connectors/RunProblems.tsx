import { useApi } from '@backstage/core-plugin-api';
import type {
  ConnectorProblem,
  ConnectorRunEntry,
} from '@backstage-itam/plugin-itam-common';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import {
  Chip,
  CursorPager,
  type DataColumn,
  DataTable,
  InlineNote,
  LoadedPanel,
  RefLink,
  type Tone,
  useCursorPages,
} from '../ui';

const TONES: Record<ConnectorProblem['kind'], Tone> = {
  failed: 'negative',
  conflict: 'warning',
  absent: 'neutral',
  unknown: 'warning',
};

/**
 * What a run could not take, what differs, and what the tool has no more.
 */
export function RunProblems(props: {
  connector: string;
  run: ConnectorRunEntry;
}) {
  const { connector, run } = props;
  const t = useTexts();
  const format = useFormat();
  const api = useApi(itamApiRef);
  const [cursor, setCursor] = useState<string>();
  const pages = useCursorPages(cursor, setCursor);
  const problems = useLoad(`${run.id} ${cursor ?? ''}`, () =>
    api.connectors.listProblems(connector, run.id, { cursor }),
  );
  const title = t('connectors.problemsOf', {
    time: format.instant(run.startedAt),
  });
  const columns: DataColumn<ConnectorProblem>[] = [
    {
      id: 'source',
      label: t('connectors.columns.source'),
      cell: ({ stream, sourceId }) => (
        <>
          {sourceId}
          <br />
          <InlineNote>{stream}</InlineNote>
        </>
      ),
    },
    {
      id: 'kind',
      label: t('connectors.columns.kind'),
      cell: ({ kind }) => (
        <Chip tone={TONES[kind]}>{t(`connectors.problem.${kind}`)}</Chip>
      ),
    },
    {
      id: 'record',
      label: t('connectors.columns.record'),
      cell: ({ ref }) => ref && <RefLink label={{ ref, resolved: true }} />,
    },
    {
      id: 'message',
      label: t('connectors.columns.message'),
      cell: ({ message }) => message,
    },
  ];
  return (
    <LoadedPanel
      title={title}
      loaded={problems}
      skeleton={[32, 48]}
      forbidden={t('connectors.forbidden')}
    >
      {page => (
        <>
          <DataTable
            label={title}
            columns={columns}
            rows={page.items}
            rowKey={({ kind, stream, sourceId, message }) =>
              [kind, stream, sourceId, message].join(' ')
            }
          />
          <CursorPager pages={pages} nextCursor={page.nextCursor} />
        </>
      )}
    </LoadedPanel>
  );
}
