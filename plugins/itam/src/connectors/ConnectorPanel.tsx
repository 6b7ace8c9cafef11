import { useApi } from '@backstage/core-plugin-api';
import type {
  ConnectorStatus,
  RunWanted,
} from '@backstage-itam/plugin-itam-common';
import { Button } from '@backstage/ui';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { useWrite } from '../loading';
import { useTexts } from '../translation';
import { Chip, Facts, Panel, ProblemAlert } from '../ui';
import { ConnectorRuns } from './ConnectorRuns';

/**
 * One tool: when it was and will be asked, its rules, its last runs.
 */
export function ConnectorPanel(props: {
  connector: ConnectorStatus;
  canRun: boolean;
  /** A run was asked for. */
  onAsked(): void;
}) {
  const { connector, canRun, onAsked } = props;
  const { title, state, streams } = connector;
  const t = useTexts();
  const format = useFormat();
  const kinds = [...new Set(streams.map(({ kind }) => kind))];
  const instant = (at: string | undefined) =>
    at === undefined ? t('connectors.never') : format.instant(at);
  return (
    <Panel
      title={title}
      actions={
        <>
          {state !== 'idle' && (
            <Chip tone="info">{t(`connectors.state.${state}`)}</Chip>
          )}
          {canRun && <RunButtons connector={connector} onAsked={onAsked} />}
        </>
      }
    >
      <Facts
        facts={[
          {
            label: t('connectors.brings'),
            value: kinds.map(kind => t(`connectors.kinds.${kind}`)).join(', '),
          },
          {
            label: t('connectors.lastSuccess'),
            value: instant(connector.lastSuccessAt),
          },
          {
            label: t('connectors.lastFull'),
            value: instant(connector.lastFullAt),
          },
          {
            label: t('connectors.next'),
            value:
              connector.nextRunAt === undefined
                ? t('connectors.bySchedule')
                : format.instant(connector.nextRunAt),
          },
          {
            label: t('connectors.conflicts'),
            value: t(`connectors.conflictsBy.${connector.conflicts}`),
          },
          {
            label: t('connectors.removal'),
            value: t(`connectors.removalBy.${connector.removal}`),
          },
        ]}
      />
      <ConnectorRuns connector={connector} />
    </Panel>
  );
}

function RunButtons(props: { connector: ConnectorStatus; onAsked(): void }) {
  const { connector, onAsked } = props;
  const { id, title } = connector;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const { pending, problem, send } = useWrite();
  const ask = async (wanted: RunWanted) => {
    if (await send(() => api.connectors.run(id, wanted))) {
      onAsked();
    }
  };
  const button = (
    what: 'check' | 'full' | 'run',
    wanted: RunWanted,
    variant: 'primary' | 'secondary',
  ) => (
    <Button
      variant={variant}
      isDisabled={pending || connector.state !== 'idle'}
      aria-label={t(`connectors.${what}Of`, { tool: title })}
      onPress={() => ask(wanted)}
    >
      {t(`connectors.${what}`)}
    </Button>
  );
  return (
    <>
      {problem && <ProblemAlert problem={problem} />}
      {button('check', { dryRun: true, full: true }, 'secondary')}
      {button('full', { full: true }, 'secondary')}
      {button('run', {}, 'primary')}
    </>
  );
}
