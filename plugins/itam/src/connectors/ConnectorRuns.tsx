import { useApi } from '@backstage/core-plugin-api';
import type {
  ConnectorRunEntry,
  ConnectorStatus,
} from '@backstage-itam/plugin-itam-common';
import { useState } from 'react';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import {
  Chip,
  type DataColumn,
  DataTable,
  FailureMessage,
  InlineNote,
  Note,
  RefTitle,
  SkeletonLines,
  Subheading,
  TextButton,
  type Tone,
  usePageOf,
} from '../ui';
import { RunProblems } from './RunProblems';

const PAGE = 5;

const TONES: Record<ConnectorRunEntry['state'], Tone> = {
  running: 'info',
  succeeded: 'positive',
  guarded: 'warning',
  failed: 'negative',
};

/**
 * The last runs of a tool with what they did, and the problems of one of them.
 */
export function ConnectorRuns(props: { connector: ConnectorStatus }) {
  const { connector } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  // Asked again as the run at work comes forward or ends.
  const runs = useLoad(
    JSON.stringify([connector.id, connector.state, connector.lastRun]),
    () => api.connectors.listRuns(connector.id),
  );
  if (runs.state === 'loading') {
    return <SkeletonLines heights={[32, 48]} />;
  }
  if (runs.state === 'failed') {
    return (
      <FailureMessage
        failure={runs.failure}
        forbidden={t('connectors.forbidden')}
        onRetry={runs.retry}
      />
    );
  }
  return (
    <>
      <Subheading>{t('connectors.runs')}</Subheading>
      {runs.value.items.length === 0 ? (
        <Note>{t('connectors.noRun')}</Note>
      ) : (
        <RunTable connector={connector} runs={runs.value.items} />
      )}
    </>
  );
}

function RunTable(props: {
  connector: ConnectorStatus;
  runs: readonly ConnectorRunEntry[];
}) {
  const { connector, runs } = props;
  const t = useTexts();
  const format = useFormat();
  const { shown, pager } = usePageOf(runs, PAGE);
  const [asked, setAsked] = useState<number>();
  const chosen = runs.find(({ id }) => id === asked);
  const count = (
    name: 'created' | 'changed' | 'unchanged' | 'retired',
  ): DataColumn<ConnectorRunEntry> => ({
    id: name,
    label: t(`connectors.columns.${name}`),
    align: 'end',
    named: true,
    secondary: name === 'unchanged',
    cell: ({ counts }) => format.count(counts[name]),
  });
  const columns: DataColumn<ConnectorRunEntry>[] = [
    {
      id: 'started',
      label: t('connectors.columns.started'),
      ownLine: true,
      named: false,
      cell: run => (
        <>
          {format.instant(run.startedAt)}
          <br />
          <InlineNote>
            {t(`connectors.what.${whatOf(run)}`)}
            {run.startedBy && (
              <>
                {' · '}
                <RefTitle of={run.startedBy} />
              </>
            )}
          </InlineNote>
        </>
      ),
    },
    {
      id: 'result',
      label: t('connectors.columns.result'),
      ownLine: true,
      cell: ({ state, message }) => (
        <>
          <Chip tone={TONES[state]}>{t(`connectors.result.${state}`)}</Chip>
          {message && (
            <>
              <br />
              <InlineNote>{message}</InlineNote>
            </>
          )}
        </>
      ),
    },
    count('created'),
    count('changed'),
    count('unchanged'),
    count('retired'),
    {
      id: 'problems',
      label: t('connectors.columns.problems'),
      align: 'end',
      named: true,
      cell: run => {
        const problems = problemsOf(run);
        return problems === 0 ? (
          format.count(0)
        ) : (
          <TextButton
            aria-expanded={run.id === asked}
            aria-label={t('connectors.showProblems', {
              count: problems,
              time: format.instant(run.startedAt),
            })}
            onPress={() => setAsked(run.id === asked ? undefined : run.id)}
          >
            {format.count(problems)}
          </TextButton>
        );
      },
    },
  ];
  return (
    <>
      <DataTable
        stacks
        label={t('connectors.runsOf', { tool: connector.title })}
        columns={columns}
        rows={shown}
        rowKey={({ id }) => String(id)}
      />
      {pager}
      {chosen && (
        <RunProblems key={chosen.id} connector={connector.id} run={chosen} />
      )}
    </>
  );
}

function whatOf({ dryRun, full }: ConnectorRunEntry) {
  if (dryRun) {
    return 'check';
  }
  return full ? 'full' : 'changes';
}

function problemsOf({ counts }: ConnectorRunEntry): number {
  return counts.failed + counts.conflicting + counts.absent + counts.unknown;
}
