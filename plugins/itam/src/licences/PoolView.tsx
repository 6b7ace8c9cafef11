import { useApi } from '@backstage/core-plugin-api';
import type {
  LicensePool,
  LicensePositionRange,
} from '@backstage-itam/plugin-itam-common';
import { Link } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { itamApiRef } from '../api';
import { foundText } from '../discoveries/foundText';
import { useFormat } from '../format';
import { useLoad } from '../loading';
import { metricText, useSectionTexts, useTexts } from '../translation';
import {
  Chip,
  Columns,
  Facts,
  FailureMessage,
  InlineNote,
  Panel,
  RefList,
  SkeletonLines,
  Stack,
  usePaths,
} from '../ui';
import styles from './Licences.module.css';
import { PoolTimeline } from './PoolTimeline';
import { positionsAddress } from './poolAddress';
import { PositionGauge } from './PositionGauge';
import { Seats } from './seats/Seats';
import { StateChip } from './StateChip';

/**
 * The pool a licence belongs to: how it stands, its course by month, who
 * holds a seat and which licences are counted together.
 */
export function PoolView(props: { licenseRef: string }) {
  const { licenseRef } = props;
  const t = useTexts();
  const api = useApi(itamApiRef);
  const [round, setRound] = useState(0);
  const range = useLoad(`${round} ${licenseRef}`, () =>
    api.getLicensePositionRange({ license: licenseRef }),
  );
  if (range.state === 'failed') {
    return (
      <Stack>
        <BackLink />
        <Panel title={licenseRef}>
          <FailureMessage
            failure={range.failure}
            forbidden={t('licences.forbidden')}
            notFound={t('licences.pool.notFound', { name: licenseRef })}
            onRetry={range.retry}
          />
        </Panel>
      </Stack>
    );
  }
  if (
    range.state === 'loading' ||
    // After a change the pool stays until it is there again.
    !range.value.pool.licenses.some(({ ref }) => ref === licenseRef)
  ) {
    return (
      <Stack>
        <BackLink />
        <Panel title={t('licences.pool.months')} busy>
          <SkeletonLines heights={[32, 220, 24]} />
        </Panel>
      </Stack>
    );
  }
  const { pool, months, holders } = range.value;
  return (
    <Stack>
      <BackLink />
      <div className={styles.heading}>
        <h1 className={styles.title}>{pool.product}</h1>
        <StateChip state={pool.state} />
        <Chip>{metricText(t, pool.metric)}</Chip>
      </div>
      <Columns>
        <PoolFacts pool={pool} discoveries={range.value.discoveries} />
        <Stack>
          <Panel title={t('licences.pool.months')}>
            <PoolTimeline months={months} />
          </Panel>
          <Panel title={t('licences.pool.licenses')}>
            <RefList labels={pool.licenses} max={50} />
          </Panel>
        </Stack>
      </Columns>
      <Panel title={t('licences.pool.holders')} stale={range.stale}>
        <Seats
          pool={pool}
          licences={pool.licenses}
          seats={holders}
          round={round}
          onChanged={() => setRound(count => count + 1)}
        />
      </Panel>
    </Stack>
  );
}

function BackLink() {
  const t = useTexts();
  const [search] = useSearchParams();
  return (
    <div>
      <Link href={positionsAddress(search)} className={styles.back}>
        <RiArrowLeftLine size={16} aria-hidden="true" />
        {t('licences.pool.back')}
      </Link>
    </div>
  );
}

function PoolFacts(props: {
  pool: LicensePool;
  discoveries: LicensePositionRange['discoveries'];
}) {
  const { pool, discoveries = [] } = props;
  const t = useTexts();
  const format = useFormat();
  const count = (value: number | null) =>
    value === null ? t('licences.unknown') : format.count(value);
  return (
    <Panel title={t('licences.pool.position')}>
      <PositionGauge pool={pool} />
      <Facts
        facts={[
          {
            label: t('licences.pool.entitled'),
            value:
              pool.entitled === null
                ? t('licences.noQuantity')
                : format.count(pool.entitled),
          },
          {
            label: t('licences.pool.assigned'),
            value: format.count(pool.assigned),
          },
          { label: t('licences.pool.consumed'), value: count(pool.consumed) },
          {
            label: t('licences.pool.found'),
            value: pool.foundIn && (
              <FoundUnits pool={pool} foundIn={pool.foundIn} />
            ),
          },
          {
            label: t('licences.pool.foundOf'),
            value: discoveries.length > 0 && (
              <FoundNames discoveries={discoveries} />
            ),
          },
          { label: t('licences.pool.balance'), value: count(pool.balance) },
          { label: t('licences.pool.unused'), value: <Unused pool={pool} /> },
          {
            label: t('licences.pool.reclaimable'),
            value: count(pool.reclaimable),
          },
          {
            label: t('licences.pool.unitPrice'),
            value:
              pool.unitPricePerMonth && format.amount(pool.unitPricePerMonth),
          },
          {
            label: t('licences.pool.seatPrice'),
            value:
              pool.costPerSeatPerMonth &&
              format.amount(pool.costPerSeatPerMonth),
          },
          {
            label: t('licences.columns.wastePerMonth'),
            value: pool.wastePerMonth && format.amount(pool.wastePerMonth),
          },
          {
            label: t('licences.columns.trueUp'),
            value: pool.trueUp && format.amount(pool.trueUp),
          },
          {
            label: t('licences.columns.endsOn'),
            value: pool.endsOn && format.date(pool.endsOn),
          },
        ].filter(fact => fact.value !== false)}
      />
    </Panel>
  );
}

/** Free units and those nobody has used for long. */
function Unused(props: { pool: LicensePool }) {
  const { unused, reclaimable } = props.pool;
  const t = useTexts();
  const format = useFormat();
  if (unused === null) {
    return t('licences.unknown');
  }
  const free = unused - (reclaimable ?? 0);
  return (
    <>
      {format.count(unused)}{' '}
      {free > 0 && !!reclaimable && (
        <InlineNote>
          {t('licences.pool.unusedParts', {
            free: format.count(free),
            reclaimable: format.count(reclaimable),
          })}
        </InlineNote>
      )}
    </>
  );
}

/** What is used and not assigned, and where discovery found it. */
function FoundUnits(props: {
  pool: LicensePool;
  foundIn: NonNullable<LicensePool['foundIn']>;
}) {
  const { pool, foundIn } = props;
  const t = useSectionTexts();
  const format = useFormat();
  return (
    <>
      {pool.found === null ? t('licences.unknown') : format.count(pool.found)}{' '}
      <InlineNote>
        {foundText(t, { kind: 'software', lines: 0, ...foundIn })}
      </InlineNote>
    </>
  );
}

function FoundNames(props: {
  discoveries: NonNullable<LicensePositionRange['discoveries']>;
}) {
  const paths = usePaths();
  return (
    <ul className={styles.found}>
      {props.discoveries.map(({ id, name }) => {
        const href = paths.discovery(id);
        return (
          <li key={id}>{href ? <Link href={href}>{name}</Link> : name}</li>
        );
      })}
    </ul>
  );
}
