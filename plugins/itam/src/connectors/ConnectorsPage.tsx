import { useApi } from '@backstage/core-plugin-api';
import { RiPlugLine } from '@remixicon/react';
import { useEffect, useState } from 'react';
import { itamApiRef } from '../api';
import { useLoad } from '../loading';
import { useTexts } from '../translation';
import { LoadedPanel, Message } from '../ui';
import { ConnectorPanel } from './ConnectorPanel';

/** How often a run at work is looked at. */
const LOOK_AGAIN_MS = 3_000;

/**
 * The tools that records come from, what they did last and do next. Who may
 * not import sees none.
 */
export function ConnectorsPage() {
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [version, setVersion] = useState(0);
  const tools = useLoad(String(version), () => api.connectors.list());
  const reload = () => setVersion(before => before + 1);
  const atWork =
    tools.state === 'ready' &&
    !tools.stale &&
    tools.value.items.some(({ state }) => state !== 'idle');
  useEffect(() => {
    if (!atWork) {
      return undefined;
    }
    const timer = setTimeout(reload, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [atWork, version]);

  if (tools.state !== 'ready' || tools.value.items.length === 0) {
    return (
      <LoadedPanel
        title={t('connectors.title')}
        loaded={tools}
        skeleton={[32, 48, 48]}
        forbidden={t('connectors.forbidden')}
      >
        {() => (
          <Message
            role="status"
            icon={<RiPlugLine size={18} />}
            title={t('connectors.noneTitle')}
            text={t('connectors.noneText')}
          />
        )}
      </LoadedPanel>
    );
  }
  const { items, canRun } = tools.value;
  return (
    <>
      {items.map(connector => (
        <ConnectorPanel
          key={connector.id}
          connector={connector}
          canRun={canRun}
          onAsked={reload}
        />
      ))}
    </>
  );
}
