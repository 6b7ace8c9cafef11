import { useApi } from '@backstage/core-plugin-api';
import type { DiscoveryDetail } from '@backstage-itam/plugin-itam-common';
import { Button, Link } from '@backstage/ui';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { itamApiRef } from '../api';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import { useSectionTexts } from '../translation';
import { AmountList, Facts, LoadedPanel, RefTitle } from '../ui';
import { DiscoveryStateChip } from './DiscoveryStateChip';
import styles from './Discoveries.module.css';
import { foundText } from './foundText';
import { MapDialog } from './MapDialog';
import { Matches } from './Matches';
import { ReasonDialog } from './ReasonDialog';
import { SightingTable, SpendMonthsTable, SpendTable } from './SightingTables';

/**
 * One discovered product or supplier: where it was found, what was spent, and
 * what can be done about it.
 */
export function DiscoveryView(props: { id: number }) {
  const { id } = props;
  const t = useSectionTexts();
  const api = useApi(itamApiRef);
  const [search] = useSearchParams();
  const [asked, setAsked] = useState<'map' | 'dismiss' | 'reopen'>();
  const loaded = useLoad(`discovery ${id}`, () => api.discoveries.get(id));
  const back = new URLSearchParams(search);
  back.delete('discovery');
  const detail = loaded.state === 'ready' ? loaded.value : undefined;
  const close = () => setAsked(undefined);
  const done = () => {
    close();
    loaded.retry();
  };
  return (
    <>
      <LoadedPanel
        title={detail?.discovery.name ?? t('discoveries.title')}
        loaded={loaded}
        skeleton={[20, 20, 20, 20]}
        forbidden={t('discoveries.forbidden')}
        notFound={t('discoveries.notFound')}
        wayOn={<Link href={`?${back}`}>{t('discoveries.back')}</Link>}
        actions={<Link href={`?${back}`}>{t('discoveries.back')}</Link>}
      >
        {({ discovery }) => (
          <>
            <DiscoveryFacts discovery={discovery} />
            <div className={styles.actions}>
              <Button variant="primary" onPress={() => setAsked('map')}>
                {t('discoveries.map.action')}
              </Button>
              {discovery.state !== 'dismissed' && (
                <Button variant="secondary" onPress={() => setAsked('dismiss')}>
                  {t('discoveries.dismiss.action')}
                </Button>
              )}
              {discovery.decidedBy && (
                <Button variant="secondary" onPress={() => setAsked('reopen')}>
                  {t('discoveries.reopen.action')}
                </Button>
              )}
            </div>
          </>
        )}
      </LoadedPanel>
      {detail && detail.sightings.length > 0 && (
        <SightingTable sightings={detail.sightings} />
      )}
      {detail?.months && detail.months.length > 0 && (
        <SpendMonthsTable months={detail.months} />
      )}
      {detail && detail.spend.length > 0 && <SpendTable spend={detail.spend} />}
      {detail && asked === 'map' && (
        <MapDialog discovery={detail.discovery} onClose={close} onDone={done} />
      )}
      {detail && (asked === 'dismiss' || asked === 'reopen') && (
        <ReasonDialog
          discovery={detail.discovery}
          action={asked}
          onClose={close}
          onDone={done}
        />
      )}
    </>
  );
}

function DiscoveryFacts(props: { discovery: DiscoveryDetail['discovery'] }) {
  const { discovery } = props;
  const t = useSectionTexts();
  const format = useFormat();
  return (
    <Facts
      facts={[
        {
          label: t('discoveries.columns.state'),
          value: <DiscoveryStateChip state={discovery.state} />,
        },
        {
          label: t('discoveries.kindLabel'),
          value: t(`discoveries.kind.${discovery.kind}`),
        },
        { label: t('discoveries.publisher'), value: discovery.publisher },
        {
          label: t('discoveries.columns.found'),
          value: foundText(t, discovery),
        },
        {
          label: t('discoveries.columns.spent'),
          value: discovery.spent && discovery.spent.length > 0 && (
            <AmountList amounts={discovery.spent} />
          ),
        },
        {
          label: t('discoveries.seen'),
          value: t('overview.range', {
            from: format.date(discovery.firstSeen),
            to: format.date(discovery.lastSeen),
          }),
        },
        { label: t('discoveries.mappedTo'), value: discovery.mappedTo },
        {
          label: t('discoveries.matches'),
          value: discovery.matches.length > 0 && (
            <Matches refs={discovery.matches} />
          ),
        },
        { label: t('discoveries.reason'), value: discovery.reason },
        {
          label: t('discoveries.decidedBy'),
          value: discovery.decidedBy && (
            <>
              <RefTitle of={discovery.decidedBy} />
              {discovery.decidedAt && `, ${format.date(discovery.decidedAt)}`}
            </>
          ),
        },
      ].filter(fact => fact.value !== false)}
    />
  );
}
