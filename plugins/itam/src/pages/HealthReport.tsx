import type {
  RegisterHealth,
  RejectedDeclaration,
} from '@backstage-itam/plugin-itam-common';
import { Alert, Link } from '@backstage/ui';
import { RiErrorWarningLine } from '@remixicon/react';
import { DateTime } from 'luxon';
import { useFormat } from '../format';
import { safeUrl } from '../records/spec';
import { useSectionTexts } from '../translation';
import {
  Chip,
  Columns,
  DataTable,
  Facts,
  InlineNote,
  Note,
  Panel,
  Stack,
  Subheading,
} from '../ui';
import styles from './Health.module.css';

/**
 * The register's health in full.
 */
export function HealthReport(props: { health: RegisterHealth }) {
  const { declarations, checkedAt } = props.health;
  const t = useSectionTexts();
  const format = useFormat();
  const counts = [
    { label: t('health.declarations'), count: declarations.active },
    { label: t('health.rejectedCount'), count: declarations.rejected.length },
    {
      label: t('health.unconfirmedCount'),
      count: declarations.unconfirmed.length,
    },
    { label: t('health.conflictCount'), count: declarations.conflicts.length },
  ];
  const allWell =
    !declarations.guardAlarm &&
    counts.slice(1).every(({ count }) => count === 0);
  return (
    <>
      {declarations.guardAlarm && (
        <Alert
          status="danger"
          icon
          title={t('health.guardTitle')}
          description={declarations.guardAlarm}
        />
      )}
      <Panel
        title={t('health.title')}
        actions={
          <InlineNote>
            {t('health.checkedAt', { time: format.instant(checkedAt) })}
          </InlineNote>
        }
      >
        <dl className={styles.tiles}>
          {counts.map(({ label, count }) => (
            <div key={label} className={styles.tile}>
              <dt>{label}</dt>
              <dd>{format.count(count)}</dd>
            </div>
          ))}
        </dl>
        {allWell && <Note>{t('health.ok')}</Note>}
      </Panel>
      <Rejections rejected={declarations.rejected} />
      <Columns>
        <Stack>
          <Waiting health={props.health} />
          <Conflicts health={props.health} />
        </Stack>
        <DataAge health={props.health} />
      </Columns>
    </>
  );
}

function Rejections(props: { rejected: readonly RejectedDeclaration[] }) {
  const { rejected } = props;
  const t = useSectionTexts();
  const format = useFormat();
  return (
    <Panel title={t('health.rejected')}>
      {rejected.length === 0 ? (
        <Note>{t('health.noRejected')}</Note>
      ) : (
        <Note>{t('health.rejectedNote')}</Note>
      )}
      {rejected.map(one => (
        <article
          key={`${one.ref} ${one.at} ${one.location ?? ''}`}
          className={styles.rejection}
          aria-label={one.ref}
        >
          <div className={styles.head}>
            <Subheading>{one.ref}</Subheading>
            <Chip tone="negative" icon={<RiErrorWarningLine size={14} />}>
              {t(`health.rejectedBy.${one.source ?? 'register'}`)}
            </Chip>
            <InlineNote>
              {t('health.at')} {format.instant(one.at)}
            </InlineNote>
          </div>
          <Location location={one.location} />
          <ul className={styles.problems}>
            {one.message.split('\n').map((line, index) => (
              <li key={index}>{line}</li>
            ))}
          </ul>
        </article>
      ))}
    </Panel>
  );
}

/** A catalog location such as `url:https://…`, as a link where it is one. */
function Location(props: { location: string | undefined }) {
  const { location } = props;
  const t = useSectionTexts();
  if (!location) {
    return <InlineNote>{t('health.noLocation')}</InlineNote>;
  }
  const address = location.replace(/^(url|file):(?=https?:)/, '');
  const href = safeUrl(address);
  return href ? (
    <span>
      <Link href={href} target="_blank" rel="noopener noreferrer">
        {address}
      </Link>
    </span>
  ) : (
    <InlineNote>
      {t('health.location')}: {location}
    </InlineNote>
  );
}

function Waiting(props: { health: RegisterHealth }) {
  const { unconfirmed } = props.health.declarations;
  const t = useSectionTexts();
  const format = useFormat();
  return (
    <Panel title={t('health.unconfirmed')}>
      {unconfirmed.length === 0 ? (
        <Note>{t('health.noUnconfirmed')}</Note>
      ) : (
        <>
          <Note>{t('health.unconfirmedNote')}</Note>
          <DataTable
            label={t('health.unconfirmed')}
            rows={unconfirmed}
            rowKey={row => row.ref}
            columns={[
              { id: 'ref', label: t('health.record'), cell: row => row.ref },
              {
                id: 'since',
                label: t('health.since'),
                cell: row => format.instant(row.since),
              },
            ]}
          />
        </>
      )}
    </Panel>
  );
}

function Conflicts(props: { health: RegisterHealth }) {
  const { conflicts } = props.health.declarations;
  const t = useSectionTexts();
  const format = useFormat();
  return (
    <Panel title={t('health.conflicts')}>
      {conflicts.length === 0 ? (
        <Note>{t('health.noConflicts')}</Note>
      ) : (
        <>
          <Note>{t('health.conflictsNote')}</Note>
          {conflicts.map(conflict => (
            <article
              key={`${conflict.ref} ${conflict.claimant}`}
              className={styles.rejection}
              aria-label={conflict.ref}
            >
              <Subheading>{conflict.ref}</Subheading>
              <Facts
                facts={[
                  {
                    label: t('health.holder'),
                    value: <Location location={conflict.holder} />,
                  },
                  {
                    label: t('health.claimant'),
                    value: <Location location={conflict.claimant} />,
                  },
                  {
                    label: t('health.since'),
                    value: format.instant(conflict.at),
                  },
                ]}
              />
            </article>
          ))}
        </>
      )}
    </Panel>
  );
}

function DataAge(props: { health: RegisterHealth }) {
  const { projection, readModel, declarations, checkedAt } = props.health;
  const t = useSectionTexts();
  const format = useFormat();
  const age = (iso: string | undefined) =>
    iso ? format.relative(iso, DateTime.fromISO(checkedAt)) : t('health.never');
  return (
    <Panel
      title={t('health.sync')}
      actions={
        <Chip tone={projection.stale ? 'warning' : 'positive'}>
          {projection.stale ? t('health.stale') : t('health.fresh')}
        </Chip>
      }
    >
      <Facts
        facts={[
          {
            label: t('health.projection'),
            value: `${age(projection.syncedAt)}, ${t('health.projectionNodes', {
              number: format.count(projection.nodes),
            })}`,
          },
          {
            label: t('health.reconciled'),
            value: age(declarations.reconciledAt),
          },
          {
            label: t('health.readModel'),
            value: t('health.readModelText', {
              records: format.count(readModel.records),
              segments: format.count(readModel.segments),
            }),
          },
          {
            label: t('cost.range.label'),
            value:
              readModel.windowFrom && readModel.windowTo
                ? t('health.window', {
                    from: format.month(readModel.windowFrom.slice(0, 7)),
                    to: format.month(readModel.windowTo.slice(0, 7)),
                  })
                : undefined,
          },
        ]}
      />
      {projection.lastError && (
        <Note>{t('health.lastError', { message: projection.lastError })}</Note>
      )}
    </Panel>
  );
}
